"""What a curator says about the words of a document, and which words; not where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.model.body import EMPTY_BODY, Body
from dossier.model.problem import NOWHERE, Position

NoteKind = Literal["comment", "context", "correction", "sic", "doubt", "translation"]
NOTE_KINDS: tuple[NoteKind, ...] = (
    "comment",
    "context",
    "correction",
    "sic",
    "doubt",
    "translation",
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note on words of a document, which a TextQuoteSelector (W3C Web Annotation) names."""

    exact: str
    """The words, as they stand in the document."""
    prefix: str = ""
    """Words that stand right before them."""
    suffix: str = ""
    """Words that stand right after them."""
    kind: NoteKind = "comment"
    text: Body = EMPTY_BODY
    correct: str = ""
    """Of a correction: what the words should read."""
    position: Position = NOWHERE
    """Of the quotation in the record."""
