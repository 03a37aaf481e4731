"""Places for the nodes of a network in a picture: the same for the same network, on every machine."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROUNDS = 160
_START = 0.12
"""How far a node may move in the first round, as a part of the side."""
_FACTOR, _STEP, _RANGE = 1_103_515_245, 12_345, 1 << 31
"""Of the linear congruential generator of ANSI C."""

Edge = tuple[int, int, float]
"""Two nodes, and how strongly they are drawn together."""


def places_of(count: int, edges: Sequence[Edge], seed: int = 22) -> tuple[tuple[float, float], ...]:
    """A place in the unit square for each of `count` nodes, after Fruchterman and Reingold (1991).

    Only the operations that IEEE 754 rounds alike everywhere are used: no sines, no powers.
    """
    places = _scattered(count, seed)
    ideal = sqrt(1 / max(count, 1))
    for round_ in range(_ROUNDS):
        reach = _START * (1 - round_ / _ROUNDS)
        places = _moved(places, _pushes(places, edges, ideal), reach)
    return _spread(places)


def _scattered(count: int, seed: int) -> list[tuple[float, float]]:
    state = seed
    numbers: list[float] = []
    for _ in range(2 * count):
        state = (state * _FACTOR + _STEP) % _RANGE
        numbers.append(state / _RANGE)
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _pushes(
    places: Sequence[tuple[float, float]], edges: Sequence[Edge], ideal: float
) -> list[list[float]]:
    """All repel each other; those of an edge attract; the middle draws a little, so that nothing drifts off."""
    pushes = [[(0.5 - x) * ideal, (0.5 - y) * ideal] for x, y in places]
    for one, (x, y) in enumerate(places):
        for other in range(one):
            away_x, away_y = x - places[other][0], y - places[other][1]
            force = ideal * ideal / max(away_x * away_x + away_y * away_y, 1e-6)
            _add(pushes, one, other, away_x * force, away_y * force)
    for one, other, weight in edges:
        away_x, away_y = places[one][0] - places[other][0], places[one][1] - places[other][1]
        force = -weight * sqrt(away_x * away_x + away_y * away_y) / ideal
        _add(pushes, one, other, away_x * force, away_y * force)
    return pushes


def _add(pushes: list[list[float]], one: int, other: int, x: float, y: float) -> None:
    pushes[one][0] += x
    pushes[one][1] += y
    pushes[other][0] -= x
    pushes[other][1] -= y


def _moved(
    places: Sequence[tuple[float, float]], pushes: Sequence[Sequence[float]], reach: float
) -> list[tuple[float, float]]:
    moved: list[tuple[float, float]] = []
    for (x, y), (push_x, push_y) in zip(places, pushes, strict=True):
        length = max(sqrt(push_x * push_x + push_y * push_y), 1e-9)
        part = min(length, reach) / length
        moved.append((x + push_x * part, y + push_y * part))
    return moved


def _spread(places: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Filling the unit square from edge to edge."""
    if not places:
        return ()
    left, top = min(x for x, _ in places), min(y for _, y in places)
    width = max(max(x for x, _ in places) - left, 1e-9)
    height = max(max(y for _, y in places) - top, 1e-9)
    return tuple(((x - left) / width, (y - top) / height) for x, y in places)
