r"""The frozen values that every stage shares; no behaviour beyond what a value says of itself.

Offsets are in characters (Unicode code points), from 0; lines and columns are from 1. Texts are in NFC with `\n`
line ends. Paths are relative to the dossier's root and written with `/`.
"""

from __future__ import annotations

from dossier.model.address import Address
from dossier.model.body import (
    EMPTY_BODY,
    WORDS_A_MINUTE,
    Body,
    Gap,
    Passage,
    PassageEnd,
    PassageKind,
    PassageStart,
    Places,
    Reference,
    ReferenceEnd,
    Run,
    Slot,
    translate,
)
from dossier.model.claims import Answer, Claim
from dossier.model.config import Config, MenuItem
from dossier.model.history import Change, Grade, History, Moved, Tombstone, Withdrawn
from dossier.model.notes import NOTE_KINDS, Note, NoteKind
from dossier.model.paths import Path, Stop
from dossier.model.problem import NOWHERE, Position, Problem, Severity
from dossier.model.rights import EXTENTS, PUBLIC, Extent, Rights, Withheld
from dossier.model.site import (
    Bond,
    Citation,
    Disputed,
    Evident,
    Linked,
    Mention,
    Noted,
    Quoted,
    Related,
    Routed,
    Site,
)
from dossier.model.source import VERSIONS, Name, Record, Source, SourceKind, Version
from dossier.model.things import (
    ENTRY_KINDS,
    MARKS,
    RELATION_TYPES,
    Document,
    Entry,
    EntryKind,
    Event,
    Evidence,
    Link,
    Mark,
    Relation,
    RelationType,
)

__all__ = [
    "EMPTY_BODY",
    "ENTRY_KINDS",
    "EXTENTS",
    "MARKS",
    "NOTE_KINDS",
    "NOWHERE",
    "PUBLIC",
    "RELATION_TYPES",
    "VERSIONS",
    "WORDS_A_MINUTE",
    "Address",
    "Answer",
    "Body",
    "Bond",
    "Change",
    "Citation",
    "Claim",
    "Config",
    "Disputed",
    "Document",
    "Entry",
    "EntryKind",
    "Event",
    "Evidence",
    "Evident",
    "Extent",
    "Gap",
    "Grade",
    "History",
    "Link",
    "Linked",
    "Mark",
    "Mention",
    "MenuItem",
    "Moved",
    "Name",
    "Note",
    "NoteKind",
    "Noted",
    "Passage",
    "PassageEnd",
    "PassageKind",
    "PassageStart",
    "Path",
    "Places",
    "Position",
    "Problem",
    "Quoted",
    "Record",
    "Reference",
    "ReferenceEnd",
    "Related",
    "Relation",
    "RelationType",
    "Rights",
    "Routed",
    "Run",
    "Severity",
    "Site",
    "Slot",
    "Source",
    "SourceKind",
    "Stop",
    "Tombstone",
    "Version",
    "Withdrawn",
    "Withheld",
    "translate",
]
