"""The whole dossier, linked: mentions, references, backlinks, related readings, evidence, in order; nothing is rendered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.link.addresses import CLAIMS, PATHS, address_of_document, address_of_entry
from dossier.link.backlinks import cited_in, mentioned_in
from dossier.link.claims import disputed
from dossier.link.evidence import Readings
from dossier.link.integrity import check_integrity, distinct_entries
from dossier.link.lexicon import build_lexicon
from dossier.link.linker import Find, Linker
from dossier.link.mentions import find_mentions
from dossier.link.noted import anchor_notes
from dossier.link.ordering import (
    events_in_order,
    in_order_of_date,
    in_order_of_menu,
    in_order_of_name,
    newest_first,
)
from dossier.link.paths import routed
from dossier.link.quotations import Quotations
from dossier.link.related import related_readings
from dossier.link.relations import bonds_of
from dossier.link.targets import Targets
from dossier.model import (
    Body,
    Claim,
    Config,
    Document,
    Entry,
    Event,
    Evident,
    Noted,
    Path,
    Problem,
    Site,
)


def link_site(  # noqa: PLR0913, PLR0917  (one for each kind of file of a dossier)
    config: Config,
    readings: Iterable[Document],
    pages: Iterable[Document],
    entries: Iterable[Entry],
    events: Iterable[Event],
    assets: Iterable[str],
    *,
    claims: Iterable[Claim] = (),
    paths: Iterable[Path] = (),
    originals: Mapping[str, Body] | None = None,
    find: Find = find_mentions,
) -> tuple[Site, tuple[Problem, ...]]:
    """Link everything to everything. `find` may be a `find_mentions` that remembers: equal in, equal out.

    `assets`: paths of files that may be published. Those that a text shows or links to are in `Site.assets`.
    `originals`: whole texts of readings that are not shown in full, by path, to look quotations up in.
    """
    ordered, own = in_order_of_date(readings), in_order_of_menu(pages)
    kept, problems = distinct_entries(entries)
    named, dated = in_order_of_name(kept), events_in_order(events)
    asked, ways = tuple(claims), tuple(paths)
    linker = _linker(find, (*ordered, *own), named, dated, assets, _further(asked, ways))
    linker.problems.extend((*problems, *check_integrity(ordered, own, named, dated)))
    linked = {it.path: linker.document(it) for it in sorted((*ordered, *own), key=_path)}
    newest, known = (*newest_first(ordered), *own), Readings(ordered, originals or {})
    site = Site(
        config=config,
        readings=ordered,
        pages=own,
        entries=named,
        events=_evident(linker, known, dated),
        linked=linked,
        definitions={it.id: linker.definition(it) for it in sorted(named, key=_id)},
        mentioned=mentioned_in(newest, linked, named),
        cited=cited_in(newest, linked, {address_of_document(it): it.path for it in ordered}),
        related=related_readings(ordered, linked, named),
        addresses={it.id: address_of_entry(it) for it in sorted(named, key=_id)},
    )
    return _with_layer(site, asked, ways, linker, known), tuple(linker.problems)


def _further(claims: Iterable[Claim], paths: Iterable[Path]) -> tuple[str, ...]:
    """Pages that are made from no document and no entry."""
    return (*(f"{CLAIMS}{it.id}/" for it in claims), *(f"{PATHS}{it.id}/" for it in paths))


def _with_layer(
    site: Site,
    claims: Sequence[Claim],
    paths: Sequence[Path],
    linker: Linker,
    known: Readings,
) -> Site:
    """The site with what rests on quotations and is not an event."""
    quotations = Quotations(site.readings, known)
    entries = {entry.id: entry for entry in site.entries}
    bonds, unbound = bonds_of(site.entries, quotations)
    shown, unsettled = disputed(claims, entries, linker, quotations)
    ways, lost = routed(paths, linker, quotations)
    linker.problems.extend((*unbound, *unsettled, *lost))
    return replace(
        site,
        bonds=bonds,
        claims=shown,
        paths=ways,
        notes=_noted(linker, (*site.readings, *site.pages)),
        about=_about(newest_first(site.readings)),
        assets=tuple(sorted(linker.used)),
    )


def _linker(  # noqa: PLR0913, PLR0917  (all that a link may lead to)
    find: Find,
    documents: tuple[Document, ...],
    entries: Sequence[Entry],
    events: Iterable[Event],
    assets: Iterable[str],
    further: tuple[str, ...] = (),
) -> Linker:
    by_id = {entry.id: entry for entry in entries}
    happened = frozenset(event.id for event in events)
    lexicon = build_lexicon(entries)
    return Linker(
        lexicon, Targets(documents, by_id, lexicon, happened, frozenset(assets), further), find
    )


def _path(document: Document) -> str:
    return document.path


def _id(entry: Entry) -> str:
    return entry.id


def _evident(linker: Linker, known: Readings, events: Sequence[Event]) -> tuple[Evident, ...]:
    evident: list[Evident] = []
    for event in events:
        places, problems = known.find(event)
        linker.problems.extend(problems)
        unshown = known.unshown(event)
        evident.append(Evident(event, linker.description(event), places, unshown))
    return tuple(evident)


def _noted(linker: Linker, documents: Iterable[Document]) -> dict[str, tuple[Noted, ...]]:
    """The notes of each document that has any."""
    noted: dict[str, tuple[Noted, ...]] = {}
    for document in sorted(documents, key=_path):
        anchored, problems = anchor_notes(document)
        linker.problems.extend(problems)
        if anchored:
            noted[document.path] = tuple(
                Noted(
                    each.note,
                    linker.note(document, each.note),
                    number,
                    each.at.passage,
                    each.at.start,
                    each.at.stop,
                    each.pieces,
                    each.behind,
                )
                for number, each in enumerate(anchored, 1)
            )
    return noted


def _about(newest: Iterable[Document]) -> dict[str, tuple[str, ...]]:
    about: dict[str, list[str]] = {}
    for reading in newest:
        for entry in reading.record.entries:
            about.setdefault(entry, []).append(reading.path)
    return {entry: tuple(about[entry]) for entry in sorted(about)}
