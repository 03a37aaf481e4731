"""Tombstones as a page shows them: what was removed together is told together."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dossier.render.tombstones import TombstoneView
from dossier.render.words import direction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dossier.model import Tombstone
    from dossier.render.desk import Desk


def tombstone_views(
    desk: Desk, stones: Iterable[Tombstone], origin: str, *, what: str = "passage"
) -> tuple[TombstoneView, ...]:
    """Tombstones for the page `origin`; `what` names their words: `passage`, `entry`."""
    return tuple(
        _view(desk, tuple(stone.id for stone in group), first, origin, what)
        for first, group in (
            (some[0], some)
            for _, held in groupby(stones, key=lambda it: (it.before, it.date, it.successor))
            for some in [list(held)]
        )
    )


def _view(
    desk: Desk, ids: tuple[str, ...], first: Tombstone, origin: str, what: str
) -> TombstoneView:
    date = desk.words_of_date(first.date)
    return TombstoneView(
        ids=ids,
        words=desk.words(f"gone.{what}", count=len(ids), date=date),
        href=desk.href(first.successor, origin) if first.successor else "",
        link=desk.words("gone.successor"),
        language=desk.words.language,
        direction=direction(desk.words.language),
        before=first.before,
    )
