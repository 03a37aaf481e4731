"""A document's record as it is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.edtf import Edtf, EdtfError, parse
from dossier.render.citations import Reference

if TYPE_CHECKING:
    from dossier.model import Document


def reference_of(document: Document) -> Reference:
    """The document in the terms of CSL, under its slug."""
    record = document.record
    return Reference(
        id=document.slug,
        type=record.type,
        title=document.title,
        authors=record.authors,
        container_title=record.container_title,
        publisher=record.publisher,
        date=_date(record.date),
        url=record.url,
        accessed=_date(record.retrieved),
        archived=record.archived,
        language=document.language,
        abstract=record.summary,
        note=record.note,
    )


def _date(text: str) -> Edtf | None:
    try:
        return parse(text) if text else None
    except EdtfError:
        return None
