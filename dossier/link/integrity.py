"""What must hold between files: distinct addresses, and keys that name what exists; not links in texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.link.addresses import (
    GENERATED,
    RESERVED,
    address_of_document,
    address_of_entry,
    topics_of,
)
from dossier.model import Document, Entry, Event, Position, Problem
from dossier.problems import did_you_mean, problem

_TAG = "tag:"


def distinct_entries(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The first entry of each id, and a problem for every other one."""
    first: dict[str, Entry] = {}
    problems: list[Problem] = []
    for entry in entries:
        taken = first.setdefault(entry.id.casefold(), entry)
        if taken is not entry:
            message = f'"{entry.id}" is the id of "{entry.name}" here and of "{taken.name}" in {_at(taken.position)}'
            where = _place(entry, "id")
            problems.append(
                problem("entry-duplicate-id", where, message, hint='give one of them another "id"')
            )
    return tuple(first.values()), tuple(problems)


def check_integrity(
    readings: Sequence[Document],
    pages: Sequence[Document],
    entries: Sequence[Entry],
    events: Sequence[Event],
) -> tuple[Problem, ...]:
    """All problems of addresses and of keys that name something."""
    ids = {entry.id: entry for entry in entries}
    documents = (*readings, *pages)
    return (
        *_duplicate_slugs(readings),
        *_duplicate_slugs(pages),
        *_reserved_slugs(pages),
        *_taken_addresses(readings, pages, entries),
        *_unknown_in_entries(entries, ids),
        *_unknown_scopes(entries, documents),
        *_unknown_in_events(events, ids),
        *_unknown_in_records(documents, ids),
    )


def _duplicate_slugs(documents: Iterable[Document]) -> Iterator[Problem]:
    first: dict[str, Document] = {}
    for document in documents:
        taken = first.setdefault(document.slug.casefold(), document)
        if taken is not document:
            message = f'"{document.slug}" is the slug of {taken.path} and of {document.path}'
            hint = "give one of them another slug in its record"
            yield problem("slug-duplicate", _key(document, "slug"), message, hint=hint)


def _reserved_slugs(pages: Iterable[Document]) -> Iterator[Problem]:
    for page in pages:
        if page.slug.casefold() in RESERVED:
            message = f'"{page.slug}" is an address that every dossier has for itself'
            hint = "rename the file, or give it another slug"
            yield problem("slug-reserved", _key(page, "slug"), message, hint=hint)


def _taken_addresses(
    readings: Sequence[Document], pages: Sequence[Document], entries: Iterable[Entry]
) -> Iterator[Problem]:
    """Old addresses that are still, or again, somebody else's."""
    holders = dict.fromkeys((*GENERATED, *topics_of(readings)), "the dossier itself")
    holders |= {
        address_of_entry(entry).page: f'the entry "{entry.id}"'
        for entry in entries
        if entry.kind in ("person", "organisation", "place")
    }
    holders |= {address_of_document(it).page: it.path for it in (*readings, *pages)}
    holders = {address.casefold(): holder for address, holder in holders.items()}
    for document in (*readings, *pages):
        for alias in document.record.aliases:
            address = _address(alias)
            holder = holders.setdefault(address.casefold(), document.path)
            if holder != document.path:
                message = (
                    f'"{alias}" is an old address of {document.path} and an address of {holder}'
                )
                yield problem("address-duplicate", _key(document, "aliases"), message)


def _address(alias: str) -> str:
    bare = alias.strip("/").removesuffix("index.html").strip("/")
    return f"{bare}/" if bare else ""


def _unknown_in_entries(entries: Iterable[Entry], ids: Mapping[str, Entry]) -> Iterator[Problem]:
    for entry in entries:
        for key, named in (
            ("for", (entry.stands_for,) if entry.stands_for else ()),
            ("see", entry.see),
        ):
            for name in named:
                if name not in ids:
                    yield _unknown_entry(_place(entry, key), f'"{entry.id}", {key}', name, ids)
        if _is_in_loop(entry, ids):
            message = f'"{entry.id}" stands for "{entry.stands_for}", which leads back to it'
            yield problem("entry-loop", _place(entry, "for"), message)


def _is_in_loop(entry: Entry, ids: Mapping[str, Entry]) -> bool:
    seen: set[str] = set()
    at = entry.stands_for
    while at in ids and at not in seen:
        if at == entry.id:
            return True
        seen.add(at)
        at = ids[at].stands_for
    return False


def _unknown_scopes(entries: Iterable[Entry], documents: Iterable[Document]) -> Iterator[Problem]:
    known = {
        name for it in documents for name in (it.slug, *(_TAG + tag for tag in it.record.tags))
    }
    for entry in entries:
        for key, scopes in (("only_in", entry.only_in), ("not_in", entry.not_in)):
            for scope in scopes:
                if scope not in known:
                    message = f'"{entry.id}", {key}: there is no document and no tag "{scope}"'
                    yield problem(
                        "scope-unknown",
                        _place(entry, key),
                        message,
                        hint=did_you_mean(scope, sorted(known)),
                    )


def _unknown_in_events(events: Iterable[Event], ids: Mapping[str, Entry]) -> Iterator[Problem]:
    for event in events:
        places = {**{name: f"entries.{name}" for name in event.entries}, event.place: "place"}
        for name, key in places.items():
            if name and name not in ids:
                where = event.lines.get(key, event.position)
                yield _unknown_entry(where, f'event "{event.id}"', name, ids)


def _unknown_in_records(
    documents: Iterable[Document], ids: Mapping[str, Entry]
) -> Iterator[Problem]:
    for document in documents:
        for phrase, name in document.record.link.items():
            if name not in ids:
                yield _unknown_entry(_key(document, "link"), f'link "{phrase}"', name, ids)
        for name in document.record.entries:
            if name not in ids:
                key = f"entries.{name}" if f"entries.{name}" in document.record.lines else "entries"
                yield _unknown_entry(_key(document, key), "entries", name, ids)


def _unknown_entry(where: Position, what: str, name: str, ids: Mapping[str, Entry]) -> Problem:
    return problem(
        "entry-unknown",
        where,
        f'{what}: no entry "{name}"',
        hint=did_you_mean(name, ids),
        width=len(name),
    )


def _place(entry: Entry, key: str) -> Position:
    return entry.lines.get(key, entry.position)


def _key(document: Document, key: str) -> Position:
    return document.record.lines.get(key, Position(document.path))


def _at(position: Position) -> str:
    return f"{position.path}:{position.line}" if position.line else position.path
