r"""The frozen values that every stage shares; no behaviour beyond what a value says of itself.

Offsets are in characters (Unicode code points), from 0; lines and columns are from 1. Texts are in NFC with `\n`
line ends. Paths are relative to the dossier's root and written with `/`.
"""

from __future__ import annotations

from dossier.model.address import Address
from dossier.model.body import (
    EMPTY_BODY,
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
from dossier.model.config import Config, MenuItem
from dossier.model.history import Change, Grade, History, Moved, Tombstone, Withdrawn
from dossier.model.problem import NOWHERE, Position, Problem, Severity
from dossier.model.site import Citation, Evident, Linked, Mention, Related, Site
from dossier.model.source import Name, Record, Source, SourceKind
from dossier.model.things import (
    ENTRY_KINDS,
    MARKS,
    Document,
    Entry,
    EntryKind,
    Event,
    Evidence,
    Link,
    Mark,
)

__all__ = [
    "EMPTY_BODY",
    "ENTRY_KINDS",
    "MARKS",
    "NOWHERE",
    "Address",
    "Body",
    "Change",
    "Citation",
    "Config",
    "Document",
    "Entry",
    "EntryKind",
    "Event",
    "Evidence",
    "Evident",
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
    "Passage",
    "PassageEnd",
    "PassageKind",
    "PassageStart",
    "Places",
    "Position",
    "Problem",
    "Record",
    "Reference",
    "ReferenceEnd",
    "Related",
    "Run",
    "Severity",
    "Site",
    "Slot",
    "Source",
    "SourceKind",
    "Tombstone",
    "Withdrawn",
    "translate",
]
