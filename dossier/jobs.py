"""The same work on many things, on as many processor cores as are wanted; results in order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Result = TypeVar("Result")

_FEWEST = 48
"""Below so many things, starting processes costs more than it saves."""

_work: Callable[[int], object] | None = None


def default_jobs() -> int:
    """As many processes as there are cores for us."""
    return max(
        1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )


@contextmanager
def without_collector() -> Iterator[None]:
    """No search for unreachable circles meanwhile: a build keeps nearly all that it makes, and makes no circles.

    The search would go through all documents again and again (7 % of a build, and a forked process copies the
    pages that it touches).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def spread(work: Callable[[int], Result], count: int, jobs: int) -> list[Result]:
    """`[work(0), ..., work(count - 1)]`. In forked processes where the system has them and it is worth it.

    `work` must depend on its number alone and give a value that can be pickled.
    """
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    if jobs <= 1 or count < _FEWEST or not can_fork:
        return [work(index) for index in range(count)]
    global _work  # noqa: PLW0603  (what the forked processes inherit)
    _work = work
    chunk = max(1, min(100, count // (jobs * 4)))
    try:
        with multiprocessing.get_context("fork").Pool(jobs) as pool:
            return pool.map(_call, range(count), chunk)
    finally:
        _work = None


def _call(index: int) -> Result:  # type: ignore[type-var]
    assert _work is not None  # noqa: S101  (set before the fork)
    return _work(index)  # type: ignore[return-value]
