"""Documents, entries and events, each by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dossier.model.body import EMPTY_BODY, Body
from dossier.model.problem import NOWHERE, Position
from dossier.model.source import Record

EntryKind = Literal["acronym", "term", "person", "organisation", "place"]
Mark = Literal["section", "page", "every", "never"]

ENTRY_KINDS: tuple[EntryKind, ...] = ("acronym", "term", "person", "organisation", "place")
MARKS: tuple[Mark, ...] = ("section", "page", "every", "never")


@dataclass(frozen=True, slots=True)
class Document:
    """A reading (a file in `seeds/`) or a page of the curator's own (in `content/`)."""

    kind: Literal["reading", "page"]
    path: str
    slug: str
    title: str
    """From the record, else the first heading or line, else the file's name."""
    record: Record
    body: Body
    language: str
    digest: str
    """SHA-256 of the file's bytes."""
    media: Literal["markdown", "plain"] = "markdown"
    key: str = ""
    """Digest of all that parsing depends on: what a cache may be keyed by."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address outside the dossier, with its words."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that is explained or named: an acronym, a term, a person, an organisation, a place."""

    id: str
    kind: EntryKind
    name: str
    """The `name` or `term` itself."""
    expansion: str = ""
    definition: Body = EMPTY_BODY
    aliases: tuple[str, ...] = ()
    stands_for: str = ""
    """The key `for`: id of the entry that an acronym leads to."""
    see: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    role: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    language: str = ""
    case: bool | None = None
    """Whether case must match; None: as the kind has it (terms fold, others match)."""
    plural: bool | None = None
    """Whether a plural or possessive ending is taken along; None: yes."""
    only_in: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    mark: Mark = "section"
    position: Position = NOWHERE
    lines: Mapping[str, Position] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation from a reading that carries an event."""

    reading: str
    exact: str
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, with the passages that say so."""

    id: str
    date: str
    """EDTF, valid; empty if undated."""
    title: str
    description: Body = EMPTY_BODY
    entries: tuple[str, ...] = ()
    place: str = ""
    evidence: tuple[Evidence, ...] = ()
    position: Position = NOWHERE
    lines: Mapping[str, Position] = field(default_factory=dict)
