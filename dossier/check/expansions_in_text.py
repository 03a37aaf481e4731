"""Where a text itself says what an acronym stands for: `Popular Mobilization Forces (PMF)` and `PMF (…)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.check.capitals import ACRONYM, key_of

_INSIDE = r"[\s\"'“”‘’«»]{0,3}"
_LEADING = r"(?:(?:or|the|also|hereafter|abbreviated|known as)\s{1,3}){0,3}"
_WORDS = r"[^()\[\];:,]{5,120}"
_BRACKETED = re.compile(
    rf"\s\({_INSIDE}{_LEADING}{_INSIDE}({ACRONYM}s?)(?=[\"'”’»]?(?:\)|[,;:/] ?))"
)
_FOLLOWED = re.compile(rf"(?<!\w)({ACRONYM})s?\s[(\[]{_INSIDE}{_LEADING}({_WORDS})[)\]]")
_WORD = re.compile(r"[^\W_]+(?:['’‘ʿʼ`´][^\W_]+)*")
_POSSESSIVE = re.compile("['’]s$")
_FARTHEST = 160
_SMALL_WORDS = (
    "a al an and as at au aux by d da das de del der des di do du e el et fi for from für in l la las le les of on"
    " pour the to und ul wa w with y & von"
)
"""Words whose first letter an acronym leaves out, in the languages of names."""
_SKIPPED = frozenset(_SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a text says an acronym stands for. `start` and `stop` are the acronym's offsets in it."""

    key: str
    words: str
    start: int
    stop: int


def expansions_in(text: str) -> Iterator[Expansion]:
    """Every expansion whose words begin with the acronym's letters, one after the other."""
    if "(" not in text:
        return
    for match in _BRACKETED.finditer(text):
        first = max(0, match.start() - _FARTHEST)
        words = list(_WORD.finditer(text, first, match.start()))
        at = _first_of(words, key_of(match[1]))
        if at is not None:
            yield _expansion(match[1], text[words[at].start() : match.start()], match.span(1))
    for match in _FOLLOWED.finditer(text):
        words = list(_WORD.finditer(match[2]))
        if _first_of(words, key_of(match[1])) == 0:
            yield _expansion(match[1], match[2], match.span(1))


def _expansion(acronym: str, words: str, span: tuple[int, int]) -> Expansion:
    bare = " ".join(words.split()).rstrip("\"'”’» ,")
    return Expansion(key_of(acronym), _POSSESSIVE.sub("", bare), *span)


def _first_of(words: list[re.Match[str]], key: str) -> int | None:
    """Index of the word with which the long form begins that ends with the last word.

    Small words give a letter only if it takes them: so `AAH` is all of `Asaib Ahl al-Haq`.
    """
    letters = "".join(sign for sign in key if sign.isalpha()).lower()
    spoken = [word[0].lower() for word in words]
    without = _aligned(spoken, letters, takes_small=False)
    return _aligned(spoken, letters, takes_small=True) if without is None else without


def _aligned(words: list[str], letters: str, *, takes_small: bool) -> int | None:
    """Letters are taken from the end: of each word one or more of its first, of small words perhaps none."""
    left = {len(letters)}
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        is_small = word in _SKIPPED
        if is_small and not takes_small:
            continue
        taken = {rest for count in left for rest in _rests(letters, count, word)}
        if 0 in taken and not is_small and at < len(words) - 1:
            return at
        left = taken | left if is_small else taken
        if not left:
            return None
    return None


def _rests(letters: str, count: int, word: str) -> Iterator[int]:
    """How many of the first `count` letters are left when the word has given its first ones."""
    for size in range(1, min(len(word), count) + 1):
        if letters[count - size : count] == word[:size]:
            yield count - size
