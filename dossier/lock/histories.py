"""The lock as the history that a site shows: tombstones, moves, notices, and what changed when."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dossier.lock.carry import is_of_document
from dossier.model import Address, Change, Grade, History, Moved, Tombstone, Withdrawn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dossier.lock.values import Lock, LockedPage, Trace

_STEPS = 100
"""Successors that are followed at most: a hand may have written a circle."""
_GRADES: dict[Grade, int] = {"new": 0, "substance": 1, "typography": 2}


def history_of(lock: Lock) -> History:
    """All that a site must answer for."""
    living = [page for page in lock.pages if not page.fate]
    ways = _Ways(lock)
    tombstones: dict[str, tuple[Tombstone, ...]] = {}
    anchors: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for page in living:
        stones, further = _answers(page, ways)
        if stones:
            tombstones[page.address] = stones
        if further:
            anchors[page.address] = further
    return History(
        tombstones=tombstones,
        anchors=anchors,
        moved=tuple(
            Moved(page.address, ways.end(page.key, page.target.removeprefix("#")))
            for page in lock.pages
            if page.fate == "moved" and page.key in lock.by_key
        ),
        withdrawn=tuple(
            Withdrawn(page.address, _day(page.since), _answers(page, ways)[0])
            for page in lock.pages
            if page.fate == "withdrawn"
        ),
        changes=changes_of(lock),
    )


class _Ways:
    """Where a successor leads in the end."""

    def __init__(self, lock: Lock) -> None:
        self._pages = lock.by_key
        self._traces: dict[tuple[str, str], Trace] = {
            (page.key, trace.id): trace
            for page in self._pages.values()
            for trace in page.traces
            if trace.fate
        }

    def of(self, page: LockedPage, trace: Trace) -> Address | None:
        """Where what replaced a passage is, however often that was replaced in turn."""
        key, _, name = trace.successor.partition("#")
        if not trace.successor:
            return None
        return self.end(key or page.key, name)

    def end(self, key: str, name: str) -> Address:
        """The address of an id, or of what it became part of or was replaced by."""
        for _ in range(_STEPS):
            trace = self._traces.get((key, name))
            if trace is None or not trace.successor:
                break
            to, _, next_name = trace.successor.partition("#")
            key, name = to or key, next_name
        page = self._pages.get(key)
        return Address(page.address if page else "", name)


def _answers(
    page: LockedPage, ways: _Ways
) -> tuple[tuple[Tombstone, ...], dict[str, tuple[str, ...]]]:
    """Tombstones of a page, and the further ids of its passages."""
    living = {trace.id for trace in page.traces if not trace.fate}
    stones: list[Tombstone] = []
    further: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    count = 0
    for trace in page.traces:
        if not trace.fate:
            count += 1
            continue
        to = ways.of(page, trace)
        is_here = to is not None and to.page == page.address and to.fragment in living
        if trace.fate == "merged" and is_here and to is not None:
            further[to.fragment] += (trace.id,)
        elif page.fate != "withdrawn" or to is not None:
            stones.append(Tombstone(trace.id, _day(trace.since), count, to))
    return tuple(stones), dict(further)


def changes_of(lock: Lock, since: str = "") -> tuple[Change, ...]:
    """What changed in documents, newest first; `since` is `YYYYMMDD`."""
    found: list[Change] = []
    for page in lock.pages:
        if is_of_document(page) and not page.fate:
            found += _changes(page, since)
    found.sort(key=lambda each: (each.page, _GRADES[each.grade]))
    found.sort(key=lambda each: each.date, reverse=True)
    return tuple(found)


def _changes(page: LockedPage, since: str) -> list[Change]:
    days: defaultdict[tuple[str, Grade], list[str]] = defaultdict(list)
    removed: defaultdict[str, list[str]] = defaultdict(list)
    for trace in page.traces:
        if trace.fate:
            removed[trace.since].append(trace.id)
            continue
        if trace.first != page.first:
            days[trace.first, "substance"].append(trace.id)
        if trace.substance:
            days[trace.substance, "substance"].append(trace.id)
        if trace.typography:
            days[trace.typography, "typography"].append(trace.id)
    days[page.first, "new"] = []
    for date in removed:
        if date != page.first:
            days.setdefault((date, "substance"), [])
    return [
        Change(
            _day(date),
            grade,
            page.address,
            tuple(ids),
            tuple(removed[date]) if grade == "substance" else (),
        )
        for (date, grade), ids in days.items()
        if date >= since
    ]


def _day(date: str) -> str:
    return f"{date[:4]}-{date[4:6]}-{date[6:]}"
