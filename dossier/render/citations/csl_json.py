"""CSL-JSON (CSL 1.0.2) of references, for Zotero and citeproc; no style."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dossier.date_words import ENGLISH
from dossier.edtf import Moment
from dossier.edtf_words import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dossier.edtf import Edtf
    from dossier.model import Name
    from dossier.render.citations.reference import Reference

_SEASONS = range(21, 25)

Value = str | int | bool | list["Value"] | dict[str, "Value"]


def csl_json(references: Sequence[Reference]) -> str:
    """Write a JSON array with one item a reference, keys in a fixed order."""
    items = [csl_item(reference) for reference in references]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_item(reference: Reference) -> dict[str, Value]:
    """Give the item of one reference; what is not stated is left out."""
    item: dict[str, Value] = {
        "id": reference.id,
        "type": reference.type or "document",
        "title": reference.title,
        "author": [_name(name) for name in reference.authors],
        "container-title": reference.container_title,
        "publisher": reference.publisher,
        "issued": csl_date(reference.date) if reference.date is not None else {},
        "accessed": csl_date(reference.accessed) if reference.accessed is not None else {},
        "URL": reference.url,
        "archive_location": reference.archived,
        "language": reference.language,
        "abstract": reference.abstract,
        "note": reference.note,
    }
    return {key: value for key, value in item.items() if value}


def csl_date(edtf: Edtf) -> dict[str, Value]:
    """Give `date-parts` with what was stated, or `literal` words for what CSL has no parts for."""
    moments = edtf.moments
    ends = edtf.spans[0]
    closed = isinstance(ends.start, Moment) and isinstance(ends.end, Moment)
    if edtf.kind in {"one", "all"} or not closed or not all(map(_has_parts, moments)):
        return {"literal": in_words(edtf, ENGLISH)}
    date: dict[str, Value] = {"date-parts": [_parts(moment) for moment in moments]}
    season = moments[0].month
    if season is not None and season in _SEASONS and len(moments) == 1:
        date["season"] = season - _SEASONS.start + 1
    if any(moment.qualifier for moment in moments):
        date["circa"] = True
    return date


def _has_parts(moment: Moment) -> bool:
    if moment.precision == "season":
        return moment.month in _SEASONS
    return not moment.unspecified


def _parts(moment: Moment) -> list[Value]:
    """Years before year 1 are counted without a year 0, as citeproc does: -44 is 44 BCE."""
    year = moment.year if moment.year > 0 else moment.year - 1
    month = moment.month if moment.precision != "season" else None
    return [part for part in (year, month, moment.day) if part is not None]


def _name(name: Name) -> Value:
    parts = {"family": name.family, "given": name.given, "literal": name.literal}
    return {key: value for key, value in parts.items() if value}
