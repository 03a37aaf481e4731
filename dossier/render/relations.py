"""The views of relations: both ways, by type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.render.quoted import quoted_view
from dossier.render.views import RelationGroup, RelationView

if TYPE_CHECKING:
    from dossier.model import Bond
    from dossier.render.desk import Desk


def relation_groups(desk: Desk, entry: str, page: str) -> tuple[RelationGroup, ...]:
    """The relations that an entry states, then those that others state to it."""
    groups: dict[str, list[RelationView]] = {}
    for other, label, bond in (*_stated(desk, entry), *_stated_elsewhere(desk, entry)):
        groups.setdefault(label, []).append(_view(desk, other, bond, page))
    return tuple(RelationGroup(label, tuple(views)) for label, views in groups.items())


def _stated(desk: Desk, entry: str) -> list[tuple[str, str, Bond]]:
    return [
        (bond.relation.to, desk.words(f"relation.{bond.relation.type}"), bond)
        for bond in desk.site.bonds
        if bond.entry == entry
    ]


def _stated_elsewhere(desk: Desk, entry: str) -> list[tuple[str, str, Bond]]:
    return [
        (bond.entry, desk.words(f"relation.{bond.relation.type}.back"), bond)
        for bond in desk.site.bonds
        if bond.relation.to == entry
    ]


def _view(desk: Desk, other: str, bond: Bond, page: str) -> RelationView:
    return RelationView(
        entry=desk.own_link(other, page),
        date_words=desk.words_of_date(bond.relation.date),
        evidence=tuple(quoted_view(desk, it, page) for it in bond.evidence),
    )
