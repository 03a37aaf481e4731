"""The search index read back, as the page's scripts read it: what tests compare with the dossier it was made from."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.render.search.numbers import decoded

Posting = dict[int, dict[int, int]]
"""Document to item to 1, or 2 for more than once."""


def value_of(script: str) -> object:
    """What a shard hands over."""
    head = "dossierSearch.put("
    assert script.startswith(head)
    assert script.endswith(")\n")
    _version, _name, value = json.loads(f"[{script[len(head) : -2]}]")
    return value


def posting_of(text: str) -> Posting:
    numbers = iter(decoded(text))
    found: Posting = {}
    document = -1
    for gap in numbers:
        document += gap + 1
        found[document] = items = {}
        item, is_last = -1, False
        while not is_last:
            step = next(numbers)
            item += step // 4 + 1
            items[item] = 2 if step & 2 else 1
            is_last = bool(step & 1)
    return found


def keys_of(shard: str) -> dict[str, str]:
    """The keys of a shard of words, with their values."""
    cells = shard.split(" ")
    found: dict[str, str] = {}
    key = ""
    for cell, value in zip(cells[:-1:2], cells[1::2], strict=True):
        key = key[: decoded(cell[0])[0]] + cell[1:]
        found[key] = value
    return found


@dataclass(frozen=True, slots=True)
class Index:
    """All shards of an index."""

    manifest: Mapping[str, object]
    keys: Mapping[str, str]
    items: tuple[tuple[str, str], ...]
    """Id and text of every item."""
    entries: tuple[tuple[object, ...], ...]

    def holders(self, term: str) -> set[tuple[int, int]]:
        """(document, item) of all that hold a term."""
        posting = posting_of(self.keys[term]) if term in self.keys else {}
        return {(document, item) for document, items in posting.items() for item in items}


def read_index(files: tuple[tuple[str, str], ...]) -> Index:
    values = {
        path.removeprefix("search/").removesuffix(".js"): value_of(text) for path, text in files
    }
    manifest = values.pop("manifest")
    assert isinstance(manifest, dict)
    keys: dict[str, str] = {}
    items: list[tuple[str, str]] = []
    entries: list[tuple[object, ...]] = []
    for name in sorted(values, key=lambda name: (name.split("-")[0], int(name.split("-")[1]))):
        value = values[name]
        if isinstance(value, str):
            keys |= keys_of(value)
        elif name.startswith("texts") and isinstance(value, list):
            items += zip(value[1].split(" "), value[2], strict=True)
        elif isinstance(value, list):
            entries += [tuple(row) for row in value]
    return Index(manifest, keys, tuple(items), tuple(entries))
