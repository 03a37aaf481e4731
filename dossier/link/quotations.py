"""A quotation in its reading, as far as this audience may see it; not what rests on it."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.link.evidence import Readings
from dossier.model import Document, Evidence, Position, Problem, Quoted


class Quotations:
    """The readings, to look quotations up in."""

    __slots__ = ("_by_slug", "_readings")

    def __init__(self, readings: Iterable[Document], known: Readings) -> None:
        self._readings = known
        self._by_slug = {reading.slug: reading for reading in reversed(tuple(readings))}

    def find(
        self, subject: str, evidence: Evidence, otherwise: Position
    ) -> tuple[Quoted | None, tuple[Problem, ...]]:
        """The first passage of a quotation; by reference only where the reading or the passage is not shown.

        None if there is no such reading. A quotation that does not occur leads to the reading, and is a problem.
        """
        found = self._readings.place_of(subject, evidence, otherwise)
        if not isinstance(found, Problem):
            path, passage = found
            return Quoted(path, evidence.exact if passage >= 0 else "", passage), ()
        reading = self._by_slug.get(evidence.reading)
        return Quoted(reading.path) if reading else None, (found,)

    def whole(
        self, subject: str, slug: str, where: Position
    ) -> tuple[Quoted | None, tuple[Problem, ...]]:
        """All of a reading."""
        reading = self._by_slug.get(slug)
        if reading is not None:
            return Quoted(reading.path), ()
        return self.find(subject, Evidence(slug, "", where), where)
