"""RIS of references: one tag a line, CRLF line ends, UTF-8; no style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.date_words import ENGLISH
from dossier.edtf_words import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dossier.edtf import Edtf, Moment
    from dossier.model import Name
    from dossier.render.citations.reference import Reference

_TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry": "ENCYC",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "interview": "GEN",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "BLOG",
    "post-weblog": "BLOG",
    "regulation": "LEGAL",
    "report": "RPRT",
    "review": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}


def ris(references: Sequence[Reference]) -> str:
    """Write one record a reference, with an empty line between them."""
    return "\r\n".join(_record(reference) for reference in references)


def _record(reference: Reference) -> str:
    lines = (
        ("TY", _TYPES.get(reference.type, "GEN")),
        ("ID", reference.id),
        *(("AU", _name(name)) for name in reference.authors),
        ("TI", reference.title),
        ("T2", reference.container_title),
        ("PB", reference.publisher),
        *_dates(reference.date),
        ("UR", reference.url),
        ("L2", reference.archived),
        ("Y2", _day(reference.accessed.moments[0]) if reference.accessed is not None else ""),
        ("LA", reference.language),
        ("AB", reference.abstract),
        ("N1", reference.note),
    )
    written = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines if value]
    return "".join(written) + "ER  - \r\n"


def _dates(edtf: Edtf | None) -> tuple[tuple[str, str], ...]:
    """PY takes a year, DA `year/month/day/other`; `other` says in words what they cannot."""
    if edtf is None:
        return ()
    first = edtf.moments[0]
    exact = edtf.kind == "date" and not first.unspecified and not first.qualifier
    words = "" if exact and first.precision != "season" else in_words(edtf, ENGLISH)
    if not 0 < first.year <= _LAST_YEAR or first.unspecified:
        return (("DA", f"///{words or in_words(edtf, ENGLISH)}"),)
    return ("PY", f"{first.year:04}"), ("DA", _day(first) + words)


_LAST_YEAR = 9999


def _day(moment: Moment) -> str:
    month = f"{moment.month:02}" if moment.month and moment.precision != "season" else ""
    return f"{moment.year:04}/{month}/{f'{moment.day:02}' if moment.day else ''}/"


def _name(name: Name) -> str:
    """Family, given and suffix; an asterisk, which RIS forbids here, is left out."""
    written = name.literal or ", ".join(part for part in (name.family, name.given) if part)
    return written.replace("*", "")
