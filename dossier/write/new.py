"""Files that a curator asked for, in the dossier itself; what is there already is never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from filecmp import cmp
from shutil import copyfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def create_files(root: Path, files: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write each file that is not there; the paths written and the paths left alone. `OSError` as it comes."""
    written: list[str] = []
    left: list[str] = []
    for path, text in files.items():
        file = root / path
        if file.exists() or file.is_symlink():
            left.append(path)
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        written.append(path)
    return tuple(written), tuple(left)


@dataclass(frozen=True, slots=True)
class Copied:
    """Paths of files that were copied, that were there already byte for byte, and that are taken by other files."""

    written: tuple[str, ...]
    same: tuple[str, ...]
    taken: tuple[str, ...]


def copy_files(root: Path, files: Mapping[str, Path]) -> Copied:
    """Copy each file, byte for byte, to its path below `root`, if that is free. `OSError` as it comes."""
    outcome: dict[str, list[str]] = {"written": [], "same": [], "taken": []}
    for path, origin in files.items():
        outcome[_copy(origin, root / path)].append(path)
    return Copied(*(tuple(outcome[how]) for how in ("written", "same", "taken")))


def _copy(origin: Path, file: Path) -> str:
    if file.exists() or file.is_symlink():
        is_same = file.is_file() and cmp(origin, file, shallow=False)
        return "same" if is_same else "taken"
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.dossier-new")
    try:
        copyfile(origin, beside)
        beside.rename(file)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return "written"


def append_texts(root: Path, texts: Mapping[str, str]) -> None:
    """Put a text at the end of each file, after a blank line; a file that is missing is made. `OSError` as it comes."""
    for path, text in texts.items():
        file = root / path
        before = file.read_bytes() if file.exists() else b""
        gap = b"" if not before.strip() else b"\n" if before.endswith(b"\n") else b"\n\n"
        _replace(file, before + gap + text.encode("utf-8"))


def write_texts(files: Mapping[Path, str]) -> None:
    """Write files, each in one step, over what is there. `OSError` as it comes."""
    for file, text in files.items():
        _replace(file, text.encode("utf-8"))


def _replace(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.dossier-new")
    beside.write_bytes(data)
    beside.replace(file)
