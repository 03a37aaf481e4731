"""A works-cited entry in the style of the MLA Handbook, 9th edition; titles are left as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.render.citations import dates, kinds
from dossier.render.citations.names import mla_names
from dossier.render.citations.prose import italic, listed, quoted, roman, sentence

if TYPE_CHECKING:
    from dossier.render.citations.reference import Reference, Runs

_PLAIN = frozenset({"bill", "collection", "legislation", "regulation", "treaty"})
_WHOLE = kinds.BOOKS | {"hearing", "legal_case"}
_UNPUBLISHED = kinds.PERIODICALS | {"interview"}


def mla(reference: Reference) -> Runs:
    """Cite in MLA 9."""
    author = _author(reference)
    publisher = "" if reference.type in _UNPUBLISHED else reference.publisher
    if publisher == reference.container_title:
        publisher = ""
    university = roman("")
    if reference.type == "thesis":
        university = sentence(listed((roman(publisher), roman("Thesis")), ", "))
        publisher = ""
    elements = (
        italic(reference.container_title),
        roman(publisher),
        roman(_date(reference)),
        roman(reference.link),
    )
    body = (sentence(_title(reference)), sentence(listed(elements, ", ")))
    return listed((sentence(roman(author)), *body, university, _access(reference)))


def _author(reference: Reference) -> str:
    """Leave out an organisation that is its own publisher."""
    own = {reference.publisher, reference.container_title if reference.type in kinds.PAGES else ""}
    return "" if reference.sole_author in own - {""} else mla_names(reference.authors)


def _title(reference: Reference) -> Runs:
    if reference.type in _PLAIN:
        return roman(reference.title)
    contained = reference.container_title and reference.type not in _WHOLE
    if reference.title and (contained or reference.type in kinds.PAPERS | {"paper-conference"}):
        return quoted(reference.title)
    return italic(reference.title)


def _date(reference: Reference) -> str:
    if reference.date is None:
        return ""
    date = reference.date
    if reference.type in kinds.DATED_BY_YEAR_IN_MLA:
        date = dates.year_only(date)
    elif reference.type == "article-journal":
        date = dates.without_day(date)
    return dates.dated(date, dates.MLA)


def _access(reference: Reference) -> Runs:
    if not reference.link or reference.date is not None or reference.accessed is None:
        return ()
    return roman(f"Accessed {dates.dated(reference.accessed, dates.MLA)}.")
