"""Which passages are the same to the letter, old and new: in order first, then moved; nothing of likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Pairs = dict[int, int]
"""New index to old index."""


def in_order(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Equal values, matched so that no two pairs cross: by what is unique, then outwards from there, then within."""
    pairs: Pairs = {}
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        old_at, old_end, new_at, new_end = waiting.pop()
        while old_at < old_end and new_at < new_end and old[old_at] == new[new_at]:
            pairs[new_at] = old_at
            old_at, new_at = old_at + 1, new_at + 1
        while old_at < old_end and new_at < new_end and old[old_end - 1] == new[new_end - 1]:
            old_end, new_end = old_end - 1, new_end - 1
            pairs[new_end] = old_end
        anchors = _unique(old, new, (old_at, old_end, new_at, new_end))
        for here, there in anchors:
            waiting.append((old_at, here, new_at, there))
            pairs[there] = here
            old_at, new_at = here + 1, there + 1
        if anchors:
            waiting.append((old_at, old_end, new_at, new_end))
    return pairs


def _unique(
    old: Sequence[str], new: Sequence[str], window: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    """The longest chain of (old, new) that does not cross, among values that stand once in either part."""
    old_at, old_end, new_at, new_end = window
    if old_at == old_end or new_at == new_end:
        return []
    olds, news = Counter(old[old_at:old_end]), Counter(new[new_at:new_end])
    places = {old[at]: at for at in range(old_at, old_end)}
    found = [
        (places[value], at)
        for at in range(new_at, new_end)
        if news[value := new[at]] == 1 and olds[value] == 1
    ]
    return _longest_chain(found)


def _longest_chain(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs in the order of their second, the most whose first ascend too."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for index, (here, _) in enumerate(found):
        place = bisect_left(ends, here)
        before.append(tails[place - 1] if place else -1)
        ends[place:] = [here, *ends[place + 1 :]]
        tails[place:] = [index, *tails[place + 1 :]]
    chain: list[tuple[int, int]] = []
    at = tails[-1] if tails else -1
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]


def moved(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> Pairs:
    """Equal values that stand elsewhere now: those that stand once on the page, and their equal neighbours."""
    olds, news = Counter(old), Counter(new)
    places = {value: at for at, value in enumerate(old)}
    taken = set(pairs.values())
    found = {
        at: places[value]
        for at, value in enumerate(new)
        if at not in pairs and news[value] == olds[value] == 1 and places[value] not in taken
    }
    taken.update(found.values())
    for step in (1, -1):
        for start in sorted(found, reverse=step < 0):
            here, there = found[start] + step, start + step
            while (
                0 <= here < len(old)
                and 0 <= there < len(new)
                and old[here] == new[there]
                and here not in taken
                and there not in pairs
                and there not in found
            ):
                found[there] = here
                taken.add(here)
                here, there = here + step, there + step
    return found
