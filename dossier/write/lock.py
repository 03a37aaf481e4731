"""One build at a time publishes into a folder; where the system knows no advisory locks, nothing is locked."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_BETWEEN: Final = 0.01
"""Seconds from one attempt to the next."""


class BusyError(Exception):
    """Another build has held the lock for as long as we were ready to wait."""


@contextmanager
def locked(folder: Path, patience: float) -> Iterator[None]:
    """Hold the lock on a folder, waiting `patience` seconds for it; the lock leaves no file behind."""
    if sys.platform == "win32":
        yield
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        yield
        return
    try:
        _acquire(descriptor, patience)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, patience: float) -> None:
    if sys.platform == "win32":
        return
    import fcntl

    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in {errno.EWOULDBLOCK, errno.EAGAIN}:
                return
        else:
            return
        if time.monotonic() > end:
            raise BusyError
        time.sleep(_BETWEEN)
