"""The files that a browser loads piece by piece: how they are cut and written, not what is in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

from dossier.render.search.numbers import encoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_Thing = TypeVar("_Thing")

WORDS_SIZE = 8_000
"""Characters of keys and postings after which a new shard begins."""
TEXTS_SIZE = 16_000
"""Characters of text after which a new shard begins."""
ENTRIES_SIZE = 4_000


def as_json(value: object) -> str:
    """Compact, with the letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def script(version: str, name: str, value: str) -> str:
    """A plain script that hands one shard over; `value` is JSON."""
    return f"dossierSearch.put({as_json(version)},{as_json(name)},{value})\n"


def cut(
    things: Iterable[_Thing], size_of: Callable[[_Thing], int], size: int
) -> list[list[_Thing]]:
    """Things in order, in lists that each hold at least `size`, but for the last."""
    lists: list[list[_Thing]] = []
    held = size
    for thing in things:
        if held >= size:
            lists.append([])
            held = 0
        lists[-1].append(thing)
        held += size_of(thing)
    return lists


def in_order(keys: Iterable[str]) -> list[str]:
    """Keys as a browser compares them: by UTF-16 code units."""
    return sorted(keys, key=lambda key: key.encode("utf-16-be"))


def front_coded(pairs: Sequence[tuple[str, str]]) -> str:
    """Keys with their values: signs shared with the key before, the rest of the key, a space, the value, a space."""
    parts: list[str] = []
    before = ""
    for key, value in pairs:
        shared = 0
        for one, other in zip(before, key, strict=False):
            if one != other:
                break
            shared += 1
        parts += (encoded(min(shared, 63)), key[min(shared, 63) :], " ", value, " ")
        before = key
    return "".join(parts)
