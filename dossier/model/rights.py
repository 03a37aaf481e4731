"""On which terms a document may be shown, and to whom; not what is left of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dossier.model.problem import Position

Extent = Literal["full", "excerpt", "link"]
EXTENTS: tuple[Extent, ...] = ("full", "excerpt", "link")

PUBLIC = "public"
"""The audience of a site that anybody may open."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What a record says of the rights in a document. Empty: not said."""

    text: Extent | Literal[""] = ""
    """How much of the text may be shown."""
    licence: str = ""
    """SPDX identifier, or a URI of rightsstatements.org."""
    holder: str = ""
    note: str = ""
    """Anything else, in words."""
    words: int = 0
    """Length of an excerpt from the beginning."""
    passages: tuple[str, ...] = ()
    """Ids of the passages that are the excerpt."""
    lines: Mapping[str, Position] = field(default_factory=dict)
    """Position of each key's value."""

    @property
    def statement(self) -> str:
        """All of it on one line, for programs that take one line."""
        return ". ".join(part for part in (self.licence, self.holder, self.note) if part)

    def __bool__(self) -> bool:
        return bool(self.text or self.statement)


@dataclass(frozen=True, slots=True)
class Withheld:
    """Passages that stand together and are not shown to an audience."""

    ids: tuple[str, ...]
    before: int
    """Index of the passage shown that follows them; the number of passages shown, at the end."""
