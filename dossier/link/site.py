"""The whole dossier, linked: mentions, references, backlinks, related readings, evidence, in order; nothing is rendered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.link.addresses import address_of_document, address_of_entry
from dossier.link.backlinks import cited_in, mentioned_in
from dossier.link.evidence import Readings
from dossier.link.integrity import check_integrity, distinct_entries
from dossier.link.lexicon import build_lexicon
from dossier.link.linker import Find, Linker
from dossier.link.mentions import find_mentions
from dossier.link.ordering import (
    events_in_order,
    in_order_of_date,
    in_order_of_menu,
    in_order_of_name,
    newest_first,
)
from dossier.link.related import related_readings
from dossier.link.targets import Targets
from dossier.model import Config, Document, Entry, Event, Evident, Problem, Site


def link_site(  # noqa: PLR0913, PLR0917  (one for each kind of file of a dossier)
    config: Config,
    readings: Iterable[Document],
    pages: Iterable[Document],
    entries: Iterable[Entry],
    events: Iterable[Event],
    assets: Iterable[str],
    *,
    find: Find = find_mentions,
) -> tuple[Site, tuple[Problem, ...]]:
    """Link everything to everything. `find` may be a `find_mentions` that remembers: equal in, equal out.

    `assets`: paths of files that may be published. Those that a text shows or links to are in `Site.assets`.
    """
    ordered, own = in_order_of_date(readings), in_order_of_menu(pages)
    kept, problems = distinct_entries(entries)
    named, dated = in_order_of_name(kept), events_in_order(events)
    linker = _linker(find, (*ordered, *own), named, dated, assets)
    linker.problems.extend((*problems, *check_integrity(ordered, own, named, dated)))
    linked = {it.path: linker.document(it) for it in sorted((*ordered, *own), key=_path)}
    newest = (*newest_first(ordered), *own)
    site = Site(
        config=config,
        readings=ordered,
        pages=own,
        entries=named,
        events=_evident(linker, ordered, dated),
        linked=linked,
        definitions={it.id: linker.definition(it) for it in sorted(named, key=_id)},
        mentioned=mentioned_in(newest, linked, named),
        cited=cited_in(newest, linked, {address_of_document(it): it.path for it in ordered}),
        related=related_readings(ordered, linked, named),
        addresses={it.id: address_of_entry(it) for it in sorted(named, key=_id)},
        assets=tuple(sorted(linker.used)),
    )
    return site, tuple(linker.problems)


def _linker(
    find: Find,
    documents: tuple[Document, ...],
    entries: Sequence[Entry],
    events: Iterable[Event],
    assets: Iterable[str],
) -> Linker:
    by_id = {entry.id: entry for entry in entries}
    happened = frozenset(event.id for event in events)
    lexicon = build_lexicon(entries)
    return Linker(lexicon, Targets(documents, by_id, lexicon, happened, frozenset(assets)), find)


def _path(document: Document) -> str:
    return document.path


def _id(entry: Entry) -> str:
    return entry.id


def _evident(
    linker: Linker, readings: Sequence[Document], events: Sequence[Event]
) -> tuple[Evident, ...]:
    known = Readings(readings)
    evident: list[Evident] = []
    for event in events:
        places, problems = known.find(event)
        linker.problems.extend(problems)
        evident.append(Evident(event, linker.description(event), places))
    return tuple(evident)
