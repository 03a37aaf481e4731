"""What a template may see of the dossier: closed, frozen, with every address already relative to its page.

Texts are plain unless they say otherwise. `Prose` is the only value that becomes HTML or Markdown by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.render.views.curated import (
    AnswerView,
    ClaimItem,
    ClaimsView,
    ClaimView,
    PathItem,
    PathsView,
    PathView,
    QuotedView,
    ReadingClaim,
    RelationGroup,
    RelationView,
    StopView,
    WayView,
)
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
    FilterView,
    HomeView,
    NotFoundView,
    ReadingsView,
    SearchView,
    TimelineView,
    TopicsView,
    TopicView,
)
from dossier.render.views.overview import ChartView, CoverageView, NetworkView, NodeView, TieView
from dossier.render.views.readings import (
    DefinitionView,
    EventView,
    ExtentView,
    MentionGroup,
    MetadataView,
    NamedGroup,
    NamedView,
    NoteView,
    OutlineItem,
    PageView,
    QualityView,
    ReadingCard,
    ReadingView,
    RelatedView,
    RightsView,
    SentenceView,
    StyledCitation,
)
from dossier.render.views.shell import LinkView, Shell

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "AnswerView",
    "Bar",
    "BibliographyView",
    "ChangeView",
    "ChangesView",
    "ChartView",
    "CitationView",
    "ClaimItem",
    "ClaimView",
    "ClaimsView",
    "CoverageView",
    "DayView",
    "DefinitionView",
    "EntriesView",
    "EntryItem",
    "EntryView",
    "EventView",
    "ExtentView",
    "FilterView",
    "GlossaryView",
    "HomeView",
    "LetterGroup",
    "LinkView",
    "MentionGroup",
    "MetadataView",
    "MovedView",
    "NamedGroup",
    "NamedView",
    "NetworkView",
    "NodeView",
    "NotFoundView",
    "NoteView",
    "OutlineItem",
    "Page",
    "PageView",
    "PathItem",
    "PathView",
    "PathsView",
    "Planned",
    "QualityView",
    "QuotedView",
    "ReadingCard",
    "ReadingClaim",
    "ReadingView",
    "ReadingsView",
    "RelatedView",
    "RelationGroup",
    "RelationView",
    "RightsView",
    "SearchView",
    "SentenceView",
    "Shell",
    "StopView",
    "StyledCitation",
    "TieView",
    "TimelineView",
    "TopicView",
    "TopicsView",
    "View",
    "WayView",
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
    | ClaimsView
    | ClaimView
    | PathsView
    | PathView
    | CoverageView
    | NetworkView
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page to render: where it goes, by which template, from what."""

    path: str
    """Its address in the site: `readings/x/`, empty for the home page; `404.html` names a file."""
    template: str
    view: View


@dataclass(frozen=True, slots=True)
class Planned:
    """A page before its view is laid out: whoever makes the page does that, in whatever process."""

    path: str
    template: str
    view: Callable[[], View]

    def page(self) -> Page:
        """The page; the same each time."""
        return Page(self.path, self.template, self.view())
