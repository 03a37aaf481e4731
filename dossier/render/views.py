"""What a template may see of the dossier: closed, frozen, with every address already relative to its page.

Texts are plain unless they say otherwise. `Prose` is the only value that becomes HTML or Markdown by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dossier.render.prose import Prose


@dataclass(frozen=True, slots=True)
class LinkView:
    """Words that lead somewhere. `href` names files (`../x/index.html#y`); in Markdown pages use the `md` filter."""

    text: str
    href: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page has around its content."""

    title: str
    """Of the page, without the site's."""
    site_title: str
    site_subtitle: str
    site_author: str
    language: str
    """Of the interface, BCP 47."""
    direction: str
    """`ltr` or `rtl`."""
    description: str
    root: str
    """The way to the site's top folder: empty, or `../../`; in `404.html` the absolute base path."""
    canonical: str
    """Absolute address; empty where the dossier has no base address."""
    site_url: str
    """Absolute address of the home page; empty where unknown."""
    menu: tuple[LinkView, ...]
    home: str
    search: str
    markdown: str
    """The way to the same page as Markdown."""
    template: str


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
    rights: str
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
    previews: tuple[ReadingCard, ...] = ()
    """Of every reading that the text links to, once."""


@dataclass(frozen=True, slots=True)
class EntryItem:
    """An entry as it is listed."""

    id: str
    kind: str
    name: str
    expansion: str
    role: str
    href: str
    """Of the entry's own page or place."""
    language: str
    definition: Prose
    aliases: tuple[str, ...]
    letter: str
    """Under which it is filed."""
    count: int
    """Mentions, in all readings."""
    readings: int
    """Readings that mention it."""
    see: tuple[LinkView, ...] = ()
    links: tuple[LinkView, ...] = ()
    stands_for: LinkView | None = None
    mentions: tuple[MentionGroup, ...] = ()
    """Only where the page lists them."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """`/people/<id>/`, `/organisations/<id>/`, `/places/<id>/`."""

    shell: Shell
    entry: EntryItem
    facts: tuple[tuple[str, str], ...]
    acronyms: tuple[LinkView, ...]
    """Acronyms that stand for this entry."""
    together: tuple[tuple[LinkView, int], ...]
    """Entries named in the same passages, with in how many, most first; up to twelve."""
    events: tuple[EventView, ...]
    definitions: tuple[DefinitionView, ...]


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """Entries under one letter."""

    letter: str
    entries: tuple[EntryItem, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """`/glossary/`: acronyms and terms, each at `#<id>`, each with the sentences that use it."""

    shell: Shell
    letters: tuple[LetterGroup, ...]
    definitions: tuple[DefinitionView, ...]


@dataclass(frozen=True, slots=True)
class EntriesView:
    """`/people/`, `/organisations/`, `/places/`."""

    shell: Shell
    kind: str
    letters: tuple[LetterGroup, ...]
    definitions: tuple[DefinitionView, ...]


@dataclass(frozen=True, slots=True)
class ReadingsView:
    """`/readings/`: all readings, oldest first."""

    shell: Shell
    readings: tuple[ReadingCard, ...]


@dataclass(frozen=True, slots=True)
class TopicsView:
    """`/topics/`: the tags, with their readings' number."""

    shell: Shell
    topics: tuple[tuple[LinkView, int], ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """`/topics/<tag>/`."""

    shell: Shell
    name: str
    readings: tuple[ReadingCard, ...]


@dataclass(frozen=True, slots=True)
class CitationView:
    """A reading in the bibliography: its citation in stretches, each in italics or not."""

    reading: ReadingCard
    citation: tuple[tuple[str, bool], ...]
    url: str


@dataclass(frozen=True, slots=True)
class BibliographyView:
    """`/bibliography/`: by author or publisher, then date."""

    shell: Shell
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """`/timeline/`: the events in order."""

    shell: Shell
    events: tuple[EventView, ...]
    definitions: tuple[DefinitionView, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or a source, with how many readings it has."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    shell: Shell
    introduction: Prose
    definitions: tuple[DefinitionView, ...]
    start: tuple[ReadingCard, ...]
    """Where to begin: the first readings that the introduction links to, else the oldest."""
    latest: tuple[ReadingCard, ...]
    """The newest by date."""
    months: tuple[Bar, ...]
    sources: tuple[Bar, ...]
    counts: tuple[tuple[LinkView, int], ...]
    """How many readings, acronyms and terms, people, organisations, places, events."""
    previews: tuple[ReadingCard, ...] = ()
    """Of every reading that the text links to, once."""


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


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """`404.html`: the only page with absolute links, since it is shown at any address."""

    shell: Shell
    places: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """`/search/`: what it finds is found in the browser."""

    shell: Shell


View = (
    ReadingView
    | EntryView
    | GlossaryView
    | EntriesView
    | ReadingsView
    | TopicsView
    | TopicView
    | BibliographyView
    | TimelineView
    | HomeView
    | PageView
    | NotFoundView
    | SearchView
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page to render: where it goes, by which template, from what."""

    path: str
    """Its address in the site: `readings/x/`, empty for the home page; `404.html` names a file."""
    template: str
    view: View
