"""What stands in the output folder, ours or not: names, sizes and times, without reading a file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG


@dataclass(frozen=True, slots=True)
class Found:
    """A file, a symbolic link or anything else that is no folder."""

    size: int
    mtime_ns: int
    inode: int
    is_regular: bool


@dataclass(frozen=True, slots=True)
class Survey:
    """The output folder, if there is one. Paths are relative to it, with `/`."""

    exists: bool
    files: Mapping[str, Found] = field(default_factory=dict)
    folders: Mapping[str, int] = field(default_factory=dict)
    """Each folder's mode."""
    lasting: frozenset[str] = frozenset()
    """Folders that are empty, or cannot be looked into."""
    is_movable: bool = True
    """Whether all of it can be linked elsewhere: nothing is closed to us or on another device."""


def survey(output: Path) -> Survey:
    """Walk the folder; OSError if it cannot be read. Symbolic links inside are not followed."""
    try:
        device = output.stat().st_dev
    except FileNotFoundError:
        return Survey(exists=False)
    files: dict[str, Found] = {}
    folders: dict[str, int] = {}
    lasting: set[str] = set()
    is_movable = True
    waiting = _look_into(output, "", files)
    while waiting:
        path = waiting.pop()
        folder = output / path
        status = folder.lstat()
        folders[path] = status.st_mode
        is_open = os.access(folder, os.R_OK | os.W_OK | os.X_OK)
        is_movable = is_movable and is_open and status.st_dev == device
        before = len(files)
        try:
            inside = _look_into(folder, f"{path}/", files)
        except PermissionError:
            inside = []
        if not inside and len(files) == before:
            lasting.add(path)
        waiting += inside
    return Survey(True, files, folders, frozenset(lasting), is_movable)  # noqa: FBT003 - a value


def _look_into(folder: Path, prefix: str, files: dict[str, Found]) -> list[str]:
    """Add the folder's files; its folders are returned."""
    folders = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append(prefix + entry.name)
                continue
            status = entry.stat(follow_symlinks=False)
            files[prefix + entry.name] = Found(
                status.st_size, status.st_mtime_ns, entry.inode(), S_ISREG(status.st_mode)
            )
    return folders
