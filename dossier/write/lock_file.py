"""`dossier.lock` written in one step, beside the documents; what it says is not known here."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from dossier.model import Position, Problem
from dossier.problems import problem

if TYPE_CHECKING:
    from pathlib import Path

LOCK: Final = "dossier.lock"


def write_lock_file(root: Path, text: str) -> tuple[Problem, ...]:
    """Put the text in the place of the old one; the old one stays if that cannot be done."""
    file = root / LOCK
    beside = root / f".{LOCK}.{os.getpid()}"
    try:
        with beside.open("wb") as opened:
            opened.write(text.encode())
            opened.flush()
            os.fsync(opened.fileno())
        beside.replace(file.resolve() if file.is_symlink() else file)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        message = f"{LOCK} cannot be written: {error.strerror or error}"
        hint = "the site is published; build again when the file can be written"
        return (problem("lock-unwritable", Position(LOCK), message, hint=hint),)
    return ()
