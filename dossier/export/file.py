"""The file that an export becomes, and why there may be none; not what is in it."""

from __future__ import annotations

from pathlib import Path


class ExportError(Exception):
    """Why nothing was exported, in words for the curator."""


def refuse_target(path: Path, *, may_replace: bool) -> None:
    """`ExportError` if a folder is there, or a file that must stay."""
    if path.is_dir():
        raise ExportError(f'"{path}" is a folder')
    if path.exists() and not may_replace:
        raise ExportError(f'"{path}" is there already; --replace writes over it')


def write_file(path: Path, data: bytes) -> None:
    """Write a file in one step. `OSError` as it comes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.dossier-new")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
