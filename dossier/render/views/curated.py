"""What the pages of claims and paths may see, and what of them stands on other pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dossier.render.prose import Prose
    from dossier.render.views.readings import DefinitionView, ReadingCard, SentenceView
    from dossier.render.views.shell import LinkView, Shell


@dataclass(frozen=True, slots=True)
class QuotedView:
    """A reading, and what it says if this audience may see it."""

    reading: ReadingCard
    sentence: SentenceView | None


@dataclass(frozen=True, slots=True)
class RelationView:
    """Another entry, and what says that the two stand in a relation."""

    entry: LinkView
    date_words: str
    evidence: tuple[QuotedView, ...]


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """The relations of one type and one direction."""

    words: str
    """Such as `Member of`, or `Members` seen from the other side."""
    relations: tuple[RelationView, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What one source says."""

    id: str
    """On the claim's page."""
    value: str
    unit: str
    as_of: str
    """In words."""
    by: LinkView | None
    """Who says so; leads nowhere if it is a mere name."""
    source: QuotedView | None
    repeats: LinkView | None
    """The answer that it goes back to, on the same page."""


@dataclass(frozen=True, slots=True)
class ClaimItem:
    """A claim as it is listed."""

    question: str
    href: str
    spreads: tuple[str, ...]
    """From the least to the most, with the unit; one for each unit that has numbers."""
    answers: int
    independent: int
    """Answers that repeat no other."""


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """`/claims/`."""

    shell: Shell
    claims: tuple[ClaimItem, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """`/claims/<id>/`."""

    shell: Shell
    claim: ClaimItem
    description: Prose
    answers: tuple[AnswerView, ...]
    definitions: tuple[DefinitionView, ...]


@dataclass(frozen=True, slots=True)
class ReadingClaim:
    """An answer that stands in a reading, as the reading's page lists it."""

    question: LinkView
    value: str
    """With its unit."""
    href: str
    """To the passage; empty if it is not shown."""
    number: int
    """Of the passage; 0 if it has none."""


@dataclass(frozen=True, slots=True)
class StopView:
    """A stop of a path."""

    number: int
    """From 1; 0 where the stop is words alone."""
    text: Prose
    reading: ReadingCard | None
    href: str
    """To the reading or the passage."""
    sentence: SentenceView | None
    """The quotation, where a passage is meant."""
    minutes: int
    body: Prose | None
    """All of the reading, in the booklet."""


@dataclass(frozen=True, slots=True)
class PathItem:
    """A path as it is listed."""

    id: str
    title: str
    href: str
    purpose: str
    minutes: int
    """That the words take."""
    stops: int


@dataclass(frozen=True, slots=True)
class PathsView:
    """`/paths/`."""

    shell: Shell
    paths: tuple[PathItem, ...]


@dataclass(frozen=True, slots=True)
class PathView:
    """`/paths/<id>/`, and the booklet below it."""

    shell: Shell
    path: PathItem
    stops: tuple[StopView, ...]
    other: LinkView
    """From the path to its booklet, and back."""
    definitions: tuple[DefinitionView, ...]


@dataclass(frozen=True, slots=True)
class WayView:
    """A stop at this reading on a path."""

    path: LinkView
    id: str
    number: int
    stops: int
    previous: LinkView | None
    next: LinkView | None
