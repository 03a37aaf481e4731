"""The view of a reading, and of a page of the curator's own."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from dossier.render.cited import citations_of, exports_of_reading, reference_of
from dossier.render.claims import claim_marks, claims_of_reading
from dossier.render.curated import about_of, extent_of, note_views, quality_of, rights_of
from dossier.render.desk import page_of
from dossier.render.events import event_view
from dossier.render.metadata import metadata_of
from dossier.render.paths import ways_of_reading
from dossier.render.shell import shell_of
from dossier.render.views import (
    LinkView,
    NamedGroup,
    NamedView,
    OutlineItem,
    PageView,
    ReadingView,
    RelatedView,
)
from dossier.urls import relative, slugify

if TYPE_CHECKING:
    from dossier.model import Document
    from dossier.render.desk import Desk
    from dossier.render.views import EventView

_KINDS = ("person", "organisation", "place", "acronym", "term")


def reading_view(desk: Desk, index: int) -> ReadingView:
    """The view of the reading numbered `index` in `Site.readings`."""
    readings = desk.site.readings
    document = readings[index]
    page = page_of(document)
    record = document.record
    linked = desk.site.linked[document.path]
    reference = reference_of(document)
    notes = note_views(desk, document, page)
    view = ReadingView(
        shell=shell_of(desk, page, "reading", document.title, record.summary),
        reading=desk.card(document, page),
        subtitle=record.subtitle,
        publisher=record.publisher,
        container_title=record.container_title,
        topics=_topics(document, page),
        url=record.url,
        archived=record.archived,
        retrieved=desk.words_of_date(record.retrieved),
        rights=rights_of(document),
        note=record.note,
        sha256=document.digest,
        file=document.path,
        is_plain=document.media == "plain",
        body=replace(desk.body(document, page), ends=claim_marks(desk, document)),
        outline=outline(document),
        named=_named(desk, document, page),
        definitions=desk.definitions((linked, *(it.text.linked for it in notes)), page),
        mentioned_in=desk.groups(desk.site.cited.get(document.path, ()), page),
        related=_related(desk, document, page),
        events=_events(desk, document, page),
        previous=desk.card(readings[index - 1], page) if index else None,
        next=desk.card(readings[index + 1], page) if index + 1 < len(readings) else None,
        citations=citations_of(reference),
        exports=exports_of_reading(),
        metadata=metadata_of(reference, record.rights.statement, desk.site.config.title),
        previews=desk.previews(linked, page),
        notes=notes,
    )
    return _with_layer(view, desk, document)


def _topics(document: Document, page: str) -> tuple[LinkView, ...]:
    tags = document.record.tags
    return tuple(LinkView(tag, relative(page, f"topics/{slugify(tag)}/")) for tag in tags)


def _with_layer(view: ReadingView, desk: Desk, document: Document) -> ReadingView:
    """The view with what the curator says of the text as a whole."""
    return replace(
        view,
        date_as_stated=document.record.date_as_stated,
        quality=quality_of(document, desk.words),
        extent=extent_of(document, desk.words),
        about=about_of(desk, document, page_of(document)),
        is_absent=document.is_absent,
        claims=claims_of_reading(desk, document),
        ways=ways_of_reading(desk, document),
    )


def page_view(desk: Desk, document: Document) -> PageView:
    """The view of a page of the curator's own."""
    page = page_of(document)
    linked = desk.site.linked[document.path]
    return PageView(
        shell=shell_of(desk, page, "page", document.title, document.record.summary),
        summary=document.record.summary,
        body=desk.body(document, page),
        outline=outline(document),
        definitions=desk.definitions((linked,), page),
        previews=desk.previews(linked, page),
        extent=extent_of(document, desk.words),
    )


def outline(document: Document) -> tuple[OutlineItem, ...]:
    """The headings of a document."""
    return tuple(
        OutlineItem(passage.level, " ".join(passage.text.split()), f"#{passage.id}")
        for passage in document.body.passages
        if passage.level
    )


def _named(desk: Desk, document: Document, page: str) -> tuple[NamedGroup, ...]:
    passages = document.body.passages
    counts: Counter[str] = Counter()
    places: dict[str, dict[str, None]] = {}
    for mention in desk.site.linked[document.path].mentions:
        counts[mention.entry] += 1
        places.setdefault(mention.entry, {})[passages[mention.passage].id] = None
    groups = []
    for kind in _KINDS:
        ids = [entry for entry in counts if desk.entries[entry].kind == kind]
        ids.sort(key=lambda entry: (-counts[entry], desk.entries[entry].name.casefold(), entry))
        if ids:
            views = (_named_view(desk, it, counts[it], tuple(places[it]), page) for it in ids)
            groups.append(NamedGroup(kind, tuple(views)))
    return tuple(groups)


def _named_view(
    desk: Desk, entry: str, count: int, passages: tuple[str, ...], page: str
) -> NamedView:
    name, href = desk.entries[entry].name, desk.href_of_entry(entry, page)
    return NamedView(entry, name, desk.expansion(entry), href, count, passages)


def _related(desk: Desk, document: Document, page: str) -> tuple[RelatedView, ...]:
    return tuple(
        RelatedView(
            desk.card(desk.documents[related.document], page),
            tuple(
                LinkView(desk.entries[entry].name, desk.href_of_entry(entry, page))
                for entry in related.shared
            ),
        )
        for related in desk.site.related.get(document.path, ())
    )


def _events(desk: Desk, document: Document, page: str) -> tuple[EventView, ...]:
    return tuple(event_view(desk, evident, page) for evident in desk.events.get(document.path, ()))
