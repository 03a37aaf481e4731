"""JSON Schemas of the files that curators write, from the very tables that read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dossier.config import CONFIG
from dossier.fields.form import json_schema
from dossier.parse.claims import CLAIM
from dossier.parse.entries import ENTRY
from dossier.parse.events import EVENT
from dossier.parse.paths import PATH
from dossier.parse.records import DOCUMENT, PAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dossier.fields.form import Vocabulary

_DRAFT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: Mapping[str, tuple[Vocabulary, bool, str, tuple[str, ...]]] = {
    "dossier": (CONFIG, False, "The settings of a dossier", ("dossier.yaml",)),
    "record": (DOCUMENT, False, "The record of a document", ("seeds/**/*.yaml", "seeds/**/*.yml")),
    "page": (PAGE, False, "The front matter of a page of the curator's own", ()),
    "entries": (
        ENTRY,
        True,
        "Acronyms, terms, people, organisations, places",
        tuple(f"content/{name}.yaml" for name in ("glossary", "people", "organisations", "places")),
    ),
    "events": (EVENT, True, "Dated events with their evidence", ("content/events.yaml",)),
    "claims": (CLAIM, True, "Questions that sources answer differently", ("content/claims.yaml",)),
    "path": (PATH, False, "A way through readings and passages", ("content/paths/*.yaml",)),
}
"""Name to: the keys, whether the file is a list of such mappings, what it describes, and which files it is for."""


def schema_text(name: str) -> str:
    """The JSON Schema (2020-12) of one kind of file; `KeyError` for a name that is not in `SCHEMAS`."""
    vocabulary, is_list, title, _ = SCHEMAS[name]
    mapping = json_schema(vocabulary)
    shape: dict[str, object] = {"type": ["array", "null"], "items": mapping} if is_list else mapping
    whole = {"$schema": _DRAFT, "title": title, **shape}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
