"""A place in a file, and a problem there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file of the dossier. Line 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0


NOWHERE = Position("")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a curator can mend: made by `dossier.problems.problem`, shown by `dossier.report`."""

    code: str
    severity: Severity
    position: Position
    message: str
    help: str = ""
    excerpt: str = ""
    """The line of the file that `position` points into, without its line end; empty if unknown."""
    width: int = 1
    """How many characters the caret underlines."""
