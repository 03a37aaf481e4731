"""What a citation is made from: one document in the terms of CSL, and text with emphasis; no style and no format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dossier.edtf import Edtf
    from dossier.model import Name

Runs = tuple[tuple[str, bool], ...]
"""Text and whether it is italic, in order."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as it is cited. Empty text means not stated."""

    id: str
    type: str = ""
    """A CSL item type; empty is `document`."""
    title: str = ""
    authors: tuple[Name, ...] = ()
    container_title: str = ""
    publisher: str = ""
    date: Edtf | None = None
    url: str = ""
    accessed: Edtf | None = None
    archived: str = ""
    """Address of an archived copy."""
    language: str = ""
    abstract: str = ""
    note: str = ""

    @property
    def sole_author(self) -> str:
        """The only author if that is no person, else empty."""
        return self.authors[0].literal if len(self.authors) == 1 else ""

    @property
    def link(self) -> str:
        """The address to cite: the document's own, else that of the archived copy."""
        return self.url or self.archived


def plain(runs: Runs) -> str:
    """Give the words alone."""
    return "".join(text for text, _ in runs)


def merged(runs: Iterable[tuple[str, bool]]) -> Runs:
    """Join neighbours of one emphasis and leave out empty ones."""
    result: list[tuple[str, bool]] = []
    for text, italic in runs:
        if result and result[-1][1] == italic:
            result[-1] = (result[-1][0] + text, italic)
        elif text:
            result.append((text, italic))
    return tuple(result)
