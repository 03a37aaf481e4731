"""Ordered routes through readings and passages; not where the passages stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.body import EMPTY_BODY, Body
from dossier.model.problem import NOWHERE, Position


@dataclass(frozen=True, slots=True)
class Stop:
    """A reading, or a passage of one, with the curator's words before it. A stop may be words alone."""

    text: Body = EMPTY_BODY
    reading: str = ""
    """Slug."""
    exact: str = ""
    """The quotation that names a passage of the reading; empty if all of it is meant."""
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Path:
    """A route for a purpose and a time."""

    id: str
    title: str
    purpose: str = ""
    minutes: int = 0
    """That a reader has for it; 0 if not said."""
    stops: tuple[Stop, ...] = ()
    position: Position = NOWHERE
    lines: Mapping[str, Position] = field(default_factory=dict)
