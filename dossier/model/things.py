"""Documents, entries and events, each by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dossier.model.body import EMPTY_BODY, Body
from dossier.model.problem import NOWHERE, Position
from dossier.model.rights import Extent, Withheld
from dossier.model.source import Record

EntryKind = Literal["acronym", "term", "person", "organisation", "place"]
Mark = Literal["section", "page", "every", "never"]

RelationType = Literal[
    "member_of",
    "part_of",
    "led_by",
    "founded_by",
    "succeeds",
    "split_from",
    "affiliated_with",
    "allied_with",
]

ENTRY_KINDS: tuple[EntryKind, ...] = ("acronym", "term", "person", "organisation", "place")
MARKS: tuple[Mark, ...] = ("section", "page", "every", "never")
RELATION_TYPES: tuple[RelationType, ...] = (
    "member_of",
    "part_of",
    "led_by",
    "founded_by",
    "succeeds",
    "split_from",
    "affiliated_with",
    "allied_with",
)


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
    extent: Extent = "full"
    """How much of its text `body` holds."""
    withheld: tuple[Withheld, ...] = ()
    """Passages that are not in `body`, in the order of the text."""
    is_absent: bool = False
    """Whether its file is not here."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address outside the dossier, with its words."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation from a reading that carries a statement of the curator's."""

    reading: str
    exact: str
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Relation:
    """How one entry stands to another, as its own file says."""

    type: RelationType
    to: str
    """Id of the other entry."""
    date: str = ""
    """EDTF, valid; empty if not stated."""
    evidence: tuple[Evidence, ...] = ()
    position: Position = NOWHERE
    """Of the id."""


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
    relations: tuple[Relation, ...] = ()
    position: Position = NOWHERE
    lines: Mapping[str, Position] = field(default_factory=dict)


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
    date_as_stated: str = ""
    """The date in the source's own words."""
    evidence: tuple[Evidence, ...] = ()
    position: Position = NOWHERE
    lines: Mapping[str, Position] = field(default_factory=dict)
