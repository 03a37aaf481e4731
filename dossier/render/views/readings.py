"""What the page of a reading, or of the curator's own, may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dossier.render.prose import Prose
    from dossier.render.views.curated import ReadingClaim, WayView
    from dossier.render.views.shell import LinkView, Shell


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence that mentions something: its words in stretches, each marked or not."""

    words: tuple[tuple[str, bool], ...]
    href: str
    """To the passage."""
    number: int
    """Of the passage on its page; 0 if it has none."""


@dataclass(frozen=True, slots=True)
class ReadingCard:
    """A reading as it is listed."""

    title: str
    href: str
    slug: str
    language: str
    direction: str
    kind: str
    """CSL item type in words; empty if unknown."""
    source: str
    """Container title, else publisher; empty if unknown."""
    authors: tuple[str, ...]
    date: str
    """EDTF."""
    date_words: str
    month: str
    """`2024-02` or `2024` or empty."""
    summary: str
    tags: tuple[str, ...]
    minutes: int
    """0 if nothing of it may be shown."""
    version: str = ""
    """How the text came about, in a word; empty for an original."""
    extent: str = ""
    """In a word, if not all of it is shown."""


@dataclass(frozen=True, slots=True)
class QualityView:
    """What a reader must know of a text before believing it."""

    version: str
    """A sentence; empty if not stated."""
    reliability: str
    known_errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RightsView:
    """The terms on which a document may be used."""

    licence: LinkView | None
    """Its address is empty where it has none."""
    holder: str
    note: str


@dataclass(frozen=True, slots=True)
class ExtentView:
    """Says that a text is not shown, or not all of it, and where to read on."""

    words: str
    link: LinkView | None


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note on the text."""

    number: int
    kind: str
    """`comment`, `context`, `correction`, `sic`, `doubt`, `translation`."""
    exact: str
    """The words that it is on."""
    correct: str
    """What they should read."""
    text: Prose


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """The sentences of one reading (or own page) that mention something."""

    reading: ReadingCard
    sentences: tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True)
class DefinitionView:
    """What a mention's popover shows."""

    id: str
    """Of the entry mentioned."""
    kind: str
    """`acronym`, `term`, `person`, `organisation` or `place`."""
    name: str
    expansion: str
    role: str
    definition: Prose
    """Of the entry itself, or of the one it stands for."""
    href: str
    """To the entry's page or place in the glossary."""
    count: int
    """In how many readings it is mentioned."""
    latest: tuple[LinkView, ...] = ()
    """Up to three newest readings that mention it."""
    facts: tuple[tuple[str, str], ...] = ()
    """What the entry says of itself in short, such as dates."""


@dataclass(frozen=True, slots=True)
class NamedView:
    """An entry named in a reading."""

    id: str
    name: str
    expansion: str
    href: str
    count: int
    passages: tuple[str, ...]
    """Ids of the passages on the page that name it, in order, each once."""


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """The entries of one kind named in a reading, most often named first."""

    kind: str
    entries: tuple[NamedView, ...]


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A heading of the page."""

    level: int
    """2 to 6."""
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A reading that shares entries with this one."""

    reading: ReadingCard
    shared: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with the passages that carry it."""

    id: str
    date: str
    date_words: str
    year: str
    title: str
    description: Prose
    entries: tuple[LinkView, ...]
    place: LinkView | None
    evidence: tuple[tuple[ReadingCard, SentenceView], ...]
    former: tuple[str, ...] = ()
    """Ids on the timeline that it had before."""
    date_as_stated: str = ""
    """In the source's own words."""
    first: str = ""
    """Its first day, `2024-02-02`, or as much of that as is stated; of an undated event, that of the one before."""
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What the timeline can be narrowed down by: name of the filter, and its values that this event has."""


@dataclass(frozen=True, slots=True)
class StyledCitation:
    """A reading cited in a style."""

    style: str
    """Name of the style."""
    citation: tuple[tuple[str, bool], ...]
    """In stretches, each in italics or not."""


@dataclass(frozen=True, slots=True)
class MetadataView:
    """What the head of a reading's page says of the document to programs."""

    names: tuple[tuple[str, str], ...]
    """Name and content of each `meta` element, in the order in which Zotero must read them."""
    site_name: str
    """The dossier's title, where no program can take it for the newspaper's; else empty."""
    published: str
    """`2024-02-02` if the date is certain to the day, else empty."""


@dataclass(frozen=True, slots=True)
class ReadingView:
    """`/readings/<slug>/`."""

    shell: Shell
    reading: ReadingCard
    subtitle: str
    publisher: str
    container_title: str
    topics: tuple[LinkView, ...]
    url: str
    archived: str
    retrieved: str
    """In words."""
    rights: RightsView | None
    note: str
    sha256: str
    file: str
    """Name of the file in `seeds/`."""
    is_plain: bool
    body: Prose
    outline: tuple[OutlineItem, ...]
    named: tuple[NamedGroup, ...]
    definitions: tuple[DefinitionView, ...]
    """Of every entry marked on the page, once, by id."""
    mentioned_in: tuple[MentionGroup, ...]
    related: tuple[RelatedView, ...]
    events: tuple[EventView, ...]
    previous: ReadingCard | None
    next: ReadingCard | None
    citations: tuple[StyledCitation, ...]
    exports: tuple[LinkView, ...]
    """Citations as files for reference managers."""
    metadata: MetadataView
    previews: tuple[ReadingCard, ...] = ()
    """Of every reading that the text links to, once."""
    quality: QualityView | None = None
    extent: ExtentView | None = None
    """None if all of the text is shown."""
    notes: tuple[NoteView, ...] = ()
    about: tuple[tuple[str, tuple[LinkView, ...]], ...] = ()
    """Kinds, and the entries of each that the record says it is about."""
    is_absent: bool = False
    """Whether the file is not among the sources."""
    date_as_stated: str = ""
    """The date in the source's own words."""
    claims: tuple[ReadingClaim, ...] = ()
    """Answers to claims that stand in it."""
    ways: tuple[WayView, ...] = ()
    """Stops of paths at it."""


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of the curator's own: `/<slug>/`."""

    shell: Shell
    summary: str
    body: Prose
    outline: tuple[OutlineItem, ...]
    definitions: tuple[DefinitionView, ...]
    previews: tuple[ReadingCard, ...] = ()
    """Of every reading that the text links to, once."""
    extent: ExtentView | None = None
