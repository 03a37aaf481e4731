"""One file as read, and the record of a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dossier.model.notes import Note
from dossier.model.problem import NOWHERE, Position
from dossier.model.rights import Rights

Version = Literal["original", "excerpt", "translation", "machine-translated", "paraphrase", "OCR"]
VERSIONS: tuple[Version, ...] = (
    "original",
    "excerpt",
    "translation",
    "machine-translated",
    "paraphrase",
    "OCR",
)
SourceKind = Literal["document", "record", "page", "entries", "events", "claims", "path", "asset"]


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the dossier as read: its text decoded, nothing of it interpreted."""

    path: str
    kind: SourceKind
    text: str
    """Decoded, line ends made `\\n`, without a byte order mark. Empty for assets."""
    digest: str
    """SHA-256 of the file's bytes, hexadecimal."""
    encoding: str = "utf-8"
    size: int = 0
    """Bytes."""
    is_absent: bool = False
    """Whether there is no file: a record stands for a document that is elsewhere."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person (`family`, `given`) or anything else (`literal`), as CSL has it."""

    family: str = ""
    given: str = ""
    literal: str = ""

    @property
    def text(self) -> str:
        """The name as read aloud."""
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


@dataclass(frozen=True, slots=True)
class Record:
    """What the curator says about a document, in the terms of CSL and Dublin Core. Empty text means not stated."""

    title: str = ""
    subtitle: str = ""
    slug: str = ""
    aliases: tuple[str, ...] = ()
    type: str = ""
    authors: tuple[Name, ...] = ()
    container_title: str = ""
    publisher: str = ""
    date: str = ""
    """EDTF, valid."""
    date_as_stated: str = ""
    """The date in the source's own words."""
    url: str = ""
    language: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    rights: Rights = field(default_factory=Rights)
    audience: tuple[str, ...] = ()
    """Audiences that may read all of it."""
    version: Version | Literal[""] = ""
    """How the text came about."""
    reliability: str = ""
    known_errors: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    entries: tuple[str, ...] = ()
    """Ids of entries that it is about."""
    sha256: str = ""
    """Of the file, in lower case."""
    retrieved: str = ""
    archived: str = ""
    note: str = ""
    remove: tuple[str, ...] = ()
    draft: bool = False
    unlink: tuple[str, ...] = ()
    """Phrases that are never linked in this document."""
    link: Mapping[str, str] = field(default_factory=dict)
    """Phrase to entry id: settles an alias that several entries claim, or links a phrase by hand."""
    menu: int = 0
    """Place of a page of the curator's own in the menu; 0 keeps it out."""
    position: Position = NOWHERE
    """Where the record stands; `line` is its first line."""
    lines: Mapping[str, Position] = field(default_factory=dict)
    """Position of each key's value."""
