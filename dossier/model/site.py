"""The whole dossier, linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.address import Address
from dossier.model.body import Body
from dossier.model.claims import Claim
from dossier.model.config import Config
from dossier.model.history import History
from dossier.model.notes import Note
from dossier.model.paths import Path
from dossier.model.things import Document, Entry, Event, Relation


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry named in a text. `start` and `stop` are offsets in the passage's text."""

    entry: str
    """Id of the entry whose form was found (of an acronym, the acronym's)."""
    passage: int
    start: int
    stop: int
    slot: int
    """Index of the `Run`, or of the `Reference` that links by hand, in `Body.slots`."""
    offset: int
    """Where the mention begins in the run's own text."""
    marked: bool
    """Whether the page shows it as a link."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A body with everything in it that leads elsewhere."""

    body: Body
    mentions: tuple[Mention, ...] = ()
    """In the order of the text; never overlapping."""
    targets: Mapping[int, Address | None] = field(default_factory=dict)
    """Slot of each `Reference` that stays inside the dossier, to its address; None leads nowhere.
    A slot that is not here is an address outside, to be used as written."""
    labels: Mapping[int, str] = field(default_factory=dict)
    """Words for a wiki link that gave none, by slot."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence in which something is mentioned, and where it stands."""

    document: str
    """Path of the document."""
    passage: int
    sentence: tuple[int, int]
    """Offsets in the passage's text."""
    marks: tuple[tuple[int, int], ...]
    """The mentions in the sentence, as offsets in the passage's text."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another reading that shares entries, the rarest first."""

    document: str
    weight: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """A note with its words found."""

    note: Note
    text: Linked
    number: int
    """On its page, from 1, in the order of the text."""
    passage: int
    start: int
    stop: int
    """Offsets in the passage's text."""
    pieces: tuple[tuple[int, int, int], ...]
    """(slot of a run, from, to) of each part of the words, as offsets in the run's text."""
    behind: int = -1
    """Slot of the link in whose words the words end; -1 if they end in a run."""


@dataclass(frozen=True, slots=True)
class Evident:
    """An event with its evidence found: (document path, passage index) for each, in order."""

    event: Event
    description: Linked
    passages: tuple[tuple[str, int], ...]
    unshown: tuple[tuple[str, str], ...] = ()
    """(document path, passage id) of evidence that stands in a text which this audience may not see; the id is empty
    where the text is not at hand."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation looked up in its reading."""

    document: str
    """Path of the document."""
    exact: str = ""
    """The words; empty if this audience may not see them, or if all of the reading is meant."""
    passage: int = -1
    """Index of the passage; -1 if it is not shown, or if all of the reading is meant."""


@dataclass(frozen=True, slots=True)
class Bond:
    """A relation with its evidence found."""

    entry: str
    """Id of the entry that states it."""
    relation: Relation
    evidence: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Disputed:
    """A claim with its quotations found."""

    claim: Claim
    description: Linked
    quotations: tuple[Quoted | None, ...]
    """One for each answer; None where its reading is not there."""
    origins: tuple[int, ...]
    """For each answer, the index of the answer that it goes back to: its own if it repeats none."""


@dataclass(frozen=True, slots=True)
class Routed:
    """A path with its stops found."""

    path: Path
    texts: tuple[Linked, ...]
    """Before each stop."""
    targets: tuple[Quoted | None, ...]
    """Of each stop; None where it is words alone, or its reading is not there."""


@dataclass(frozen=True, slots=True)
class Site:
    """The whole dossier, linked. Mappings are ordered by key unless they say otherwise."""

    config: Config
    readings: tuple[Document, ...]
    """By date, oldest first, undated last; then by slug."""
    pages: tuple[Document, ...]
    """The curator's own, by menu place, then slug; the home page, if any, has the slug `index`."""
    entries: tuple[Entry, ...]
    """By name as a dictionary would have it."""
    events: tuple[Evident, ...]
    """By date; undated where they were written."""
    linked: Mapping[str, Linked]
    """Document path to its linked body."""
    definitions: Mapping[str, Linked]
    """Entry id to its linked definition."""
    mentioned: Mapping[str, tuple[Citation, ...]]
    """Entry id to the sentences that mention it, newest document first; an acronym's also count for what it stands for."""
    cited: Mapping[str, tuple[Citation, ...]]
    """Document path to the sentences elsewhere that link to it."""
    related: Mapping[str, tuple[Related, ...]]
    addresses: Mapping[str, Address]
    """Entry id to its address; an acronym that stands for another entry has its own in the glossary."""
    history: History = field(default_factory=History)
    """What became of addresses that were published before."""
    notes: Mapping[str, tuple[Noted, ...]] = field(default_factory=dict)
    """Document path to the notes on its text, by number; a document without any is not there."""
    about: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Entry id to the paths of readings whose records name it under `entries`, newest first."""
    bonds: tuple[Bond, ...] = ()
    """By entry as a dictionary would have it, then as written."""
    claims: tuple[Disputed, ...] = ()
    """As written."""
    paths: tuple[Routed, ...] = ()
    """By id."""
    undefined: tuple[str, ...] = ()
    """Acronyms that no entry explains."""
    assets: tuple[str, ...] = ()
    """Paths of files that documents show or link to and that are published beside them."""
