"""What a dossier is made of on disk, as marks that change when a file does; no file is opened."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from stat import S_ISDIR
from typing import Final

from dossier.read.names import is_debris

INPUTS: Final = ("dossier.yaml", "dossier.lock", "seeds", "content", "themes")
"""Names in the dossier's folder that a build may read."""

Mark = tuple[int, int, int, int, int]
"""Mode, size, inode, and the times of the last change of bytes and of status. Reading changes none of them."""

Marks = Mapping[str, Mark]
"""By path below the dossier's folder, with `/`. A folder has a mark that says only that it is there."""

_GONE: Final = (0, 0, 0, 0, 0)


def marks_of(root: Path) -> Marks:
    """The marks of everything that a build of the dossier in `root` may read."""
    marks: dict[str, Mark] = {}
    for name in INPUTS:
        marks.update(_below(root / name, name, ()))
    return marks


def marks_again(root: Path, marks: Marks, paths: Iterable[str]) -> Marks:
    """`marks` with those at and below `paths` taken again."""
    new = dict(marks)
    for path in paths:
        if new.get(path, _GONE)[1] < 0 or path not in new:
            inside = f"{path}/"
            for known in [each for each in new if each.startswith(inside)]:
                del new[known]
        new.pop(path, None)
        new.update(_below(root / path, path, ()))
    return new


def changes_between(old: Marks, new: Marks) -> tuple[str, ...]:
    """The paths that came, went or changed, in order."""
    return tuple(sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path)))


def is_input(path: str) -> bool:
    """Whether a build may read the file or folder at a path below the dossier's folder."""
    top, *names = path.split("/")
    return top in INPUTS and not any(_is_passed_over(top, name) for name in names)


def is_half_done(path: str, old: Marks, new: Marks) -> bool:
    """Whether a change looks like the first half of one: a file has gone, or is empty and was not."""
    size = new[path][1] if path in new else 0
    return not size and old.get(path, (0, 1))[1] != 0


def is_folder(path: str, old: Marks, new: Marks) -> bool:
    """Whether the path is, or was, a folder's."""
    return any(marks[path][1] < 0 for marks in (old, new) if path in marks)


def _is_passed_over(top: str, name: str) -> bool:
    return name.startswith(".") if top == "themes" else is_debris(name)


def _below(file: Path, path: str, above: tuple[tuple[int, int], ...]) -> Iterator[tuple[str, Mark]]:
    """The marks of a file, or of a folder and all in it; a link that leads back up is not followed."""
    try:
        status = file.stat()
    except OSError:
        if os.path.lexists(file):
            yield path, (1, 1, 0, 0, 0)
        return
    if not S_ISDIR(status.st_mode):
        yield path, _mark(status)
        return
    yield path, (status.st_mode, -1, status.st_ino, 0, 0)
    here = (status.st_dev, status.st_ino)
    if here not in above:
        yield from _inside(file, path, (*above, here))


def _inside(
    folder: Path, path: str, above: tuple[tuple[int, int], ...]
) -> Iterator[tuple[str, Mark]]:
    top = path.partition("/")[0]
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if _is_passed_over(top, entry.name):
            continue
        place = f"{path}/{entry.name}"
        if entry.is_symlink() or entry.is_dir():
            yield from _below(Path(entry.path), place, above)
            continue
        try:
            yield place, _mark(entry.stat())
        except OSError:
            continue


def _mark(status: os.stat_result) -> Mark:
    return (
        status.st_mode,
        status.st_size,
        status.st_ino,
        status.st_mtime_ns,
        status.st_ctime_ns,
    )
