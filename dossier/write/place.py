"""Where a site may be written: not over the dossier that it is made from, nor where the system forbids it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from dossier.model import Position, Problem
from dossier.problems import problem
from dossier.write.exchange import stage_inside
from dossier.write.listing import read_listing
from dossier.write.paths import parents

SETTINGS: Final = "dossier.yaml"
SOURCES: Final = ("seeds", "content")
GUARDED: Final = frozenset({*SOURCES, "themes", ".dossier", ".git"})


def refuse_unsafe(shown: Path, folder: Path, root: Path | None) -> tuple[Problem, ...]:
    """A problem if publishing into the folder could touch what the site is made from."""
    reason = _danger(folder, Path(os.path.realpath(root)) if root else _root_above(folder))
    if not reason:
        return ()
    hint = 'choose a folder of its own with --output, such as "site"'
    return (
        problem(
            "output-unsafe", Position(shown.as_posix()), f"the output folder {reason}", hint=hint
        ),
    )


def _danger(folder: Path, root: Path | None) -> str:
    if folder == root:
        return "is the dossier's own folder"
    if root is not None and root.is_relative_to(folder):
        return f'contains the dossier, "{root.name}"'
    if root is not None and folder.is_relative_to(root):
        name = folder.relative_to(root).parts[0]
        if name.casefold() in GUARDED:
            return f'lies in "{name}", a folder that the site is made from'
    ours = {above for path in read_listing(folder) for above in parents(path)}
    sources = [name for name in SOURCES if name not in ours and (folder / name).is_dir()]
    if (folder / SETTINGS).exists() or sources:
        return f'contains "{[*sources, SETTINGS][0]}": it is a dossier itself'
    return ""


def _root_above(folder: Path) -> Path | None:
    return next((above for above in (folder, *folder.parents) if (above / SETTINGS).exists()), None)


def refuse_unwritable(folder: Path, paths: Iterable[str]) -> None:
    """OSError if a folder in which a file is to be made or removed is there and cannot be written."""
    above = {folder, *(folder / place for path in paths for place in parents(path))}
    for place in sorted(above):
        if place.is_dir() and not os.access(place, os.W_OK | os.X_OK):
            raise _reason(place)


def _reason(folder: Path) -> OSError:
    """Why nothing can be made in a folder, in the system's own words."""
    attempt = stage_inside(folder)
    try:
        attempt.mkdir()
        attempt.rmdir()
    except OSError as error:
        return OSError(error.errno, error.strerror, str(folder))
    return PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
