"""How one folder takes the place of another in one step, and what is mended after a build that was killed."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import sys
from pathlib import Path
from typing import Final

from dossier.write.paths import STAGE

_OLD: Final = ".dossier-old-"
_TOKEN: Final = re.compile(r"[0-9a-f]{8}")
_CANNOT: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
"""Of Linux's renameat2(2); macOS's RENAME_SWAP of renamex_np(2) has the same value."""


def stage_beside(output: Path) -> Path:
    """A path for the next site, in the same folder as the output."""
    return output.with_name(f".{output.name}{STAGE}{secrets.token_hex(4)}")


def stage_inside(output: Path) -> Path:
    """A path for new files, in the output itself."""
    return output / f"{STAGE}{secrets.token_hex(4)}"


def without_stage(place: str, output: Path) -> str:
    """A path in a stage as the path in the output that it stands for."""
    token = re.escape(STAGE) + _TOKEN.pattern
    inside = re.sub(rf"(?<=[/\\]){token}[/\\]", "", place)
    return re.sub(rf"(?<=[/\\])\.{re.escape(output.name)}{token}", lambda _: output.name, inside)


def replace_folder(output: Path, stage: Path) -> Path | None:
    """Put `stage` where `output` is; returns where the old folder is now, if there was one.

    OSError, and nothing changed, if the output cannot be moved, being a mount point for one.
    """
    if not os.path.lexists(output):
        stage.rename(output)
        return None
    if exchange(stage, output):
        return stage
    old = output.with_name(f".{output.name}{_OLD}{secrets.token_hex(4)}")
    output.rename(old)
    try:
        stage.rename(output)
    except OSError:
        old.rename(output)
        raise
    return old


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False if the system or the file system has no such step."""
    import ctypes

    library = ctypes.CDLL(None, use_errno=True) if sys.platform != "win32" else None
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        if library is None:
            return False
        if sys.platform == "darwin":
            failed = library.renamex_np(first, second, _RENAME_EXCHANGE)
        else:
            failed = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
    except AttributeError:
        return False
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(other))


def recover(output: Path) -> None:
    """Put back a site that a killed build had moved aside, and remove what such builds left over."""
    beside = _left_over(output.parent, f".{output.name}{_OLD}")
    if beside and not os.path.lexists(output):
        beside.pop().rename(output)
    beside += _left_over(output.parent, f".{output.name}{STAGE}")
    for folder in beside + _left_over(output, STAGE):
        shutil.rmtree(folder, ignore_errors=True)


def _left_over(folder: Path, prefix: str) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [
                Path(entry.path)
                for entry in entries
                if entry.name.startswith(prefix)
                and _TOKEN.fullmatch(entry.name.removeprefix(prefix))
                and entry.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return []
