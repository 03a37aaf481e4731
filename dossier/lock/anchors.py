"""Which passages are the same to the letter, old and new: in order first, then moved; nothing of likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Pairs = dict[int, int]
"""New index to old index."""


def in_order(
    old: Sequence[str], new: Sequence[str], headings: frozenset[str] = frozenset()
) -> Pairs:
    """Equal values, matched so that no two pairs cross: what is unique, then outwards from there, then what is between.

    A repeated value goes with what stands before it; one of `headings`, with what follows.
    """
    pairs: Pairs = {}
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        window = waiting.pop()
        if anchors := _unique(old, new, window):
            pairs.update({there: here for here, there in anchors})
            waiting += _between(anchors, window)
        elif found := _from_the_edges(old, new, window, headings):
            pairs.update({there: here for here, there in found})
            waiting += _between(sorted(found), window)
    return pairs


def _between(
    anchors: Sequence[tuple[int, int]], window: tuple[int, int, int, int]
) -> list[tuple[int, int, int, int]]:
    """The parts of a window before, between and after its anchors that hold something old and something new."""
    old_at, old_end, new_at, new_end = window
    parts: list[tuple[int, int, int, int]] = []
    for here, there in (*anchors, (old_end, new_end)):
        if here > old_at and there > new_at:
            parts.append((old_at, here, new_at, there))
        old_at, new_at = here + 1, there + 1
    return parts


def _from_the_edges(
    old: Sequence[str],
    new: Sequence[str],
    window: tuple[int, int, int, int],
    headings: frozenset[str],
) -> list[tuple[int, int]]:
    """Equal values at the end that are headings, else those at the beginning, else those at the end."""
    old_at, old_end, new_at, new_end = window
    size = min(old_end - old_at, new_end - new_at)
    ends = 0
    while ends < size and old[old_end - 1 - ends] == new[new_end - 1 - ends]:
        ends += 1
    heads = next((at for at in range(ends) if old[old_end - 1 - at] not in headings), ends)
    if heads:
        return [(old_end - at, new_end - at) for at in range(1, heads + 1)]
    begins = 0
    while begins < size and old[old_at + begins] == new[new_at + begins]:
        begins += 1
    if begins:
        return [(old_at + at, new_at + at) for at in range(begins)]
    return [(old_end - at, new_end - at) for at in range(1, ends + 1)]


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
