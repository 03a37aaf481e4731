"""The view of the network: who is named together with whom, and apart from that who stands in which relation."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import isqrt
from typing import TYPE_CHECKING

from dossier.render.entries import FOLDERS
from dossier.render.layout import places_of
from dossier.render.shell import shell_of
from dossier.render.views import NetworkView, NodeView, TieView

if TYPE_CHECKING:
    from dossier.model import Bond
    from dossier.render.desk import Desk

NETWORK = "network/"
_NODES = 36
_TIES = 70
_WIDTH, _HEIGHT = 1100, 900
_EDGE = 60
_WORDS = 130
"""Room at the right for a name."""
_KINDS = frozenset({"person", "organisation"})

Pair = tuple[str, str]


def network_view(desk: Desk) -> NetworkView:
    """`/network/`."""
    together = _together(desk)
    chosen = _chosen(desk, together)
    ties = [(pair, count) for pair, count in together.items() if set(pair) <= set(chosen)][:_TIES]
    bonds = [it for it in desk.site.bonds if {it.entry, it.relation.to} <= set(chosen)]
    number = {entry: index for index, entry in enumerate(chosen)}
    most = max((count for _, count in ties), default=1)
    edges = [(number[a], number[b], 0.1 + 0.2 * count / most) for (a, b), count in ties]
    edges += [(number[it.entry], number[it.relation.to], 0.2) for it in bonds]
    places = [
        (round(_EDGE + x * (_WIDTH - 2 * _EDGE - _WORDS)), round(_EDGE + y * (_HEIGHT - 2 * _EDGE)))
        for x, y in places_of(len(chosen), edges)
    ]
    at = dict(zip(chosen, places, strict=True))
    views = [_bond_view(desk, it, together, at) for it in bonds]
    views += [_tie_view(desk, pair, count, at) for pair, count in ties]
    shell = shell_of(desk, NETWORK, "network", desk.words("page.network"))
    nodes = tuple(_node_view(desk, entry, at[entry]) for entry in chosen)
    return NetworkView(shell, nodes, tuple(views), (_WIDTH, _HEIGHT))


def _together(desk: Desk) -> dict[Pair, int]:
    """How many passages name two entries, most first. An acronym counts as what it stands for."""
    counts: Counter[Pair] = Counter()
    for reading in desk.site.readings:
        named: dict[int, set[str]] = {}
        for mention in desk.site.linked[reading.path].mentions:
            entry = desk.entries[mention.entry].stands_for or mention.entry
            if desk.entries[entry].kind in _KINDS:
                named.setdefault(mention.passage, set()).add(entry)
        for entries in named.values():
            counts.update(combinations(sorted(entries), 2))
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _chosen(desk: Desk, together: dict[Pair, int]) -> list[str]:
    """The entries of the picture: those in relations, and those most often named with others."""
    counts: Counter[str] = Counter()
    for pair, count in together.items():
        for entry in pair:
            counts[entry] += count
    for bond in desk.site.bonds:
        for entry in (bond.entry, bond.relation.to):
            if desk.entries[entry].kind in FOLDERS:
                counts[entry] += 1
    ranked = sorted(counts, key=lambda entry: (-counts[entry], entry))
    return sorted(ranked[:_NODES])


def _count(desk: Desk, entry: str) -> int:
    return sum(len(citation.marks) for citation in desk.mentioned.get(entry, ()))


def _node_view(desk: Desk, entry: str, place: tuple[int, int]) -> NodeView:
    count = _count(desk, entry)
    link = desk.own_link(entry, NETWORK)
    radius = 4 + min(isqrt(count), 12)
    return NodeView(link, desk.entries[entry].kind, *place, radius, count)


def _tie_view(desk: Desk, pair: Pair, count: int, at: dict[str, tuple[int, int]]) -> TieView:
    one, other = (desk.own_link(entry, NETWORK) for entry in pair)
    return TieView(one, other, "", count, (*at[pair[0]], *at[pair[1]]), 1 + min(isqrt(count), 5))


def _bond_view(
    desk: Desk, bond: Bond, together: dict[Pair, int], at: dict[str, tuple[int, int]]
) -> TieView:
    one, other = bond.entry, bond.relation.to
    pair = (one, other) if one < other else (other, one)
    return TieView(
        desk.own_link(one, NETWORK),
        desk.own_link(other, NETWORK),
        desk.words(f"relation.{bond.relation.type}"),
        together.get(pair, 0),
        (*at[one], *at[other]),
        2,
    )
