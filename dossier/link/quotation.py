"""Quotations found in the passages of a text, typographic signs made equal; not what a quotation is for."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import normalize

from dossier.link.characters import APOSTROPHES, DASHES
from dossier.model import Body

_EQUAL = (
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(DASHES, "-")
    | dict.fromkeys("“”„‟«»″＂", '"')
    | {"…": "..."}
)
_INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff")
_NEAR = 0.5
"""Part of the letters that a stretch must share with a quotation to be offered for it."""
_LONGEST = 300
"""Characters of a quotation that are compared with what is near it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a quotation stands: a passage, and offsets in its text."""

    passage: int
    start: int
    stop: int


def bare(text: str) -> str:
    """A text with one kind of each sign, single spaces, and no invisible characters."""
    return _bare(normalize("NFC", text))[0]


def _bare(text: str) -> tuple[str, list[int]]:
    """The bare text, and of each of its characters the offset in the text."""
    signs: list[str] = []
    offsets: list[int] = []
    for offset, sign in enumerate(text):
        if sign in _INVISIBLE:
            continue
        if sign.isspace():
            if not signs or signs[-1] == " ":
                continue
            sign = " "  # noqa: PLW2901
        for equal in _EQUAL.get(sign, sign):
            signs.append(equal)
            offsets.append(offset)
    if signs and signs[-1] == " ":
        del signs[-1], offsets[-1]
    return "".join(signs), offsets


class Words:
    """The words of a body's passages, one after another, to look quotations up in."""

    __slots__ = ("_offsets", "_passages", "_starts", "_text")

    def __init__(self, body: Body) -> None:
        self._passages: list[int] = []
        self._offsets: list[list[int]] = []
        self._starts: list[int] = []
        texts: list[str] = []
        size = 0
        for number, passage in enumerate(body.passages):
            if passage.number or passage.level:
                text, offsets = _bare(passage.text)
                self._passages.append(number)
                self._offsets.append(offsets)
                self._starts.append(size)
                texts.append(text)
                size += len(text) + 1
        self._text = " ".join(texts)

    def find(self, exact: str, prefix: str = "", suffix: str = "") -> tuple[Spot, ...]:
        """Every place of a quotation inside one passage, between the words before and after it, if any are given."""
        words, before, after = bare(exact), bare(prefix), bare(suffix)
        found: list[Spot] = []
        at = self._text.find(words) if words else -1
        while at >= 0:
            stop = at + len(words)
            is_between = self._text[:at].rstrip().endswith(before) and self._text[
                stop:
            ].lstrip().startswith(after)
            if is_between and (spot := self._spot(at, stop)):
                found.append(spot)
            at = self._text.find(words, at + 1)
        return tuple(found)

    def has_across(self, exact: str) -> bool:
        """Whether a quotation stands in the text, and goes on from one passage to another."""
        return bool(words := bare(exact)) and words in self._text and not self.find(exact)

    def nearest(self, exact: str) -> str:
        """The stretch of a passage most like a quotation, as it stands; empty if none is like it."""
        words = bare(exact)[:_LONGEST]
        best, score = "", _NEAR
        for at, stop in self._stretches(words):
            near = self._text[at:stop]
            compared = SequenceMatcher(None, words, near, autojunk=False)
            if compared.real_quick_ratio() > score and compared.quick_ratio() > score:
                ratio = compared.ratio()
                if ratio > score:
                    best, score = near, ratio
        return best

    def _stretches(self, words: str) -> list[tuple[int, int]]:
        """Stretches as long as the words, each beginning where words of it may begin."""
        parts = sorted({part for part in words.split() if len(part) > 2}, key=len)[-4:]  # noqa: PLR2004
        starts: set[int] = set()
        for part in parts:
            inside = words.find(part)
            at = self._text.find(part)
            while at >= 0:
                first = max(0, at - inside)
                starts.add(self._text.rfind(" ", 0, first + 1) + 1)
                at = self._text.find(part, at + 1)
        return [(at, self._end(at + len(words))) for at in sorted(starts)[:400]]

    def _end(self, stop: int) -> int:
        space = self._text.find(" ", stop)
        return len(self._text) if space < 0 else space

    def _spot(self, start: int, stop: int) -> Spot | None:
        index = bisect_right(self._starts, start) - 1
        first = start - self._starts[index]
        last = stop - 1 - self._starts[index]
        offsets = self._offsets[index]
        if last >= len(offsets):
            return None
        return Spot(self._passages[index], offsets[first], offsets[last] + 1)
