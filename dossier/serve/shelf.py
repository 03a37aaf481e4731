"""The bytes of a preview, in one nameless file that the system takes away with the process; not their paths."""

from __future__ import annotations

from collections.abc import Collection
from tempfile import TemporaryFile
from threading import Lock
from typing import Final

from dossier.digest import digest_of_bytes

_WASTE: Final = 64 << 20
"""Bytes that may lie in the file unused, if they are not more than those in use."""


class Shelf:
    """Files by the SHA-256 of their bytes. Any thread may use it."""

    def __init__(self) -> None:
        self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - it lives as long as the shelf
        self._end = 0
        self._places: dict[str, tuple[int, int]] = {}
        self._lock = Lock()

    def put(self, data: bytes) -> str:
        """Lay the bytes on the shelf, once; OSError if there is no room."""
        digest = digest_of_bytes(data)
        with self._lock:
            if digest not in self._places:
                self._append(digest, data)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes; KeyError if they are not there."""
        with self._lock:
            return self._read(self._places[digest])

    def keep(self, digests: Collection[str]) -> None:
        """Forget all others."""
        with self._lock:
            self._places = {each: self._places[each] for each in sorted(set(digests))}
            used = sum(size for _, size in self._places.values())
            if self._end - used > max(_WASTE, used):
                self._compact()

    def _compact(self) -> None:
        old, places = self._file, self._places
        self._file, self._end, self._places = TemporaryFile(buffering=0), 0, {}  # noqa: SIM115
        with old:
            for digest, (start, size) in places.items():
                old.seek(start)
                self._append(digest, old.read(size))

    def _append(self, digest: str, data: bytes) -> None:
        self._file.seek(self._end)
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) :]
        self._places[digest] = (self._end, len(data))
        self._end += len(data)

    def _read(self, place: tuple[int, int]) -> bytes:
        start, size = place
        self._file.seek(start)
        parts = []
        while size and (part := self._file.read(size)):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)
