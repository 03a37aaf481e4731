"""Where the sentences of a passage begin and end; not which of them matter."""

from __future__ import annotations

import re
from bisect import bisect_right
from unicodedata import category

from dossier.model import Passage

Span = tuple[int, int]

_STOP = re.compile(
    r"""
      [.!?…]++ [\"'”’»)\]›]*+ (?:\[\w{1,4}\])*+        # Latin, Greek, Cyrillic; quotes, brackets, note marks
    | [؟۔।॥։።፧၊။។] ++ [\"'”’»)\]›]*+                   # Arabic, Urdu, Devanagari, Armenian, Ethiopic, Burmese, Khmer
    | [。！？｡]++ [」』”’）】》〉]*+                       # Chinese, Japanese
    """,
    re.VERBOSE,
)
_AMBIGUOUS = ".!?…"
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NEXT_WORD = re.compile(r"[\s\"'“‘«(\[¿¡*_]*([^\W_][\w'’]*)?")
_LONGEST_WORD = 40
_LONGEST = 900
"""Characters. What is longer is no sentence to show: it is cut at the space before."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words("""
    adm amb brig capt col cmdr cpl dr drs fr gen gens gov hon insp jr lt maj messrs mgr mr mrs ms msgr mt
    pfc pres prof pvt rep reps rev sec sen sens sgt spc sr st supt
""")
"""Before a name: never the end of a sentence."""
_ABBREVIATED = _words("""
    al approx apr art aug ave bros ca cf ch co corp dec dept dist div ed eds est etc feb fig figs ft inc
    jan jul jun ltd mar nov oct op para pp pt sect sept sep univ vol vols vs
""")
"""The end of a sentence only before a word that likes to begin one."""
_BEFORE_NUMBERS = _words("art ch fig figs no nos nr p para pp pt sect vol vols")
_OPENERS = _words("""
    a after all also although an and another as at because before both but by despite during each even
    every few following for from he her here his how however i if in instead it its last later many
    meanwhile moreover more most my neither new next no nor not now of on once one only or other our she
    since so some still such that the their then there these they this those though three through
    to today two under until we what when where whether which while who why with yet you your
""")


class Sentences:
    """The sentences of one passage."""

    __slots__ = ("_starts", "_text")

    def __init__(self, passage: Passage) -> None:
        self._text = passage.text
        lines = _line_starts(passage.text) if passage.kind == "table" else []
        self._starts = _shortened(self._text, sorted({0, *lines, *_starts(self._text)}))

    def around(self, offset: int) -> Span:
        """The sentence that holds the offset, without white space around it."""
        text, at = self._text, bisect_right(self._starts, offset) - 1
        start = self._starts[at]
        stop = self._starts[at + 1] if at + 1 < len(self._starts) else len(text)
        while start < stop and text[start].isspace():
            start += 1
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        return start, stop


def _line_starts(text: str) -> list[int]:
    return [match.end() for match in re.finditer("\n", text)]


def _starts(text: str) -> list[int]:
    return [found.end() for found in _STOP.finditer(text) if _ends_sentence(text, found)]


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    stop = found.end()
    if stop == len(text):
        return False
    if found[0][0] not in _AMBIGUOUS:
        return True
    if not text[stop].isspace():
        return False
    following = _NEXT_WORD.match(text, stop)
    word = (following[1] if following else "") or ""
    if word and category(word[0]) == "Ll":
        return False
    return (
        found[0][0] != "."
        or found[0].startswith("..")
        or not _is_abbreviated(text, found.start(), word)
    )


def _is_abbreviated(text: str, period: int, following: str) -> bool:
    """Whether the period belongs to an abbreviation, rather than to the end of a sentence."""
    word = _word_before(text, period)
    bare = word.lower()
    if bare in _TITLES:
        return True
    if following[:1].isdigit():
        return bare in _BEFORE_NUMBERS or bare in _ABBREVIATED
    if bare in _ABBREVIATED or _INITIALS.fullmatch(word):
        return following.lower() not in _OPENERS
    return word.isdecimal() and text[:period].strip() == word


def _word_before(text: str, period: int) -> str:
    start = period
    first = max(0, period - _LONGEST_WORD)
    while start > first and not text[start - 1].isspace() and text[start - 1] not in "([\"'“‘-–—":
        start -= 1
    return text[start:period]


def _shortened(text: str, starts: list[int]) -> list[int]:
    cut: list[int] = []
    for start, stop in zip(starts, [*starts[1:], len(text)], strict=True):
        cut.append(start)
        while stop - start > _LONGEST:
            space = max(
                text.rfind(" ", start, start + _LONGEST), text.rfind("\n", start, start + _LONGEST)
            )
            start = space + 1 if space > start else start + _LONGEST  # noqa: PLW2901
            cut.append(start)
    return cut
