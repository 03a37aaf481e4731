"""Citations of documents: three styles as text with emphasis, three formats for reference managers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dossier.render.citations.apa import apa
from dossier.render.citations.bibtex import bibtex, bibtex_key
from dossier.render.citations.chicago import chicago
from dossier.render.citations.csl_json import csl_item, csl_json
from dossier.render.citations.mla import mla
from dossier.render.citations.reference import Reference, Runs, plain
from dossier.render.citations.ris import ris
from dossier.render.citations.zotero import CONTAINED, zotero_type

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = [
    "CONTAINED",
    "FORMATS",
    "STYLES",
    "Format",
    "Reference",
    "Runs",
    "Style",
    "bibtex_key",
    "cite",
    "csl_item",
    "export",
    "plain",
    "zotero_type",
]

Style = Literal["apa", "chicago", "mla"]
Format = Literal["csl-json", "bibtex", "ris"]

STYLES: Mapping[Style, Callable[[Reference], Runs]] = {"apa": apa, "chicago": chicago, "mla": mla}
FORMATS: Mapping[Format, Callable[[Sequence[Reference]], str]] = {
    "csl-json": csl_json,
    "bibtex": bibtex,
    "ris": ris,
}


def cite(reference: Reference, style: Style) -> Runs:
    """Cite a document in a style. `plain` gives the words alone."""
    return STYLES[style](reference)


def export(references: Sequence[Reference], form: Format) -> str:
    """Write documents for a reference manager, in the order given. RIS has CRLF line ends."""
    return FORMATS[form](references)
