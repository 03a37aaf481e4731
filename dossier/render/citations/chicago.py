"""A bibliography entry in the style of the Chicago Manual, 18th edition (notes and bibliography); titles as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.render.citations import dates, kinds
from dossier.render.citations.laws import LAWS, law
from dossier.render.citations.names import chicago_names
from dossier.render.citations.prose import italic, listed, quoted, roman, sentence

if TYPE_CHECKING:
    from dossier.render.citations.reference import Reference, Runs


def chicago(reference: Reference) -> Runs:
    """Cite in Chicago 18. The 17th edition differs for seven and more authors."""
    if reference.type in LAWS:
        return listed((law(reference, dates.CHICAGO), sentence(roman(reference.link))))
    author, container, publisher = _roles(reference)
    title = _title(reference)
    date = roman(_date(reference))
    if reference.type in kinds.PERIODICALS or reference.type in {*kinds.PAGES, "interview"}:
        unnamed = kinds.PERIODICALS - {"post-weblog"}
        by = () if reference.type in unnamed else roman(publisher)
        where = sentence(listed((container, by, date), ", "))
    else:
        lead = () if reference.type in kinds.BROADCASTS or not container else roman("In ")
        kind = roman("Thesis" if reference.type == "thesis" else "")
        issue = sentence(listed((kind, roman(publisher), date), ", "))
        where = listed((sentence(lead, container), issue))
    return listed((sentence(author), sentence(title), where, *_access(reference)))


def _roles(reference: Reference) -> tuple[Runs, Runs, str]:
    """Author, container and publisher. A newspaper or the owner of a site stands in for a missing author."""
    author, publisher = roman(chicago_names(reference.authors)), reference.publisher
    container = _container(reference)
    if publisher == reference.container_title:
        publisher = ""
    if not author and reference.type in kinds.NEWS:
        return container, (), publisher
    if not author and reference.type in kinds.PAGES:
        owner = publisher or reference.container_title
        return roman(owner), container if publisher else (), ""
    if reference.sole_author and reference.type in kinds.PAGES:
        container = () if reference.sole_author == reference.container_title else container
        publisher = "" if reference.sole_author == publisher else publisher
    return author, container, publisher


def _container(reference: Reference) -> Runs:
    text = reference.container_title
    return roman(text) if reference.type in kinds.PAGES else italic(text)


def _title(reference: Reference) -> Runs:
    quoting = (kinds.PAPERS | {"webpage", "thesis", "paper-conference"}) - {"collection"}
    if reference.type in kinds.BOOKS:
        return italic(reference.title)
    if reference.container_title or reference.type in quoting:
        return quoted(reference.title) if reference.title else ()
    return italic(reference.title)


def _date(reference: Reference) -> str:
    if reference.date is None:
        return "" if reference.type in kinds.PAGES else "n.d."
    by_year = reference.type in kinds.DATED_BY_YEAR
    return dates.dated(
        dates.year_only(reference.date) if by_year else reference.date, dates.CHICAGO
    )


def _access(reference: Reference) -> tuple[Runs, ...]:
    accessed: Runs = ()
    if reference.link and reference.date is None and reference.accessed is not None:
        accessed = roman(f"Accessed {dates.dated(reference.accessed, dates.CHICAGO)}.")
    return accessed, sentence(roman(reference.link))
