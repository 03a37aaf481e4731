"""Questions that sources answer differently, and the answers; not where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.body import EMPTY_BODY, Body
from dossier.model.problem import NOWHERE, Position
from dossier.model.things import Evidence


@dataclass(frozen=True, slots=True)
class Answer:
    """What one source says."""

    value: str
    """In figures or words, as the curator would have it in a table."""
    evidence: Evidence
    unit: str = ""
    as_of: str = ""
    """EDTF, valid; empty if not stated."""
    by: str = ""
    """Id of an entry, or a name."""
    id: str = ""
    by_position: Position = NOWHERE
    """Where `by` stands."""
    repeats: str = ""
    """Id, or number from 1, of the answer that this one only repeats."""
    repeats_position: Position = NOWHERE
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Claim:
    """A question with its answers, in the order written."""

    id: str
    question: str
    description: Body = EMPTY_BODY
    answers: tuple[Answer, ...] = ()
    position: Position = NOWHERE
    lines: Mapping[str, Position] = field(default_factory=dict)
