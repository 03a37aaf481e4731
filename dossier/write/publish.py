"""The whole site into its folder in one step: the old site or the new one, never something between."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dossier.cache import NoCache
from dossier.model import Position, Problem
from dossier.problems import problem
from dossier.write.exchange import recover, without_stage
from dossier.write.in_place import publish_in_place
from dossier.write.listing import (
    Seen,
    Standing,
    listing_bytes,
    read_listing,
    recall,
    remember,
    verified,
)
from dossier.write.lock import BusyError, locked
from dossier.write.paths import LISTING, clashes, path_fault
from dossier.write.place import refuse_unsafe, refuse_unwritable
from dossier.write.plan import Kept, Old, Plan, make_plan
from dossier.write.survey import survey
from dossier.write.tree import publish_tree

PATIENCE: Final = 20.0
"""Seconds to wait for another build."""
_IN_PLACE_INSTEAD: Final = frozenset(
    {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EXDEV, errno.ENAMETOOLONG}
)


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did, in files of the site."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    bytes_written: int = 0


def standing(output: Path, *, cache: NoCache | None = None) -> Standing:
    """The files of ours that stand in the output folder, by path, with the SHA-256 of their bytes."""
    cache = cache or NoCache()
    try:
        old = _look(Path(os.path.realpath(output)), cache)
    except OSError:
        return {}
    return {path: seen.sha256 for path, seen in old.seen.items()}


def publish(
    output: Path,
    files: Mapping[str, bytes | Kept],
    *,
    root: Path | None = None,
    cache: NoCache | None = None,
    patience: float = PATIENCE,
) -> tuple[Published, tuple[Problem, ...]]:
    """Make the output folder hold these files and those that are not ours, and nothing else.

    With a problem nothing is changed. ValueError for a path that no file of a site may have.
    `root` is the dossier's folder; without it, it is the nearest one above the output with a dossier.yaml.
    """
    for path in files:
        if fault := path_fault(path):
            raise ValueError(f"{path!r}: {fault}")
    if problems := clash_problems(output, files):
        return Published(), problems
    folder = Path(os.path.realpath(output))
    if problems := refuse_unsafe(output, folder, root):
        return Published(), problems
    try:
        with _parent_of(folder), locked(folder.parent, patience):
            recover(folder)
            return _publish(output, folder, files, cache or NoCache())
    except BusyError:
        return Published(), (_busy(output),)
    except OSError as error:
        return Published(), (_unwritable(output, folder, error),)


def clash_problems(shown: Path, paths: Iterable[str]) -> tuple[Problem, ...]:
    """A problem for each group of paths that cannot stand side by side in the folder shown."""
    return tuple(_clash(shown, group) for group in clashes(paths))


def _look(folder: Path, cache: NoCache) -> Old:
    there, listing, last = survey(folder), read_listing(folder), recall(cache, folder)
    seen = verified(folder, listing, there, last)
    if seen != last:
        remember(cache, folder, seen)
    return Old(folder, there, listing, seen)


def _publish(
    output: Path, folder: Path, files: Mapping[str, bytes | Kept], cache: NoCache
) -> tuple[Published, tuple[Problem, ...]]:
    old = _look(folder, cache)
    plan, problems = make_plan(files, old, output)
    if problems:
        return Published(), problems
    if plan.new or plan.stale or _has_other_listing(old, plan):
        refuse_unwritable(folder, {*plan.new, *plan.stale, LISTING})
        written = _put(old, plan)
        seen = {path: file for path, file in old.seen.items() if path in plan.kept}
        remember(cache, folder, seen | written)
    size = sum(map(len, plan.new.values()))
    return Published(len(plan.new), len(plan.kept), len(plan.stale), size), ()


def _has_other_listing(old: Old, plan: Plan) -> bool:
    try:
        return (old.folder / LISTING).read_bytes() != listing_bytes(plan.digests.items())
    except FileNotFoundError:
        return True


def _put(old: Old, plan: Plan) -> dict[str, Seen]:
    """In one step if the folder can be exchanged, else file by file."""
    if old.there.is_movable and not os.path.ismount(old.folder):
        try:
            return publish_tree(old, plan)
        except OSError as error:
            if error.errno not in _IN_PLACE_INSTEAD or not old.there.exists:
                raise
    return publish_in_place(old, plan)


@contextmanager
def _parent_of(folder: Path) -> Iterator[None]:
    """Make the folders above the output, and take them away again if nothing came of it."""
    missing = [above for above in folder.parents if not os.path.lexists(above)]
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        for above in missing:
            with suppress(OSError):
                above.rmdir()


def _clash(shown: Path, group: tuple[str, ...]) -> Problem:
    names = " and ".join(f'"{path}"' for path in group)
    message = f"{names} cannot stand side by side on every file system"
    return problem("output-clash", Position((shown / group[0]).as_posix()), message)


def _busy(shown: Path) -> Problem:
    message = "another build is publishing into the output folder"
    return problem(
        "output-busy", Position(shown.as_posix()), message, hint="build again when it is done"
    )


def _unwritable(shown: Path, folder: Path, error: OSError) -> Problem:
    """The system's reason, with the place in the site instead of in the folder where it is made."""
    reason = error.strerror or type(error).__name__
    place = without_stage(str(error.filename or folder), folder)
    message = f'"{place}" cannot be written: {reason}'
    return problem("output-unwritable", Position(shown.as_posix()), message)
