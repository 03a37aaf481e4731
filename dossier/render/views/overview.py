"""What the pages on the dossier as a whole may see: what it covers, and who stands in it with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dossier.render.views.lists import Bar
    from dossier.render.views.shell import LinkView, Shell


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart with its table."""

    name: str
    """Of its words: `chart.NAME`."""
    counted: str
    """Key of the words for what its numbers count."""
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """`/about/coverage/`."""

    shell: Shell
    readings: int
    words: int
    charts: tuple[ChartView, ...]
    empty: tuple[str, ...]
    """Months between the first and the last that have no reading, in words."""
    alone: tuple[tuple[str, LinkView], ...]
    """Sources with a single reading, each with that reading."""
    single: tuple[tuple[LinkView, LinkView], ...]
    """Events that rest on one reading, each with that reading."""
    unmentioned: tuple[LinkView, ...]
    undefined: tuple[str, ...]
    """Acronyms that no entry explains."""
    undated: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class NodeView:
    """An entry in the picture of the network, at a place in it."""

    link: LinkView
    kind: str
    x: int
    y: int
    radius: int
    count: int
    """Mentions."""


@dataclass(frozen=True, slots=True)
class TieView:
    """Two entries that are named in the same passages, or that stand in a relation."""

    one: LinkView
    other: LinkView
    words: str
    """Of the relation, as in `A: Member of: B`; empty for mere mention."""
    count: int
    """Passages that name both."""
    line: tuple[int, int, int, int]
    width: int


@dataclass(frozen=True, slots=True)
class NetworkView:
    """`/network/`."""

    shell: Shell
    nodes: tuple[NodeView, ...]
    ties: tuple[TieView, ...]
    """Relations first, then who is named together, most often first."""
    size: tuple[int, int]
