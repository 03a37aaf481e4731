"""The whole dossier, linked: mentions, references, backlinks, related readings, evidence, in order; nothing is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dossier.link.addresses import TIMELINE, address_of_asset, address_of_document, address_of_entry
from dossier.link.backlinks import cited_in, mentioned_in
from dossier.link.evidence import Readings
from dossier.link.integrity import check_integrity, distinct_entries
from dossier.link.lexicon import Lexicon, build_lexicon
from dossier.link.meanings import Context
from dossier.link.mentions import Found, find_in_body, find_mentions
from dossier.link.ordering import (
    events_in_order,
    in_order_of_date,
    in_order_of_menu,
    in_order_of_name,
    newest_first,
)
from dossier.link.references import Origin, resolve
from dossier.link.related import related_readings
from dossier.link.targets import Targets
from dossier.model import (
    Address,
    Config,
    Document,
    Entry,
    Event,
    Evident,
    Linked,
    Problem,
    Reference,
    Site,
)

Find = Callable[[Lexicon, Document], Found]


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
    named = in_order_of_name(kept)
    dated = events_in_order(events)
    lexicon = build_lexicon(named)
    targets = Targets(
        (*ordered, *own),
        {entry.id: entry for entry in named},
        lexicon,
        frozenset(event.id for event in dated),
        frozenset(assets),
    )
    linker = _Linker(lexicon, targets, find)
    linker.problems.extend((*problems, *check_integrity(ordered, own, named, dated)))
    linked = {it.path: linker.document(it) for it in sorted((*ordered, *own), key=_path)}
    definitions = {it.id: linker.definition(it) for it in sorted(named, key=_id)}
    evident = _evident(linker, ordered, dated)
    newest = (*newest_first(ordered), *own)
    addresses = {address_of_document(reading): reading.path for reading in ordered}
    site = Site(
        config=config,
        readings=ordered,
        pages=own,
        entries=named,
        events=evident,
        linked=linked,
        definitions=definitions,
        mentioned=mentioned_in(newest, linked, named),
        cited=cited_in(newest, linked, addresses),
        related=related_readings(ordered, linked, named),
        addresses={it.id: address_of_entry(it) for it in sorted(named, key=_id)},
        assets=tuple(sorted(linker.used)),
    )
    return site, tuple(linker.problems)


def _path(document: Document) -> str:
    return document.path


def _id(entry: Entry) -> str:
    return entry.id


def _evident(
    linker: _Linker, readings: Sequence[Document], events: Sequence[Event]
) -> tuple[Evident, ...]:
    known = Readings(readings)
    evident: list[Evident] = []
    for event in events:
        places, problems = known.find(event)
        linker.problems.extend(problems)
        evident.append(Evident(event, linker.description(event), places))
    return tuple(evident)


class _Linker:
    """Links one text after another, and keeps what turns up on the way."""

    def __init__(self, lexicon: Lexicon, targets: Targets, find: Find) -> None:
        self._lexicon = lexicon
        self._targets = targets
        self._find = find
        self._published = {address_of_asset(path).page: path for path in targets.assets}
        self.problems: list[Problem] = []
        self.used: set[str] = set()

    def document(self, document: Document) -> Linked:
        """Link a reading or a page."""
        page = address_of_document(document).page
        return self._linked(
            Origin(document.path, page, document.body, document),
            self._find(self._lexicon, document),
        )

    def definition(self, entry: Entry) -> Linked:
        """Link what an entry is said to be; it does not mention itself."""
        page = address_of_entry(entry).page
        context = Context(entry.position.path, entry.language, own=entry.id)
        found = find_in_body(self._lexicon, entry.definition, context)
        return self._linked(Origin(entry.position.path, page, entry.definition), found)

    def description(self, event: Event) -> Linked:
        """Link what is said of an event."""
        found = find_in_body(self._lexicon, event.description, Context(event.position.path))
        return self._linked(Origin(event.position.path, TIMELINE, event.description), found)

    def _linked(self, origin: Origin, found: Found) -> Linked:
        mentions, problems = found
        self.problems.extend(problems)
        targets: dict[int, Address | None] = {}
        labels: dict[int, str] = {}
        for number, slot in enumerate(origin.body.slots):
            if not isinstance(slot, Reference):
                continue
            resolved = resolve(self._targets, origin, slot)
            if resolved is None:
                continue
            targets[number] = resolved.address
            self.problems.extend(resolved.problems)
            if slot.kind == "wiki" and not slot.text:
                labels[number] = resolved.label
            if resolved.address and resolved.address.page in self._published:
                self.used.add(self._published[resolved.address.page])
        return Linked(origin.body, mentions, targets, labels)
