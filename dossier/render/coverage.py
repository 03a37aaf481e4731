"""What the dossier covers, counted; and the page that says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dossier.edtf import EdtfError, month_key, parse
from dossier.render.desk import page_of
from dossier.render.shell import shell_of
from dossier.render.views import Bar, ChartView, CoverageView, LinkView
from dossier.urls import relative

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dossier.model import Document, Site
    from dossier.render.desk import Desk

COVERAGE = "about/coverage/"
_MOST_MONTHS = 120
_MOST_ENTRIES = 25
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Coverage:
    """The numbers, in no language. Mappings go from the most to the least, those of months by date."""

    readings: int
    words: int
    months: Mapping[str, int]
    """`2024-02` to readings, of the months that have any."""
    empty: tuple[tuple[str, str], ...]
    """First and last of the months in a row, between two that have readings, that have none."""
    sources: Mapping[str, int]
    kinds: Mapping[str, int]
    """CSL item type."""
    languages: Mapping[str, int]
    extents: Mapping[str, int]
    """`full`, `excerpt`, `link`: how much of the text is shown."""
    entries: Mapping[str, int]
    """Id to mentions in readings; those with none as well."""
    undated: tuple[str, ...]
    """Slugs, as below."""
    alone: Mapping[str, str]
    """Source to its only reading."""
    single: Mapping[str, str]
    """Event to the only reading that it rests on."""
    undefined: tuple[str, ...]


def coverage_of(site: Site) -> Coverage:
    """Count a site."""
    readings = site.readings
    sources: dict[str, list[str]] = {}
    months = sorted(Counter(filter(None, map(_month, readings))).items())
    for reading in readings:
        sources.setdefault(_source(reading), []).append(reading.slug)
    return Coverage(
        readings=len(readings),
        words=sum(reading.body.words for reading in readings),
        months=dict(months),
        empty=_empty([_number(month) for month, _ in months]),
        sources=_ranked({name: len(slugs) for name, slugs in sources.items() if name}),
        kinds=_ranked(Counter(reading.record.type for reading in readings)),
        languages=_ranked(Counter(reading.language for reading in readings)),
        extents=_ranked(Counter(reading.extent for reading in readings)),
        entries=_mentions(site),
        undated=tuple(reading.slug for reading in readings if not reading.record.date),
        alone={name: slugs[0] for name, slugs in sources.items() if name and len(slugs) == 1},
        single=_single(site),
        undefined=site.undefined,
    )


def coverage_view(desk: Desk) -> CoverageView:
    """`/about/coverage/`."""
    found = coverage_of(desk.site)
    readings = {reading.slug: reading for reading in desk.site.readings}
    events = {it.event.id: it.event.title for it in desk.site.events}

    def reading(slug: str) -> LinkView:
        return LinkView(readings[slug].title, relative(COVERAGE, page_of(readings[slug])))

    return CoverageView(
        shell=shell_of(desk, COVERAGE, "coverage", desk.words("page.coverage")),
        readings=found.readings,
        words=found.words,
        charts=tuple(chart for chart in _charts(desk, found) if chart.bars),
        empty=tuple(
            desk.words_of_date(first if first == last else f"{first}/{last}")
            for first, last in found.empty
        ),
        alone=tuple((name, reading(slug)) for name, slug in found.alone.items()),
        single=tuple(
            (LinkView(events[event], relative(COVERAGE, "timeline/", event)), reading(slug))
            for event, slug in found.single.items()
        ),
        unmentioned=tuple(
            desk.own_link(entry, COVERAGE) for entry, count in found.entries.items() if not count
        ),
        undefined=found.undefined,
        undated=tuple(reading(slug) for slug in found.undated),
    )


def _charts(desk: Desk, found: Coverage) -> tuple[ChartView, ...]:
    mentioned = [(entry, count) for entry, count in found.entries.items() if count]
    kinds = {_kind(desk, name): count for name, count in found.kinds.items()}
    extents = {desk.words(f"extent.{name}"): count for name, count in found.extents.items()}
    return (
        ChartView("months", "chart.count", _bars(_in_words(desk, found.months))),
        ChartView("sources", "chart.count", _bars(found.sources)),
        ChartView("kinds", "chart.count", _bars(kinds)),
        ChartView("languages", "chart.count", _bars(found.languages)),
        ChartView("extents", "chart.count", _bars(extents)),
        ChartView(
            "entries",
            "chart.mentions",
            tuple(Bar(desk.entries[it].name, count) for it, count in mentioned[:_MOST_ENTRIES]),
        ),
    )


def _in_words(desk: Desk, months: Mapping[str, int]) -> Mapping[str, int]:
    """Months in words; years, where the months are too many to look at."""
    if len(months) <= _MOST_MONTHS:
        return {desk.words_of_date(month): count for month, count in months.items()}
    years: Counter[str] = Counter()
    for month, count in months.items():
        years[month[:-3]] += count
    return years


def _bars(counts: Mapping[str, int]) -> tuple[Bar, ...]:
    return tuple(Bar(label, count) for label, count in counts.items())


def _kind(desk: Desk, name: str) -> str:
    key = f"type.{name}"
    return desk.words(key) if desk.words.has(key) else name or desk.words("coverage.unstated")


def _ranked(counts: Mapping[str, int]) -> Mapping[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _source(reading: Document) -> str:
    return reading.record.container_title or reading.record.publisher


def _month(reading: Document) -> str:
    """`2024-02`; empty where the date is no month or day."""
    try:
        month = month_key(parse(reading.record.date)) if reading.record.date else ""
    except EdtfError:
        return ""
    return month if month.count("-") == 1 and not month.startswith("-") else ""


def _empty(numbers: Sequence[int]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (_name(one + 1), _name(other - 1)) for one, other in pairwise(numbers) if other - one > 1
    )


def _name(number: int) -> str:
    return f"{number // _MONTHS_A_YEAR:04}-{number % _MONTHS_A_YEAR + 1:02}"


def _number(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * _MONTHS_A_YEAR + int(number) - 1


def _mentions(site: Site) -> Mapping[str, int]:
    readings = {reading.path for reading in site.readings}
    counts = {
        entry.id: sum(
            len(it.marks) for it in site.mentioned.get(entry.id, ()) if it.document in readings
        )
        for entry in site.entries
    }
    return _ranked(counts)


def _single(site: Site) -> Mapping[str, str]:
    slugs = {reading.path: reading.slug for reading in site.readings}
    single: dict[str, str] = {}
    for evident in site.events:
        paths = {path for path, _ in (*evident.passages, *evident.unshown)}
        if len(paths) == 1:
            single[evident.event.id] = slugs[paths.pop()]
    return single
