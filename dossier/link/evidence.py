"""Quotations with the passages that they stand in; not the order of what they carry, and not how they are shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate

from dossier.link.characters import key_of
from dossier.link.targets import nfc
from dossier.model import Body, Document, Event, Evidence, Position, Problem
from dossier.problems import did_you_mean, problem

_QUOTES = {ord(sign): '"' for sign in "“”„‟«»″＂"} | {ord("…"): "..."}
_LONGEST_QUOTED = 80

Place = tuple[str, int]
"""Path of a document, and the index of a passage in it; -1 for a passage that is not shown."""


class Readings:
    """The readings, to look quotations up in."""

    __slots__ = ("_by_slug", "_originals", "_texts")

    def __init__(self, readings: Iterable[Document], originals: Mapping[str, Body]) -> None:
        """`originals` are the whole texts, by path, of readings that are not shown in full."""
        self._by_slug = {reading.slug: reading for reading in reversed(tuple(readings))}
        self._originals = originals
        self._texts: dict[str, _Text] = {}

    def find(self, event: Event) -> tuple[tuple[Place, ...], tuple[Problem, ...]]:
        """The first passage of each quotation of an event, in the order of its evidence."""
        places: list[Place] = []
        problems: list[Problem] = []
        for evidence in event.evidence:
            found = self.place_of(f'event "{event.id}"', evidence, event.position)
            if isinstance(found, Problem):
                problems.append(found)
            elif found[1] >= 0:
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
        if reading.is_absent:
            return reading.path, -1
        passage = self._passage_of(reading, evidence)
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
        return reading.path, _shown(reading, passage, evidence.exact)

    def unshown(self, event: Event) -> tuple[tuple[str, str], ...]:
        """(path, passage id) of each piece of evidence that stands in a passage which is not shown."""
        found: dict[tuple[str, str], None] = {}
        for evidence in event.evidence:
            reading = self._by_slug.get(evidence.reading)
            if reading is None:
                continue
            passage = None if reading.is_absent else self._passage_of(reading, evidence)
            if passage is None and reading.is_absent:
                found[reading.path, ""] = None
            elif passage is not None and _shown(reading, passage, evidence.exact) < 0:
                found[reading.path, passage] = None
        return tuple(found)

    def _passage_of(self, reading: Document, evidence: Evidence) -> str | None:
        """The id of the passage."""
        if reading.path not in self._texts:
            self._texts[reading.path] = _Text(self._originals.get(reading.path, reading.body))
        return self._texts[reading.path].passage_of(evidence.exact)


def _shown(reading: Document, passage: str, exact: str) -> int:
    """The index of a passage in what is shown of its reading, or -1 if it is not, or not with the words."""
    for number, each in enumerate(reading.body.passages):
        if each.id == passage:
            has_words = reading.extent == "full" or _bare(nfc(exact)) in _bare(each.text)
            return number if has_words else -1
    return -1


class _Text:
    """The words of a reading, with typographic signs and white space made equal."""

    __slots__ = ("_ids", "_starts", "_text")

    def __init__(self, body: Body) -> None:
        shown = [
            (passage.id, _bare(passage.text))
            for passage in body.passages
            if passage.number or passage.level
        ]
        self._ids = [name for name, _ in shown]
        self._text = " ".join(text for _, text in shown)
        self._starts = list(accumulate((len(text) + 1 for _, text in shown), initial=0))

    def passage_of(self, quotation: str) -> str | None:
        """The id of the first passage that has a quotation."""
        words = _bare(nfc(quotation))
        at = self._text.find(words) if words else -1
        return self._ids[bisect_right(self._starts, at) - 1] if at >= 0 else None


def _bare(text: str) -> str:
    return key_of(text.translate(_QUOTES))
