"""Documents from elsewhere as they come into a dossier: their records, addresses and a survey; nothing is written."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dossier.model import Record
from dossier.nodes import read_nodes
from dossier.parse.entries import parse_entries
from dossier.parse.records import record_from
from dossier.parse.stated import stated_record
from dossier.start.draft import Origin, draft_record, own_record
from dossier.start.vault import Known, Survey, known_names, survey
from dossier.urls import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dossier.model import Config, Source
    from dossier.read import Given, Sources

_VAULT = "an Obsidian vault"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the dossier has already."""

    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Path of each document to its slug, title and aliases."""
    entries: frozenset[str] = frozenset()
    """Ids, names and aliases."""
    paths: frozenset[str] = frozenset()
    """Of attachments and pages."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A record that came beside its document and is not taken, and the first thing that is wrong with it."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """Texts of record files by their paths, and what the documents hold that does not map."""

    records: Mapping[str, str]
    survey: Survey
    aliases_twice: tuple[str, ...]
    """Addresses and names in `aliases` that several of the documents claim."""
    unread: tuple[Unread, ...]


def what_stands(sources: Sources, config: Config) -> Standing:
    """The names and addresses that a dossier has."""
    records = {
        PurePosixPath(each.path).with_suffix("").as_posix(): each for each in sources.records
    }
    called: dict[str, tuple[str, ...]] = {}
    for source in sources.documents:
        front, _ = own_record(source)
        stated, _ = stated_record(source, front, records.get(source.path), config)
        slug = stated.slug or _slug_of(source.path)
        called[source.path] = (slug, stated.title, *_names(stated.aliases))
    entries = (entry for source in sources.entries for entry in parse_entries(source)[0])
    names = (name for each in entries for name in (each.id, each.name, *each.aliases))
    paths = frozenset((*sources.assets, *(page.path for page in sources.pages)))
    return Standing(called, frozenset(names), paths)


def arrive(given: Given, standing: Standing, today: str) -> Arrival:
    """The records of documents, each under an address that is free, and a survey of them.

    A record that came beside its document is taken as it is if nothing is wrong with it; else one is drafted.
    """
    new = {source.path for source in given.documents}
    called = {path: names for path, names in standing.called.items() if path not in new}
    taken = {slug for slug, *_ in called.values()}
    beside, unread = _beside(given)
    records: dict[str, str] = {}
    claims: Counter[str] = Counter()
    for source in given.documents:
        record = f"{source.path}.yaml"
        stated = beside.get(record) or own_record(source)[1]
        plain = stated.slug or _slug_of(source.path)
        slug = plain if stated.slug else _free(source, plain, taken)
        taken.add(slug)
        origin = Origin(today, slug if slug != plain else "", _VAULT in given.signs)
        draft = draft_record(source, origin)
        aliases = _names(stated.aliases)
        claims.update(set(aliases))
        called[source.path] = (slug, stated.title or draft.title, *aliases)
        records[record] = draft.text
    records |= {each.path: each.text for each in given.records if each.path in beside}
    paths = _paths(called, {*standing.paths, *given.files})
    found = survey(given.documents, Known(known_names(called, standing.entries), paths))
    twice = tuple(sorted(alias for alias, count in claims.items() if count > 1))
    return Arrival(records, found, twice, unread)


def _beside(given: Given) -> tuple[dict[str, Record], tuple[Unread, ...]]:
    """Records that came beside documents, by path, and those with faults."""
    good: dict[str, Record] = {}
    unread: list[Unread] = []
    for each in given.records:
        node, problems = read_nodes(each.text, each.path)
        record, more = (
            record_from(node, each.path, each.text, kind="document") if node else (Record(), ())
        )
        faults = (*problems, *more)
        if node and not faults:
            good[each.path] = record
        else:
            first = faults[0] if faults else None
            why = f"{first.message}, on line {first.position.line}" if first else "it is empty"
            unread.append(Unread(each.path, why))
    return good, tuple(unread)


def _names(aliases: Iterable[str]) -> tuple[str, ...]:
    return tuple(alias.strip("/") for alias in aliases)


def _slug_of(path: str) -> str:
    return slugify(PurePosixPath(path).stem)


def _free(source: Source, plain: str, taken: set[str]) -> str:
    """An address that no document has: the file's name, then with its folders before it, then with its digest."""
    parts = PurePosixPath(source.path).with_suffix("").parts[1:]
    longer = (slugify(" ".join(parts[start:])) for start in range(len(parts) - 2, -1, -1))
    short = source.digest[:8]
    marked = slugify(f"{plain or 'document'} {short}")
    candidates = (plain, *longer, marked, slugify(f"{'-'.join(parts)} {short}"))
    return next((slug for slug in candidates if slug and slug not in taken), marked)


def _paths(called: Mapping[str, tuple[str, ...]], files: Iterable[str]) -> frozenset[str]:
    documents = (name for path in called for name in (path, posixpath.splitext(path)[0]))
    addresses = (f"readings/{slug}" for slug, *_ in called.values())
    lists = ("", "readings", "glossary", "people", "organisations", "places", "timeline")
    return frozenset((*files, *documents, *addresses, *lists))
