"""Words in capitals that may be acronyms, in one passage; not whether anything defines them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dossier.check.well_known import AFTER_A_COMMA, WELL_KNOWN

_CAPITAL = "A-Z" + "".join(filter(str.isupper, map(chr, range(0xC0, 0x530))))
_DASH = "-\u2010-\u2015\u2212"
_WHOLE = r"(?=s?(?![\w&]))"
_PART = rf"[{_CAPITAL}]++(?:[a-z](?=[{_CAPITAL}]))?[{_CAPITAL}]*+(?:&[{_CAPITAL}]++)*+{_WHOLE}"
_FIRST = f"[{_CAPITAL}]"
_REST = rf"(?:[a-z]?{_FIRST}|&{_FIRST})(?:{_FIRST}|&(?={_FIRST}))*+(?:[{_DASH}]{_PART})*+"
ACRONYM = _FIRST + _REST
"""Two capitals and more, with at most one small letter between the first two, and further parts after dashes."""

LETTERS = re.compile(r"[^\W\d_]+")

# Both begin with a capital, and look back only from there: so the engine can skip to the capitals.
_USE = re.compile(rf"{_FIRST}(?<![\w&].){_REST}s?(?![\w&]|\.\w)")
_DOTTED = re.compile(rf"{_FIRST}(?<![\w.].)\.(?:{_FIRST}\.)++(?!\w)")

_DASHES = re.compile(f"[{_DASH}]")
_NUMERAL = re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LONGEST_SMALL_NUMERAL = 3
_LABEL = re.compile(r"[^a-z:\n]{1,80}:(?!\w)")
"""`MS. JEAN-PIERRE:` at the head of a line."""
_DESIGNATION = re.compile(rf"[{_DASH}/]?\d|[{_DASH}/]{{1,2}}[{_CAPITAL}]\b")
_BEFORE = re.compile(rf"(?:\b\w|\d)[{_DASH}]")
_ADDRESS = re.compile(r"://|^www\.|@|\\|^[~/.]")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)(?!\w)")
_TITLE = re.compile(r"\b(MRS?|MS|DR)\.$")
_LONGEST_TITLE = 5
_FARTHEST = 60
_LONGEST_LINE = 400
_LONGEST_ADDRESS = 200
_MARKS = " \t\n\u00a0.,;:!?*()[]\"'"


@dataclass(frozen=True, slots=True)
class Use:
    """A word in capitals. `start` and `stop` are offsets in the passage's text."""

    key: str
    start: int
    stop: int
    has_article: bool
    """Whether `the` stands before it."""
    near: tuple[str, ...]
    """Words in capitals that stand beside it with only white space between."""


def key_of(word: str) -> str:
    """An acronym without periods, with plain hyphens and without the ending of a plural."""
    bare = _DASHES.sub("-", word.replace(".", ""))
    return bare[:-1] if bare.endswith("s") and bare[-2:-1].isupper() else bare


def is_acronym(text: str) -> bool:
    """Whether a text is one word in capitals, with or without periods."""
    return bool(_USE.fullmatch(text) or _DOTTED.fullmatch(text))


def uses_in(text: str, start: int, stop: int, known: AbstractSet[str]) -> Iterator[Use]:
    """Words between two offsets of a passage that may be acronyms, by their form and what stands around them.

    Not those whose key is known. With periods only after `the`: elsewhere such letters are mostly a person's initials.
    """
    dotted = (it for it in _DOTTED.finditer(text, start, stop) if _has_article(text, it.start()))
    for match in (*_USE.finditer(text, start, stop), *dotted):
        key = key_of(match[0])
        if key in known or key in WELL_KNOWN or is_numeral(key):
            continue
        if not _is_explained_by_place(text, match):
            yield _use(text, match, key)


def _has_article(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].lower() in ("the ", "the\u00a0", "the\n")


def _use(text: str, match: re.Match[str], key: str) -> Use:
    start, stop = match.span()
    return Use(
        key, start, stop, _has_article(text, start), (*_before(text, start), *_after(text, stop))
    )


def _before(text: str, start: int) -> tuple[str, ...]:
    """The word in capitals before it, if there is one with only white space between."""
    last = start
    while last and text[last - 1].isspace():
        last -= 1
    if last < start and (title := _TITLE.search(text, max(0, last - _LONGEST_TITLE), last)):
        return (title[1],)
    first = last
    while first and text[first - 1].isupper():
        first -= 1
    is_whole = not (first and text[first - 1].isalnum())
    return (text[first:last],) if last - first > 1 and last < start and is_whole else ()


def _after(text: str, stop: int) -> tuple[str, ...]:
    word = _WORD_AFTER.match(text, stop)
    return (word[1],) if word and len(word[1]) > 1 and word[1].isupper() else ()


def is_numeral(key: str) -> bool:
    """Whether it is a Roman numeral that one would write: II, XIV and MCMXC, but not CD and MI."""
    if not _NUMERAL.fullmatch(key):
        return False
    return set(key) <= set("IVXL") or len(key) > _LONGEST_SMALL_NUMERAL


def _is_explained_by_place(text: str, match: re.Match[str]) -> bool:
    start, stop = match.span()
    if _DESIGNATION.match(text, stop) or (start > 1 and _BEFORE.match(text, start - 2)):
        return True
    if match[0] in AFTER_A_COMMA and text[max(0, start - 3) : start].rstrip().endswith(","):
        return True
    return _is_in_capitals(text, start, stop) or _is_in_address(text, start, stop)


def _is_in_capitals(text: str, start: int, stop: int) -> bool:
    """Whether it belongs to a speaker's label, to a line all in capitals, or is all that the passage says."""
    first = max(0, start - _LONGEST_LINE)
    head = text.rfind("\n", first, start) + 1 or first
    label = _LABEL.match(text, head)
    if label and label.end() > start:
        return True
    if any(sign.islower() for sign in text[max(head, start - _FARTHEST) : start]):
        return False
    tail = text.find("\n", stop, stop + _LONGEST_LINE)
    line = text[head : tail if tail >= 0 else stop + _LONGEST_LINE].strip(_MARKS)
    return line.isupper() and (" " in line or line == text[:_LONGEST_LINE].strip(_MARKS))


def _is_in_address(text: str, start: int, stop: int) -> bool:
    first, last = start, stop
    while first > max(0, start - _LONGEST_ADDRESS) and not text[first - 1].isspace():
        first -= 1
    if first == start and text[stop : stop + 1].isspace():
        return False
    while last < min(len(text), stop + _LONGEST_ADDRESS) and not text[last].isspace():
        last += 1
    return bool(_ADDRESS.search(text[first:last]))
