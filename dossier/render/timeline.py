"""What the timeline can be narrowed down by: entries, topics, sources, readings; not the events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.render.views import FilterView
from dossier.urls import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dossier.model import Document, Evident
    from dossier.render.desk import Desk
    from dossier.render.views import EventView

FILTERS = ("entry", "topic", "source", "reading")

Facets = tuple[tuple[str, tuple[str, ...]], ...]


def facets_of(desk: Desk, evident: Evident) -> Facets:
    """The values of each filter that an event has."""
    event = evident.event
    entries = (*event.entries, event.place) if event.place else event.entries
    readings = _readings(desk, evident)
    return (
        ("entry", tuple(dict.fromkeys(entries))),
        ("topic", _distinct(slugify(tag) for it in readings for tag in it.record.tags)),
        ("source", _distinct(slugify(_source(it)) for it in readings)),
        ("reading", tuple(it.slug for it in readings)),
    )


def filters_of(desk: Desk, events: Iterable[EventView]) -> tuple[FilterView, ...]:
    """Every filter that has a choice to make, with the words of its values in order."""
    used: dict[str, set[str]] = {name: set() for name in FILTERS}
    for event in events:
        for name, values in event.facets:
            used[name].update(values)
    words = _words(desk)
    return tuple(
        FilterView(
            name,
            tuple(
                sorted(
                    ((value, words[name][value]) for value in used[name]),
                    key=lambda choice: (choice[1].casefold(), choice[0]),
                )
            ),
        )
        for name in FILTERS
        if len(used[name]) > 1
    )


def _words(desk: Desk) -> dict[str, dict[str, str]]:
    readings = desk.site.readings
    return {
        "entry": {entry.id: entry.name for entry in desk.site.entries},
        "topic": {slugify(tag): tag for it in reversed(readings) for tag in it.record.tags},
        "source": {slugify(_source(it)): _source(it) for it in readings},
        "reading": {it.slug: it.title for it in readings},
    }


def _readings(desk: Desk, evident: Evident) -> list[Document]:
    paths = dict.fromkeys(path for path, _ in (*evident.passages, *evident.unshown))
    return [desk.documents[path] for path in paths]


def _source(reading: Document) -> str:
    return reading.record.container_title or reading.record.publisher


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
