"""Which readings share entries, the rarest counting most; not which entries they name."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from math import fsum, log
from operator import itemgetter

from dossier.model import Document, Entry, Linked, Related

_SHOWN = 5
_POSTINGS = 800
"""How many (entry, reading) pairs are looked at for one reading, rarest entries first: so that time stays linear."""
_CANDIDATES = 30


def related_readings(
    readings: Sequence[Document], linked: Mapping[str, Linked], entries: Iterable[Entry]
) -> dict[str, tuple[Related, ...]]:
    """Path of each reading to those that share entries with it, weighted by log(N / readings that have the entry).

    An acronym counts as what it stands for. Of equals, the one earlier in `readings` comes first.
    """
    known = {entry.id: entry.stands_for for entry in entries}
    named = [_named(linked[reading.path], known) for reading in readings]
    postings: dict[str, list[int]] = {}
    for number, names in enumerate(named):
        for name in sorted(names):
            postings.setdefault(name, []).append(number)
    weights = {name: log(len(readings) / len(held)) for name, held in postings.items()}
    related: dict[str, tuple[Related, ...]] = {}
    for number, reading in enumerate(readings):
        telling = (name for name in named[number] if weights[name] > 0)
        order = sorted(telling, key=lambda name: (-weights[name], name))
        scored = [
            (-fsum(weights[name] for name in named[number] & named[other]), other)
            for other in _candidates(number, order, postings)
        ]
        found = tuple(
            Related(
                readings[other].path,
                round(-weight, 6),
                tuple(name for name in order if name in named[other]),
            )
            for weight, other in sorted(scored)[:_SHOWN]
        )
        if found:
            related[reading.path] = found
    return dict(sorted(related.items()))


def _named(linked: Linked, known: Mapping[str, str]) -> frozenset[str]:
    return frozenset(
        target if (target := known[mention.entry]) in known else mention.entry
        for mention in linked.mentions
    )


def _candidates(number: int, order: Sequence[str], postings: Mapping[str, list[int]]) -> list[int]:
    """Readings that share much with this one: all of them, unless there are too many; then those near in date."""
    left = _POSTINGS
    counts: Counter[int] = Counter()
    for name in order:
        held = postings[name]
        middle = bisect_left(held, number)
        nearest = (
            held if len(held) <= left else held[max(0, middle - left // 2) : middle + left // 2]
        )
        counts.update(nearest)
        left -= len(nearest)
        if left <= 1:
            break
    del counts[number]
    return [other for other, _ in nlargest(_CANDIDATES, counts.items(), key=itemgetter(1))]
