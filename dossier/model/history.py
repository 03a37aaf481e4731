"""What became of addresses that were published: what a site must still answer, and what is new in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dossier.model.address import Address

Grade = Literal["new", "substance", "typography"]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A passage, or another place on a page, that is gone: its address leads to where it stood."""

    id: str
    date: str
    """`YYYY-MM-DD`, as all dates here."""
    before: int = 0
    """Index of the passage that now stands where it stood; the number of passages, at the end."""
    successor: Address | None = None
    """What replaced it."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An address that was left."""

    page: str
    to: Address


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An address whose document or entry is gone."""

    page: str
    date: str
    tombstones: tuple[Tombstone, ...] = ()
    """Those of its passages that stand elsewhere now."""


@dataclass(frozen=True, slots=True)
class Change:
    """What changed on one page on one day, in one grade."""

    date: str
    grade: Grade
    page: str
    passages: tuple[str, ...] = ()
    """Ids, in the order of the text; a new document names none."""
    removed: tuple[str, ...] = ()
    """Ids of passages that are gone."""


@dataclass(frozen=True, slots=True)
class History:
    """All that the lock tells a site. Mappings are by the page's address."""

    tombstones: Mapping[str, tuple[Tombstone, ...]] = field(default_factory=dict)
    """In the order of the text."""
    anchors: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Id of a passage, or of an entry on its page, to the further ids that lead to it."""
    moved: tuple[Moved, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    changes: tuple[Change, ...] = ()
    """Newest first; of one day by page."""
