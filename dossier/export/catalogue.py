"""The catalogue: one row a reading, with its record, as JSON or as a table for spreadsheets; not the texts."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Mapping
from io import StringIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dossier.model import Document, Entry, Site

Cell = str | int | tuple[str, ...] | Mapping[str, int]

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings by which a spreadsheet takes a text for a formula."""
_BETWEEN: Final = "; "


def catalogue_json(site: Site) -> str:
    """The readings and the entries as JSON: keys are always the same, in the same order, and never absent."""
    config = site.config
    value = {
        "format": "dossier-catalogue",
        "version": 1,
        "title": config.title,
        "subtitle": config.subtitle,
        "base_url": config.base_url,
        "language": config.language,
        "readings": [dict(_row(site, reading)) for reading in site.readings],
        "entries": [dict(_entry(site, entry)) for entry in site.entries],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def catalogue_csv(site: Site) -> bytes:
    """The readings as RFC 4180 has it: commas, CRLF, a head.

    UTF-8 with a byte order mark, without which spreadsheets garble every other script. A text that a
    spreadsheet would compute has an apostrophe before it.
    """
    target = StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for reading in site.readings:
        writer.writerow([_cell(value) for value in _row(site, reading).values()])
    return target.getvalue().encode("utf-8-sig")


_COLUMNS: Final = (
    *("slug", "address", "title", "subtitle", "type", "author", "container-title", "publisher"),
    *("date", "date_as_stated", "url", "language", "summary", "tags", "rights", "note"),
    *("retrieved", "archived", "file", "sha256", "words", "passages", "mentions", "entries"),
)
"""In this order for good: a new one comes at the end."""


def _row(site: Site, reading: Document) -> Mapping[str, Cell]:
    record, body = reading.record, reading.body
    named = _named(site, reading)
    values: tuple[Cell, ...] = (
        reading.slug,
        f"{site.config.base_url}readings/{reading.slug}/",
        reading.title,
        record.subtitle,
        record.type,
        tuple(name.text for name in record.authors),
        record.container_title,
        record.publisher,
        record.date,
        record.date_as_stated,
        record.url,
        reading.language,
        record.summary,
        record.tags,
        record.rights.statement,
        record.note,
        record.retrieved,
        record.archived,
        reading.path,
        reading.digest,
        body.words,
        sum(bool(passage.number) for passage in body.passages),
        sum(named.values()),
        named,
    )
    return dict(zip(_COLUMNS, values, strict=True))


def _named(site: Site, reading: Document) -> Mapping[str, int]:
    """Ids of the entries that a reading names, each with how often, the most frequent first."""
    counts = Counter(mention.entry for mention in site.linked[reading.path].mentions)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _entry(site: Site, entry: Entry) -> Mapping[str, object]:
    address = site.addresses[entry.id]
    sentences = site.mentioned.get(entry.id, ())
    return {
        "id": entry.id,
        "kind": entry.kind,
        "address": f"{site.config.base_url}{address.page}"
        + (f"#{address.fragment}" if address.fragment else ""),
        "name": entry.name,
        "expansion": entry.expansion,
        "aliases": entry.aliases,
        "for": entry.stands_for,
        "role": entry.role,
        "definition": entry.definition.text,
        "readings": len({each.document for each in sentences}),
        "sentences": len(sentences),
    }


def _cell(value: Cell) -> str | int:
    if isinstance(value, int):
        return value
    if isinstance(value, Mapping):
        return _BETWEEN.join(f"{name} ({count})" for name, count in value.items())
    text = value if isinstance(value, str) else _BETWEEN.join(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
