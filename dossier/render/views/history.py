"""What the pages that answer for old addresses, and the page of changes, may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dossier.render.tombstones import TombstoneView
    from dossier.render.views.shell import LinkView, Shell


@dataclass(frozen=True, slots=True)
class MovedView:
    """At an address that was left."""

    shell: Shell
    to: LinkView
    """Where what stood there is now."""
    canonical: str
    """The same, absolute; empty where the dossier has no base address."""


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """At the address of a document or an entry that is gone."""

    shell: Shell
    notice: str
    """That it was withdrawn, and when."""
    gone: tuple[TombstoneView, ...]
    """Those of its passages that stand elsewhere now."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What changed on one page, in one grade."""

    grade: str
    """`new`, `substance` or `typography`."""
    page: LinkView
    passages: tuple[LinkView, ...]
    """The beginning of each passage, leading to it."""
    more: int
    """Passages that are not listed."""
    removed: int
    """Passages that are gone."""


@dataclass(frozen=True, slots=True)
class DayView:
    """What changed on one day."""

    date: str
    """`YYYY-MM-DD`."""
    date_words: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """`/changes/`: newest first."""

    shell: Shell
    days: tuple[DayView, ...]
    feed: str
    """The way to the feed."""
