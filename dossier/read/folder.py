"""The files below a folder of the dossier, in an order and under names that no file system decides."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.model import Position, Problem
from dossier.problems import problem
from dossier.read.names import is_debris

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Found:
    """A file: its path in the dossier (NFC, with `/`), and where it lies."""

    path: str
    file: Path


def find_files(root: Path, top: str) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """All files below `root/top`, sorted by path, but what programs leave behind; none if there is no such folder."""
    home = root.resolve()
    problems: list[Problem] = []
    start = Found(top, root / top)
    if not start.file.is_dir() or _leads_out(start, home, problems):
        return (), tuple(problems)
    found = _below(start, home, (start.file.resolve(),), problems)
    files, twins = _without_twins(sorted(found, key=lambda each: (each.path, str(each.file))))
    return files, (*problems, *twins)


def _below(
    folder: Found, home: Path, above: tuple[Path, ...], problems: list[Problem]
) -> list[Found]:
    """`above` holds the real folders that lead here: a link to one of them would never end."""
    try:
        entries = sorted(folder.file.iterdir())
    except OSError as error:
        problems.append(unreadable(folder.path, error.strerror or str(error)))
        return []
    found: list[Found] = []
    for entry in entries:
        if is_debris(entry.name):
            continue
        here = Found(f"{folder.path}/{_shown(entry.name)}", entry)
        if not _is_sound(here, home, problems):
            continue
        if not entry.is_dir():
            found.append(here)
        elif (real := entry.resolve()) not in above:
            found.extend(_below(here, home, (*above, real), problems))
    return found


def _is_sound(here: Found, home: Path, problems: list[Problem]) -> bool:
    try:
        here.file.name.encode()
    except UnicodeEncodeError:
        problems.append(unreadable(here.path, "its name is not valid UTF-8"))
        return False
    if _leads_out(here, home, problems):
        return False
    if here.file.is_dir() or here.file.is_file():
        return True
    why = "the link leads to nothing" if here.file.is_symlink() else "it is no ordinary file"
    problems.append(unreadable(here.path, why))
    return False


def _leads_out(here: Found, home: Path, problems: list[Problem]) -> bool:
    try:
        is_inside = not here.file.is_symlink() or here.file.resolve().is_relative_to(home)
    except (OSError, RuntimeError):
        is_inside = True
    if not is_inside:
        message = f'"{here.path}" is a symbolic link that leads out of the dossier'
        hint = "put a copy of the file in its place"
        problems.append(problem("path-outside", Position(here.path), message, hint=hint))
    return not is_inside


def _without_twins(files: list[Found]) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """The files without those whose name is another's in another Unicode form; a problem for each likeness."""
    by_path = {found.path: found for found in reversed(files)}
    problems = [
        problem(
            "path-twice",
            Position(found.path),
            f'two files are named "{found.path}", in different Unicode forms of the same letters',
            hint="rename or delete one of them",
        )
        for found in files
        if by_path[found.path] is not found
    ]
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(by_path):
        alike[unicodedata.normalize("NFC", path.casefold())].append(path)
    problems.extend(_case_twins(paths) for paths in alike.values() if len(paths) > 1)
    return tuple(by_path[path] for path in sorted(by_path)), tuple(problems)


def _case_twins(paths: list[str]) -> Problem:
    names = " and ".join(f'"{path}"' for path in paths)
    return problem(
        "path-case",
        Position(paths[1]),
        f"{names} differ only by case: on Windows and macOS they are one file",
        hint="rename one of them",
    )


def unreadable(path: str, why: str) -> Problem:
    """The problem of a file or folder that cannot be read."""
    return problem("file-unreadable", Position(path), f'"{path}" cannot be read: {why}')


def _shown(name: str) -> str:
    """The name in NFC; bytes that are no UTF-8 as escapes."""
    printable = name.encode(errors="surrogateescape").decode(errors="backslashreplace")
    return unicodedata.normalize("NFC", printable)
