"""What a template may see of the dossier: closed, frozen, with every address already relative to its page.

Texts are plain unless they say otherwise. `Prose` is the only value that becomes HTML or Markdown by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.render.views.entries import (
    EntriesView,
    EntryItem,
    EntryView,
    GlossaryView,
    LetterGroup,
)
from dossier.render.views.history import ChangesView, ChangeView, DayView, MovedView, WithdrawnView
from dossier.render.views.lists import (
    Bar,
    BibliographyView,
    CitationView,
    HomeView,
    NotFoundView,
    ReadingsView,
    SearchView,
    TimelineView,
    TopicsView,
    TopicView,
)
from dossier.render.views.readings import (
    DefinitionView,
    EventView,
    MentionGroup,
    MetadataView,
    NamedGroup,
    NamedView,
    OutlineItem,
    PageView,
    ReadingCard,
    ReadingView,
    RelatedView,
    SentenceView,
    StyledCitation,
)
from dossier.render.views.shell import LinkView, Shell

__all__ = [
    "Bar",
    "BibliographyView",
    "ChangeView",
    "ChangesView",
    "CitationView",
    "DayView",
    "DefinitionView",
    "EntriesView",
    "EntryItem",
    "EntryView",
    "EventView",
    "GlossaryView",
    "HomeView",
    "LetterGroup",
    "LinkView",
    "MentionGroup",
    "MetadataView",
    "MovedView",
    "NamedGroup",
    "NamedView",
    "NotFoundView",
    "OutlineItem",
    "Page",
    "PageView",
    "ReadingCard",
    "ReadingView",
    "ReadingsView",
    "RelatedView",
    "SearchView",
    "SentenceView",
    "Shell",
    "StyledCitation",
    "TimelineView",
    "TopicView",
    "TopicsView",
    "View",
    "WithdrawnView",
]

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
    | ChangesView
    | MovedView
    | WithdrawnView
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page to render: where it goes, by which template, from what."""

    path: str
    """Its address in the site: `readings/x/`, empty for the home page; `404.html` names a file."""
    template: str
    view: View
