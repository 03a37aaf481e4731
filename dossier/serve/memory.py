"""What builds remember from one to the next while the preview runs; the cache on disk stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from dossier.cache import Cache, NoCache


class Memory(NoCache):
    """The cache in `folder`, with everything that the last two builds asked for kept at hand."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: dict[str, bytes] = {}
        self._known: dict[str, bytes] = {}

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The values that are there and whole, by key."""
        wanted = tuple(dict.fromkeys(keys))
        found = {key: self._known[key] for key in wanted if key in self._known}
        missing = [key for key in wanted if key not in found]
        if missing:
            with Cache(self._folder) as cache:
                found.update(cache.get_many(missing))
        self._known.update(found)
        self._used.update(found)
        return found

    def put_many(self, items: Mapping[str, bytes]) -> None:
        """Remember the values, on disk too if that is possible."""
        self._known.update(items)
        self._used.update(items)
        if items:
            with Cache(self._folder) as cache:
                cache.put_many(items)

    def close(self) -> None:
        """End of a build: what it did not ask for is forgotten."""
        self._known, self._used = self._used, {}
