"""Which items hold a term, as text; not which of them are shown.

A posting is a row of numbers: for each document, its distance from the one before, less one; then for each of
its items the distance from the one before, less one, times four, plus two if the term occurs more than once,
plus one if it is the last of the document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.render.search.folds import terms
from dossier.render.search.numbers import encoded, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SIZES = (0, 4, 8, 16, 32, 64, 128, 256, 1024)
"""Terms in an item: the index of the largest that it reaches is its size."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The terms of one document: what depends on it alone, and may be kept for the next build."""

    sizes: tuple[int, ...]
    """Of each item, as an index into `SIZES`."""
    pieces: Mapping[str, str]
    """Term to the document's part of its posting, without the distance."""


def count(items: Iterable[Sequence[str]]) -> Counted:
    """Count the terms of the items of one document; an item is its folded words."""
    sizes: list[int] = []
    steps: dict[str, list[int]] = {}
    next_item: dict[str, int] = {}
    for item, words in enumerate(items):
        found = terms(words)
        sizes.append(bisect_right(SIZES, len(found)) - 1)
        for term, times in Counter(found).items():
            step = 4 * (item - next_item.get(term, 0)) + (2 if times > 1 else 0)
            if term in steps:
                steps[term].append(step)
            else:
                steps[term] = [step]
            next_item[term] = item + 1
    return Counted(tuple(sizes), {term: _piece(numbers) for term, numbers in steps.items()})


def _piece(steps: list[int]) -> str:
    """A document's steps, the last of them marked."""
    steps[-1] += 1
    return row(steps) if len(steps) > 1 else encoded(steps[0])


def joined(counted: Iterable[Counted]) -> dict[str, str]:
    """The posting of every term."""
    parts: dict[str, list[str]] = {}
    next_document: dict[str, int] = {}
    for document, one in enumerate(counted):
        for term, text in one.pieces.items():
            gap = document - next_document.get(term, 0)
            if term in parts:
                parts[term].append(encoded(gap) + text)
            else:
                parts[term] = [encoded(gap) + text]
            next_document[term] = document + 1
    return {term: "".join(part) for term, part in parts.items()}


def posting(items: Mapping[int, Iterable[int]]) -> str:
    """A posting in which nothing occurs more than once: document to its items."""
    numbers: list[int] = []
    next_document = 0
    for document in sorted(items):
        held = sorted(set(items[document]))
        if held:
            steps = [
                4 * (item - before - 1) for before, item in zip((-1, *held), held, strict=False)
            ]
            steps[-1] += 1
            numbers += (document - next_document, *steps)
            next_document = document + 1
    return row(numbers)
