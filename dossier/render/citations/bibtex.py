"""BibTeX of references, in UTF-8, with the fields that biblatex adds (`date`, `url`, `urldate`, `langid`)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from dossier.render.citations.dates import year_text
from dossier.render.citations.names import suffix_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dossier.edtf import Edtf
    from dossier.model import Name
    from dossier.render.citations.reference import Reference

_TYPES = {
    "article-journal": ("article", "journal"),
    "article-magazine": ("article", "journal"),
    "article-newspaper": ("article", "journal"),
    "review": ("article", "journal"),
    "book": ("book", "series"),
    "chapter": ("incollection", "booktitle"),
    "entry": ("incollection", "booktitle"),
    "entry-dictionary": ("incollection", "booktitle"),
    "entry-encyclopedia": ("incollection", "booktitle"),
    "paper-conference": ("inproceedings", "booktitle"),
    "report": ("techreport", "series"),
}
_ESCAPES = str.maketrans(
    {
        **{letter: f"\\{letter}" for letter in "#$%&_"},
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "\n": "%0A"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(references: Sequence[Reference]) -> str:
    """Write one entry a reference, with an empty line between them."""
    return "\n".join(_entry(reference) for reference in references)


def bibtex_key(identifier: str) -> str:
    """Give a key that depends on the id alone: the id itself if BibTeX takes it, else its letters and a digest."""
    folded = unicodedata.normalize("NFKD", identifier).encode("ascii", "ignore").decode("ascii")
    key = re.sub(r"[^A-Za-z0-9:._-]+", "-", folded).strip("-")
    if key == identifier:
        return key
    digest = hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{key}-{digest}" if key else f"ref-{digest}"


def _entry(reference: Reference) -> str:
    kind, container = _TYPES.get(reference.type, ("misc", "howpublished"))
    publisher = "institution" if kind == "techreport" else "publisher"
    fields = (
        ("author", " and ".join(_name(name) for name in reference.authors)),
        ("title", f"{{{_escaped(reference.title)}}}" if reference.title else ""),
        (container, _escaped(reference.container_title)),
        (publisher, _escaped(reference.publisher)),
        *_dates(reference.date),
        ("url", reference.link.translate(_IN_ADDRESSES)),
        ("urldate", reference.accessed.text if reference.accessed is not None else ""),
        ("language", _escaped(reference.language)),
        ("abstract", _escaped(reference.abstract)),
        ("note", _escaped(_note(reference))),
    )
    lines = [f"  {name} = {_value(name, value)},\n" for name, value in fields if value]
    return f"@{kind}{{{bibtex_key(reference.id)},\n{''.join(lines)}}}\n"


def _value(name: str, value: str) -> str:
    """Months are the names that every BibTeX style defines, so they stand bare."""
    return value if name == "month" else f"{{{value}}}"


def _note(reference: Reference) -> str:
    archived = f"Archived: {reference.archived}" if reference.archived and reference.url else ""
    return " ".join(part for part in (reference.note, archived) if part)


def _dates(edtf: Edtf | None) -> tuple[tuple[str, str], ...]:
    """Give `date` where biblatex reads EDTF (level 1), and `year` and `month` where there is one."""
    if edtf is None:
        return ()
    if edtf.kind in {"one", "all"}:
        return (("year", _escaped(edtf.text)),)
    first = edtf.moments[0]
    alone = edtf.kind == "date" and not first.unspecified
    month = _MONTHS[(first.month or 1) - 1] if first.precision in {"month", "day"} else ""
    return (
        ("date", edtf.text),
        ("year", year_text(first.year) if alone else ""),
        ("month", month if alone else ""),
    )


def _name(name: Name) -> str:
    if name.literal or not name.given:
        return f"{{{_escaped(name.literal or name.family)}}}"
    given = name.given.partition(",")[0].strip()
    parts = (name.family, suffix_of(name), given)
    return ", ".join(_guarded(part) for part in parts if part)


def _guarded(part: str) -> str:
    """Brace what BibTeX would take apart."""
    escaped = _escaped(part)
    return f"{{{escaped}}}" if "," in part or re.search(r"\band\b", part) else escaped


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_ESCAPES)
