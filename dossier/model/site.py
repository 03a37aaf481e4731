"""The whole dossier, linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.address import Address
from dossier.model.body import Body
from dossier.model.config import Config
from dossier.model.history import History
from dossier.model.things import Document, Entry, Event


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
class Evident:
    """An event with its evidence found: (document path, passage index) for each, in order."""

    event: Event
    description: Linked
    passages: tuple[tuple[str, int], ...]


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
    assets: tuple[str, ...] = ()
    """Paths of files that documents show or link to and that are published beside them."""
