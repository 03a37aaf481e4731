"""What the pages of lists, the home page and the missing page may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dossier.render.prose import Prose
    from dossier.render.tombstones import TombstoneView
    from dossier.render.views.readings import DefinitionView, EventView, ReadingCard
    from dossier.render.views.shell import LinkView, Shell


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
    exports: tuple[LinkView, ...]
    """Of the whole dossier."""


@dataclass(frozen=True, slots=True)
class FilterView:
    """What the timeline can be narrowed down by."""

    name: str
    """In the address, and of its words: `timeline.NAME`."""
    choices: tuple[tuple[str, str], ...]
    """Value in the address, and its words."""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """`/timeline/`: the events in order."""

    shell: Shell
    filters: tuple[FilterView, ...]
    events: tuple[EventView, ...]
    definitions: tuple[DefinitionView, ...]
    gone: tuple[TombstoneView, ...] = ()


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
class NotFoundView:
    """`404.html`: the only page with absolute links, since it is shown at any address."""

    shell: Shell
    places: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """`/search/`: what it finds is found in the browser."""

    shell: Shell
