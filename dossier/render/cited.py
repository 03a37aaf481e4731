"""A document's record as it is cited, and the files in which citations are published."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dossier.edtf import Edtf, EdtfError, parse
from dossier.render.citations import STYLES, Reference, cite, export, plain
from dossier.render.desk import page_of
from dossier.render.linked_data import json_ld
from dossier.render.views import LinkView, StyledCitation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dossier.model import Document, Site
    from dossier.render.citations import Format, Style

BIBLIOGRAPHY = "bibliography/"
STYLE_NAMES: dict[Style, str] = {"apa": "APA", "chicago": "Chicago", "mla": "MLA"}


class _File(NamedTuple):
    name: str
    ending: str
    ending_of_all: str
    """Of the whole dossier's file: nothing around it says that its JSON is CSL's."""


_FILES: dict[Format, _File] = {
    "csl-json": _File("CSL-JSON", "json", "csl.json"),
    "bibtex": _File("BibTeX", "bib", "bib"),
    "ris": _File("RIS", "ris", "ris"),
}


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


def citations_of(reference: Reference) -> tuple[StyledCitation, ...]:
    """The document cited in each style."""
    return tuple(StyledCitation(STYLE_NAMES[style], cite(reference, style)) for style in STYLES)


def exports_of_reading() -> tuple[LinkView, ...]:
    """The files beside a reading's page."""
    return tuple(LinkView(file.name, f"citation.{file.ending}") for file in _FILES.values())


def exports_of_dossier() -> tuple[LinkView, ...]:
    """The files beside the bibliography."""
    return tuple(LinkView(file.name, f"dossier.{file.ending_of_all}") for file in _FILES.values())


def citation_files(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of every file for reference managers and search engines: each reading's, and the whole dossier's."""
    references = [reference_of(reading) for reading in site.readings]
    for reading, reference in zip(site.readings, references, strict=True):
        page = page_of(reading)
        yield (
            f"{page}metadata.jsonld",
            json_ld(reference, reading.record.rights.statement, page, site.config),
        )
    for form, file in _FILES.items():
        for reading, reference in zip(site.readings, references, strict=True):
            yield f"{page_of(reading)}citation.{file.ending}", export([reference], form)
        if references:
            yield f"{BIBLIOGRAPHY}dossier.{file.ending_of_all}", export(references, form)


def bibliography_text(readings: Sequence[Document], form: Format | Style) -> str:
    """Readings in one of the formats, in the order given, or as a list in one of the styles, by its first words."""
    references = [reference_of(reading) for reading in readings]
    match form:
        case "csl-json" | "bibtex" | "ris":
            return export(references, form)
        case "apa" | "chicago" | "mla":
            cited = [plain(cite(reference, form)) for reference in references]
            return "\n".join(f"{words}\n" for words in sorted(cited, key=str.casefold))


def _date(text: str) -> Edtf | None:
    try:
        return parse(text) if text else None
    except EdtfError:
        return None
