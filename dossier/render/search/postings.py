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
    from collections.abc import Iterable, Mapping

    from dossier.render.search.items import Find

SIZES = (0, 2, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91, 128, 181, 256, 362, 512, 1024, 2048)
"""Terms in an item: the index of the largest that it reaches is its size."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The terms of one document: what depends on it alone, and may be kept for the next build."""

    sizes: tuple[int, ...]
    """Of each item, as an index into `SIZES`."""
    pieces: Mapping[str, str]
    """Term to the document's part of its posting, without the distance."""


def count(texts: Iterable[str]) -> Counted:
    """Count the terms of the items of one document."""
    sizes: list[int] = []
    held: dict[str, list[tuple[int, int]]] = {}
    for item, text in enumerate(texts):
        found = terms(text)
        sizes.append(bisect_right(SIZES, len(found)) - 1)
        for term, times in Counter(found).items():
            held.setdefault(term, []).append((item, times))
    return Counted(tuple(sizes), {term: piece(items) for term, items in held.items()})


def piece(items: list[tuple[int, int]]) -> str:
    """A document's part of a posting, from its items with how often the term occurs in each."""
    numbers: list[int] = []
    before = -1
    final = items[-1][0]
    for item, times in items:
        numbers.append((item - before - 1) * 4 + (times > 1) * 2 + (item == final))
        before = item
    return row(numbers)


def joined(counted: Iterable[Counted]) -> dict[str, str]:
    """The posting of every term."""
    parts: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    for document, one in enumerate(counted):
        for term, text in one.pieces.items():
            if term in last:
                parts[term] += (encoded(document - last[term] - 1), text)
            else:
                parts[term] = [encoded(document), text]
            last[term] = document
    return {term: "".join(part) for term, part in parts.items()}


def posting(items: Mapping[int, Iterable[int]]) -> str:
    """A posting in which nothing occurs more than once: document to its items."""
    parts: list[str] = []
    before = -1
    for document in sorted(items):
        numbers = [(item, 1) for item in sorted(set(items[document]))]
        if numbers:
            parts += (encoded(document - before - 1), piece(numbers))
            before = document
    return "".join(parts)


def of_documents(finds: Iterable[Find]) -> tuple[Counted, ...]:
    """Count every document."""
    return tuple(count(find.texts) for find in finds)
