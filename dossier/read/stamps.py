"""What tells that no file of a dossier was touched, by the file system's word alone: no file is read here."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_TICK = 100_000_000
"""Nanoseconds within which a file system may give two states of a file the same time."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Names, sizes, times and places of files, as one digest."""

    digest: str
    is_settled: bool
    """Whether all were last touched long enough ago that another touch would show."""


def stamp_of(tops: Iterable[Path]) -> Stamp:
    """The stamp of files, and of all that folders hold; what is not there counts as such. Links are followed."""
    digest = hashlib.sha256()
    newest = 0
    seen: set[tuple[int, int]] = set()
    waiting = [os.fspath(top) for top in tops][::-1]
    while waiting:
        path = waiting.pop()
        try:
            status = os.stat(path)  # noqa: PTH116  (paths by the ten thousand)
            is_folder = stat.S_ISDIR(status.st_mode)
            inside = sorted(os.listdir(path)) if is_folder else []  # noqa: PTH208
        except OSError as error:
            digest.update(f"{path}\0{error.errno}\n".encode(errors="surrogateescape"))
            continue
        if is_folder:
            if (status.st_dev, status.st_ino) not in seen:
                waiting += [f"{path}{os.sep}{name}" for name in reversed(inside)]
            seen.add((status.st_dev, status.st_ino))
            continue
        told = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        digest.update(f"{path}\0{told}\n".encode(errors="surrogateescape"))
        newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
    return Stamp(digest.hexdigest(), newest < time.time_ns() - _TICK)
