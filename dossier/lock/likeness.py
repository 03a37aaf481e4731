"""How alike an old passage's print and a new passage's words are; not what follows from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import TYPE_CHECKING

from dossier.lock.prints import features_in, features_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dossier.lock.values import Print

_PAIRS = 1 << 12
_LEAST = 0.1
"""Candidates less alike than this are nobody's."""
_AT_MOST = 6
"""Candidates of one passage."""


@dataclass(frozen=True)
class Words:
    """A new passage's words, counted when they are needed."""

    text: str
    is_heading: bool

    @cached_property
    def features(self) -> frozenset[int]:
        """Its pairs of neighbouring words."""
        return features_of(self.text)

    @cached_property
    def count(self) -> int:
        """Its words."""
        return len(tokens_of(self.text))


@dataclass(frozen=True, slots=True)
class Likeness:
    """An old passage and a new one that may be the same."""

    old: int
    new: int
    score: float
    """Dice's coefficient of their pairs of words, estimated: 0 to 1."""
    contained: float
    """The part of the old one that the new one holds."""
    hits: int
    """Which pairs of the old sketch the new one holds, a bit each."""


def likenesses(
    old: Sequence[Print], new: Sequence[Words], olds: Sequence[int], news: Sequence[int]
) -> tuple[Likeness, ...]:
    """All candidates among the passages numbered `olds` and `news`, the rarer their common pairs the more alike."""
    sketches = {index: features_in(old[index].sketch) for index in olds}
    holders: defaultdict[int, list[int]] = defaultdict(list)
    wanted = {feature for sketch in sketches.values() for feature in sketch}
    for index in news:
        for feature in new[index].features & wanted:
            holders[feature].append(index)
    shared = Counter(feature for sketch in sketches.values() for feature in set(sketch))
    weights = {
        feature: 1 / (1 + log2(max(shared[feature], len(holders[feature]), 1)))
        for feature in wanted
    }
    return tuple(
        each
        for index in olds
        for each in _candidates(index, old[index], new, sketches[index], holders, weights)
    )


def _candidates(  # noqa: PLR0913, PLR0917 - one passage's, with what was counted for all of them
    index: int,
    known: Print,
    new: Sequence[Words],
    sketch: tuple[int, ...],
    holders: Mapping[int, Sequence[int]],
    weights: Mapping[int, float],
) -> list[Likeness]:
    hits: defaultdict[int, int] = defaultdict(int)
    for place, feature in enumerate(sketch):
        for there in holders.get(feature, ()):
            hits[there] |= 1 << place
    whole = sum(weights[feature] for feature in sketch)
    found: list[Likeness] = []
    for there, bits in hits.items():
        if new[there].is_heading != known.is_heading:
            continue
        held = sum(weights[feature] for place, feature in enumerate(sketch) if bits >> place & 1)
        chance = len(new[there].features) / _PAIRS
        contained = max(0.0, (held / whole - chance) / (1 - chance))
        size = known.count + new[there].count
        score = min(1.0, 2 * contained * known.count / size) if size else 0.0
        if score >= _LEAST:
            found.append(Likeness(index, there, score, contained, bits))
    found.sort(key=lambda each: (-each.score, each.new))
    return found[:_AT_MOST]
