"""The views of events: on the timeline, and wherever an event concerns a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dossier.digest import digest_of
from dossier.edtf import EdtfError, parse, years
from dossier.model import Citation
from dossier.render.desk import page_of
from dossier.render.gone import tombstone_views
from dossier.render.prose import Prose
from dossier.render.shell import shell_of
from dossier.render.timeline import facets_of, filters_of
from dossier.render.views import EventView, ReadingCard, SentenceView, TimelineView
from dossier.urls import relative

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dossier.model import Evident
    from dossier.render.desk import Desk

_LAST_YEAR = 9999
"""That a date of four digits can have."""


def event_view(desk: Desk, evident: Evident, page: str) -> EventView:
    """An event as it stands on the page `page`."""
    event = evident.event
    linked = evident.description
    return EventView(
        id=event.id,
        date=event.date,
        date_words=desk.words_of_date(event.date),
        year=_year(event.date),
        title=event.title,
        description=Prose(
            digest_of(event.description.markdown), linked, page, desk.leads(linked, page)
        ),
        entries=tuple(desk.own_link(entry, page) for entry in event.entries),
        place=desk.own_link(event.place, page) if event.place else None,
        evidence=_evidence(desk, evident, page),
        former=desk.site.history.anchors.get("timeline/", {}).get(event.id, ()),
        date_as_stated=event.date_as_stated,
        first=_first(event.date),
        facets=facets_of(desk, evident),
    )


def timeline_view(desk: Desk) -> TimelineView:
    """`/timeline/`."""
    page = "timeline/"
    events = _placed(event_view(desk, evident, page) for evident in desk.site.events)
    shell = shell_of(desk, page, "timeline", desk.words("page.timeline"))
    bodies = [event.description.linked for event in events]
    gone = tombstone_views(desk, desk.site.history.tombstones.get(page, ()), page, what="event")
    filters = filters_of(desk, events)
    return TimelineView(shell, filters, events, desk.definitions(bodies, page), gone)


def _placed(events: Iterable[EventView]) -> tuple[EventView, ...]:
    """An undated event stands in the year, and on the day, of the one before it."""
    placed: list[EventView] = []
    for event in events:
        before = placed[-1] if placed and not event.date else event
        placed.append(replace(event, year=before.year or before.first[:4], first=before.first))
    return tuple(placed)


def _first(date: str) -> str:
    try:
        earliest = parse(date).earliest if date else None
    except EdtfError:
        return ""
    if not isinstance(earliest, tuple) or not 0 < earliest[0] <= _LAST_YEAR:
        return ""
    year, month, day = earliest
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def _evidence(
    desk: Desk, evident: Evident, page: str
) -> tuple[tuple[ReadingCard, SentenceView], ...]:
    views = []
    for path, index in evident.passages:
        passage = desk.documents[path].body.passages[index]
        exact = next(
            (e.exact for e in evident.event.evidence if e.exact in " ".join(passage.text.split())),
            "",
        )
        stop = len(passage.text)
        sentence = desk.sentence(Citation(path, index, (0, stop), ()), page)
        shown = (
            SentenceView(((exact, False),), sentence.href, sentence.number) if exact else sentence
        )
        views.append((desk.card(desk.documents[path], page), shown))
    for path, passage_id in evident.unshown:
        document = desk.documents[path]
        href = relative(page, page_of(document), passage_id)
        views.append((desk.card(document, page), SentenceView((), href, 0)))
    return tuple(views)


def _year(date: str) -> str:
    try:
        found = years(parse(date)) if date else range(0)
    except EdtfError:
        return ""
    return str(found[0]) if len(found) == 1 else ""
