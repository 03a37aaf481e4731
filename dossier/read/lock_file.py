"""The bytes of `dossier.lock` as text; what it says is not known here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dossier.model import Position, Problem
from dossier.problems import problem
from dossier.read.folder import unreadable

if TYPE_CHECKING:
    from pathlib import Path

LOCK: Final = "dossier.lock"


def read_lock_file(root: Path) -> tuple[str, tuple[Problem, ...]]:
    """The text of the dossier's lock; empty if there is none."""
    try:
        data = (root / LOCK).read_bytes()
    except FileNotFoundError:
        return "", ()
    except OSError as error:
        return "", (unreadable(LOCK, error.strerror or str(error)),)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        text = ""
    if text:
        return text, ()
    what = "is empty" if not data else "is not UTF-8"
    hint = 'restore it from version control, or run "dossier lock import SITE"'
    return "", (problem("lock-damaged", Position(LOCK), f"{LOCK} {what}", hint=hint),)
