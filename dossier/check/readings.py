"""What the records of readings lack, and titles that do not tell readings apart."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Document, Position, Problem, Site
from dossier.problems import problem


def title_twice(site: Site) -> Iterator[Problem]:
    """One problem for each title that several readings share, subtitle included."""
    titled: dict[tuple[str, str], list[Document]] = {}
    for reading in site.readings:
        titled.setdefault((_folded(reading.title), _folded(reading.record.subtitle)), []).append(
            reading
        )
    for readings in titled.values():
        if len(readings) > 1:
            yield _shared(readings)


def date_missing(site: Site) -> Iterator[Problem]:
    """One problem for each reading without a date."""
    for reading in site.readings:
        if not reading.record.date:
            yield problem(
                "date-missing",
                _place(reading),
                f"{reading.path} has no date",
                hint='as far as it is known, such as "date: 2024-02-01", "2024-02", "2024~" or "202X"',
            )


def source_missing(site: Site) -> Iterator[Problem]:
    """One problem for each reading of which nothing says where it comes from."""
    for reading in site.readings:
        record = reading.record
        if not (record.publisher or record.container_title or record.url or record.authors):
            yield problem(
                "source-missing",
                _place(reading),
                f"{reading.path} says nothing of its source",
                hint="give it an author, a publisher, a container-title or a url",
            )


def rights_missing(site: Site) -> Iterator[Problem]:
    """One problem for each reading that says nothing of its rights, and so is shown to everybody."""
    for reading in site.readings:
        record = reading.record
        if not record.rights and not record.audience:
            yield problem(
                "rights-missing",
                _place(reading),
                f"{reading.path} states no rights, and is published in full",
                hint='say them, such as "rights: {text: full, licence: CC-BY-4.0}"; '
                'in dossier.yaml, "defaults: {rights: {text: link}}" keeps back what does not say',
            )


def _shared(readings: list[Document]) -> Problem:
    first = readings[0]
    date = first.record.date
    advice = "tell them apart by a subtitle" + (f', such as "subtitle: {date}"' if date else "")
    return problem(
        "title-twice",
        first.record.lines.get("title", _place(first)),
        f'{len(readings)} readings have the title "{first.title}"',
        hint="\n".join([advice, *(f"  {reading.path}" for reading in readings)]),
    )


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()


def _place(reading: Document) -> Position:
    record = reading.record.position
    return record if record.path else Position(reading.path)
