"""Quotations with the passages that they stand in; not the order of what they carry, and not how they are shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from dossier.link.characters import key_of
from dossier.link.targets import nfc
from dossier.model import Document, Event, Evidence, Position, Problem
from dossier.problems import did_you_mean, problem

_QUOTES = {ord(sign): '"' for sign in "“”„‟«»″＂"} | {ord("…"): "..."}
_LONGEST_QUOTED = 80

Place = tuple[str, int]
"""Path of a document, and the index of a passage in it."""


class Readings:
    """The readings, to look quotations up in."""

    __slots__ = ("_by_slug", "_texts")

    def __init__(self, readings: Iterable[Document]) -> None:
        self._by_slug = {reading.slug: reading for reading in reversed(tuple(readings))}
        self._texts: dict[str, _Text] = {}

    def find(self, event: Event) -> tuple[tuple[Place, ...], tuple[Problem, ...]]:
        """The first passage of each quotation of an event, in the order of its evidence."""
        places: list[Place] = []
        problems: list[Problem] = []
        for evidence in event.evidence:
            found = self.place_of(f'event "{event.id}"', evidence, event.position)
            if isinstance(found, Problem):
                problems.append(found)
            else:
                places.append(found)
        return tuple(dict.fromkeys(places)), tuple(problems)

    def place_of(self, subject: str, evidence: Evidence, otherwise: Position) -> Place | Problem:
        """The first passage of one quotation. `subject` names what it is evidence of; `otherwise` is where that stands."""
        reading = self._by_slug.get(evidence.reading)
        where = evidence.position if evidence.position.path else otherwise
        if reading is None:
            message = f'{subject}: no reading "{evidence.reading}"'
            return problem(
                "reading-unknown",
                where,
                message,
                hint=did_you_mean(evidence.reading, self._by_slug),
            )
        if reading.path not in self._texts:
            self._texts[reading.path] = _Text(reading)
        passage = self._texts[reading.path].passage_of(evidence.exact)
        if passage is None:
            quoted = evidence.exact[:_LONGEST_QUOTED] + (
                "…" if len(evidence.exact) > _LONGEST_QUOTED else ""
            )
            message = f'{subject}: "{quoted}" does not occur in {reading.path}'
            return problem(
                "evidence-missing",
                where,
                message,
                hint="quote the words as they stand in the reading",
            )
        return reading.path, passage


class _Text:
    """The words of a reading, with typographic signs and white space made equal."""

    __slots__ = ("_numbers", "_starts", "_text")

    def __init__(self, reading: Document) -> None:
        shown = [
            (number, _bare(passage.text))
            for number, passage in enumerate(reading.body.passages)
            if passage.number or passage.level
        ]
        self._numbers = [number for number, _ in shown]
        self._text = " ".join(text for _, text in shown)
        self._starts = list(accumulate((len(text) + 1 for _, text in shown), initial=0))

    def passage_of(self, quotation: str) -> int | None:
        words = _bare(nfc(quotation))
        at = self._text.find(words) if words else -1
        return self._numbers[bisect_right(self._starts, at) - 1] if at >= 0 else None


def _bare(text: str) -> str:
    return key_of(text.translate(_QUOTES))
