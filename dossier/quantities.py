"""The numbers that a text states, in figures or in words; not what they count.

Figures of every script; number words of English and French, up to the billions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

_TOKEN = re.compile(
    r"\d{1,3}(?:[,.\u00a0\u202f\u066c\u2019'](?=\d{3}(?!\d))\d{3})+|\d+(?:[.\u066b]\d+)?|[^\W\d_]+"
)
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ONES_FRENCH = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
_TENS_FRENCH = [
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "septante",
    "huitante",
    "nonante",
]
_SMALL: dict[str, int] = {
    **{word: number for number, word in enumerate(_ONES_FRENCH)},
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(_TENS_FRENCH, 2)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    "une": 1,
}
_TIMES = {"dozen": 12, "douzaine": 12, "hundred": 100, "cent": 100, "cents": 100}
_LARGE = {
    "thousand": 10**3,
    "mille": 10**3,
    "million": 10**6,
    "millions": 10**6,
    "billion": 10**9,
    "milliard": 10**9,
    "milliards": 10**9,
}
_SCORE = 20
_AND = frozenset({"and", "et"})


def numbers_in(text: str) -> tuple[Fraction, ...]:
    """Every number that a text states, in its order: `more than thirty` and `3,188`, but not `dozens`."""
    found: list[Fraction] = []
    words: list[str] = []
    end = 0
    is_after_figures = False
    for token in _TOKEN.finditer(text):
        word = token[0].casefold()
        is_apart = not re.fullmatch(r"[\s\-\u2010\u2011]*", text[end : token.start()])
        end = token.end()
        if words and (is_apart or not _continues(words, word)):
            found.extend(_spoken(words))
            words = []
        if word in _LARGE and is_after_figures and not is_apart:
            found[-1] *= _LARGE[word]
        elif word[0].isdecimal():
            found.append(_figures(word))
        elif _is_number(word) or (words and word in _AND):
            words.append(word)
        is_after_figures = word[0].isdecimal()
    found.extend(_spoken(words))
    return tuple(found)


def is_stated(value: str, text: str) -> bool:
    """Whether a text states a value: every number of it, or where it has none its very words."""
    numbers = numbers_in(value)
    if numbers:
        return set(numbers) <= set(numbers_in(text))
    return f" {_folded(value)} " in f" {_folded(text)} "


def _is_number(word: str) -> bool:
    return word in _SMALL or word in _TIMES or word in _LARGE or word == "vingts"


def _continues(words: list[str], word: str) -> bool:
    """Whether a word goes on the number that has begun: `two hundred`, not `two three`."""
    last = words[-1]
    if word in _AND:
        return last in _TIMES or last in _LARGE or (word == "et" and _SMALL.get(last, 0) >= _SCORE)
    if not _is_number(word):
        return False
    if word in _TIMES or word in _LARGE or last in _TIMES or last in _LARGE or last in _AND:
        return True
    if word in {"vingt", "vingts"} and last == "quatre":
        return True
    if last == "dix":
        return word in {"sept", "huit", "neuf"}
    return _SMALL.get(last, _SCORE) >= _SCORE and _SMALL[word] < _SCORE


def _spoken(words: list[str]) -> Iterator[Fraction]:
    """The value of number words that belong together; an `and` at their end does not."""
    while words and words[-1] in _AND:
        words = words[:-1]
    if not words:
        return
    whole = part = 0
    for word in words:
        if word == "vingts" or (word == "vingt" and part % 10 == 4):  # noqa: PLR2004  (quatre-vingt)
            part += 76
        elif word in _SMALL:
            part += _SMALL[word]
        elif word in _TIMES:
            part = (part or 1) * _TIMES[word]
        elif word in _LARGE:
            whole, part = whole + (part or 1) * _LARGE[word], 0
    yield Fraction(whole + part)


def _figures(token: str) -> Fraction:
    plain = "".join(
        str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in token
    ).replace("\u066b", ".")
    groups = re.split(r"[,\u00a0\u202f\u066c\u2019']", plain)
    if len(groups) == 1 and re.fullmatch(r"\d{1,3}(\.\d{3}){2,}", plain):
        groups = plain.split(".")
    return Fraction("".join(groups))


def _folded(text: str) -> str:
    words = re.findall(r"[\w]+", unicodedata.normalize("NFC", text).casefold())
    return " ".join(words)
