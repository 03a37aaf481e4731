"""What a curator decides where a build must not guess: a passage goes on in another text, or is gone; and merged locks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from dossier.lock.prints import print_of
from dossier.lock.values import Lock, LockedPage, Trace

if TYPE_CHECKING:
    from dossier.model import Passage


def places_of(lock: Lock, name: str) -> tuple[tuple[LockedPage, str], ...]:
    """What a name may mean: `/readings/x/#id`, `readings/x/`, or an id alone, wherever it is."""
    page, mark, fragment = name.strip().lstrip("/").partition("#")
    address = page.removesuffix("index.html")
    found = [each for each in lock.pages if each.address in {address, f"{address}/"}]
    if mark and not page:
        found = list(lock.pages)
    if mark:
        return tuple(
            (each, fragment) for each in found if any(t.id == fragment for t in each.traces)
        )
    if found:
        return tuple((each, "") for each in found)
    return tuple((each, page) for each in lock.pages if any(t.id == page for t in each.traces))


def keep(  # noqa: PLR0913, PLR0917 - what goes on, where, as what, and since when
    lock: Lock, page: LockedPage, name: str, passage: Passage, behind: str, today: str
) -> Lock:
    """The passage `name` of a page reads as `passage` does from now on, and stands behind the one called `behind`."""
    now = print_of(passage.text, is_heading=passage.kind == "heading")

    def kept(trace: Trace) -> Trace:
        living = replace(trace, print=now, fate="", since="", successor="")
        is_same = trace.print.letters == now.letters
        return replace(living, typography=today) if is_same else replace(living, substance=today)

    traces = [trace for trace in page.traces if trace.id != name]
    own = next(trace for trace in page.traces if trace.id == name)
    place = next((at for at, trace in enumerate(traces, 1) if trace.id == behind), 0)
    traces.insert(place, kept(own))
    return _with(lock, replace(page, traces=tuple(traces)))


def retire(lock: Lock, page: LockedPage, name: str, today: str) -> Lock:
    """The passage `name` is gone; without a name, all that stood on the page."""

    def gone(trace: Trace) -> Trace:
        if trace.fate or (name and trace.id != name):
            return trace
        return replace(trace, fate="removed", since=today)

    after = replace(page, traces=tuple(map(gone, page.traces)))
    return _with(lock, after if name else replace(after, fate="withdrawn", since=today))


def _with(lock: Lock, page: LockedPage) -> Lock:
    pages = tuple(page if each.address == page.address else each for each in lock.pages)
    return Lock(lock.identity, pages)


def merged(locks: Iterable[Lock]) -> Lock:
    """Every address of several locks, the later word of each; nothing is left out."""
    first, *others = locks
    for other in others:
        first = _joined(first, other)
    return first


def _joined(ours: Lock, theirs: Lock) -> Lock:
    keys = _keys(ours, theirs)
    pages = {page.address: page for page in ours.pages}
    for page in theirs.pages:
        other = replace(page, key=keys.get(page.key, page.key))
        mine = pages.get(page.address)
        pages[page.address] = other if mine is None else _page(mine, other)
    _with_one_address_each(pages)
    return Lock(ours.identity or theirs.identity, tuple(page for _, page in sorted(pages.items())))


def _with_one_address_each(pages: dict[str, LockedPage]) -> None:
    """A page that was renamed on both sides stays at the address that comes first, and the other leads there."""
    stays: dict[str, str] = {}
    for address, page in sorted(pages.items(), key=lambda item: (bool(item[1].fate), item[0])):
        if page.fate == "moved":
            continue
        there = stays.setdefault(page.key, address)
        if there != address:
            traces = _woven(pages[there].traces, page.traces)
            pages[there] = replace(pages[there], traces=traces)
            since = max(page.first, page.since)
            pages[address] = LockedPage(address, page.key, "", page.first, "moved", since)


def _keys(ours: Lock, theirs: Lock) -> Mapping[str, str]:
    """Their keys to ours, where an address was given two."""
    mine = ours.by_address
    return {
        page.key: mine[page.address].key
        for page in theirs.pages
        if page.fate != "moved" and page.address in mine and mine[page.address].fate != "moved"
    }


def _page(ours: LockedPage, theirs: LockedPage) -> LockedPage:
    """One page of two: a living one before a redirect, a redirect before a withdrawal; else the later."""
    ranks = {"": 2, "moved": 1, "withdrawn": 0}
    chosen = max(ours, theirs, key=lambda page: (ranks[page.fate], page.since))
    first = min(ours.first, theirs.first)
    return replace(chosen, first=first, traces=_woven(ours.traces, theirs.traces))


def _woven(ours: tuple[Trace, ...], theirs: tuple[Trace, ...]) -> tuple[Trace, ...]:
    """The traces of both: theirs that we do not have stand behind the one that they stand behind."""
    known = {trace.id: trace for trace in ours}
    both = {trace.id: trace for trace in theirs}
    behind: dict[str, list[Trace]] = {}
    last = ""
    for trace in theirs:
        if trace.id in known:
            last = trace.id
        else:
            behind.setdefault(last, []).append(trace)
    woven = list(behind.get("", ()))
    for trace in ours:
        woven += [_later(trace, both.get(trace.id, trace)), *behind.get(trace.id, ())]
    return tuple(woven)


def _later(ours: Trace, theirs: Trace) -> Trace:
    """What changed last; of a passage removed here and living there, the living: the next build looks for it."""
    if bool(ours.fate) != bool(theirs.fate):
        return theirs if ours.fate else ours
    dates = [max(it.first, it.substance, it.typography, it.since) for it in (ours, theirs)]
    chosen = theirs if dates[1] > dates[0] else ours
    return replace(chosen, first=min(ours.first, theirs.first))


def sides_of(text: str) -> tuple[str, ...]:
    """The versions that a conflicted file holds; one if it holds no conflict."""
    sides: list[list[str]] = [[], []]
    side: int | None = None
    is_base = False
    for line in text.split("\n"):
        mark = line[:7]
        if mark == "<<<<<<<":
            side, is_base = 0, False
        elif mark == "|||||||" and side == 0:
            is_base = True
        elif mark == "=======" and side == 0:
            side, is_base = 1, False
        elif mark == ">>>>>>>" and side == 1:
            side = None
        elif not is_base:
            for number in (0, 1) if side is None else (side,):
                sides[number].append(line)
    ours, theirs = ("\n".join(lines) for lines in sides)
    return (ours,) if ours == theirs else (ours, theirs)
