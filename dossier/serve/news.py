"""What has been heard of changes and not been looked at yet; how it comes, and what is done, is not known here."""

from __future__ import annotations

import sys
import time
from threading import Condition
from typing import Final

_TELLS_CLOSING: Final = sys.platform == "linux"
"""Whether the system says when a file that was written is closed."""
_QUIET: Final = 0.012 if _TELLS_CLOSING else 0.05
"""Seconds without news after which a change is taken to be over."""
_UNCLOSED: Final = 1.0
"""Seconds after its last bytes came that a file may stay open before it is taken to be done."""
ANYTHING: Final = ""
"""In place of a path: anything may have changed."""


class News:
    """Paths that something happened to. Told by one thread, taken by another."""

    def __init__(self) -> None:
        self._told = Condition()
        self._paths: set[str] = set()
        self._told_at = 0.0
        self._open: dict[str, float] = {}

    def tell(self, path: str, *, is_writing: bool = False) -> None:
        """Something happened to a path; `is_writing` if more may follow until the file is closed."""
        with self._told:
            self._paths.add(path)
            self._told_at = time.monotonic()
            if is_writing and _TELLS_CLOSING:
                self._open[path] = self._told_at
            else:
                self._open.pop(path, None)
            self._told.notify_all()

    def is_waiting(self) -> bool:
        """Whether there is any."""
        with self._told:
            return bool(self._paths)

    def wait(self, seconds: float) -> bool:
        """Whether there is any, at the latest after so many seconds."""
        with self._told:
            return self._told.wait_for(lambda: bool(self._paths), seconds)

    def take(self) -> frozenset[str]:
        """All of it."""
        with self._told:
            paths = frozenset(self._paths)
            self._paths.clear()
            return paths

    def unrest(self) -> float:
        """How many seconds it will be until all is quiet if no more is told; 0 if it is."""
        with self._told:
            now = time.monotonic()
            self._open = {path: at for path, at in self._open.items() if now - at < _UNCLOSED}
            return max(_QUIET if self._open else 0.0, self._told_at + _QUIET - now)
