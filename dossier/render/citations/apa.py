"""A reference list entry in the style of the Publication Manual of the APA, 7th edition; titles are left as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.render.citations import dates, kinds
from dossier.render.citations.laws import LAWS, law
from dossier.render.citations.names import apa_names
from dossier.render.citations.prose import italic, listed, roman, sentence

if TYPE_CHECKING:
    from dossier.render.citations.reference import Reference, Runs

_DESCRIPTIONS = {
    "broadcast": "Broadcast",
    "collection": "Archival collection",
    "dataset": "Data set",
    "figure": "Figure",
    "graphic": "Graphic",
    "interview": "Interview",
    "map": "Map",
    "motion_picture": "Video recording",
    "personal_communication": "Letter",
    "post": "Online post",
    "software": "Computer software",
    "song": "Audio recording",
}


def apa(reference: Reference) -> Runs:
    """Cite in APA 7."""
    if reference.type in LAWS:
        return listed((law(reference, dates.APA), roman(reference.link)))
    author = apa_names(reference.authors)
    publisher = reference.publisher if reference.publisher != reference.container_title else ""
    if not author and reference.type in kinds.PAGES and publisher:
        author, publisher = publisher, ""
    date = roman(f"({_date(reference)}).")
    title = sentence(_title(reference))
    head = (sentence(roman(author)), date, title) if author else (title, date)
    return listed((*head, *_container(reference, author, publisher), _retrieval(reference)))


def _date(reference: Reference) -> str:
    if reference.date is None:
        return "n.d."
    by_year = reference.type in kinds.DATED_BY_YEAR_IN_APA
    return dates.dated(dates.year_only(reference.date) if by_year else reference.date, dates.APA)


def _title(reference: Reference) -> Runs:
    whole = not reference.container_title or reference.type in kinds.PAGES
    description = _DESCRIPTIONS.get(reference.type, "")
    if reference.type == "thesis":
        description = ", ".join(part for part in ("Thesis", reference.publisher) if part)
    title = italic(reference.title) if whole else roman(reference.title)
    return listed((title, roman(f"[{description}]" if description else "")))


def _container(reference: Reference, author: str, publisher: str) -> tuple[Runs, ...]:
    """Give the container and the publisher, each a sentence; an author is not named again."""
    container = reference.container_title
    publisher = "" if publisher == author or reference.type == "thesis" else publisher
    if reference.type in kinds.PAGES:
        site = "" if container == author else container
        return sentence(roman(publisher)), sentence(roman(site))
    if reference.type in kinds.PERIODICALS:
        return (sentence(italic(container)),)
    lead = roman({"interview": "", "song": "On "}.get(reference.type, "In "))
    named = sentence(lead, italic(container)) if container else ()
    return named, sentence(roman(publisher))


def _retrieval(reference: Reference) -> Runs:
    if not reference.link or reference.date is not None or reference.accessed is None:
        return roman(reference.link)
    day = dates.dated(reference.accessed, dates.CHICAGO)
    return roman(f"Retrieved {day}, from {reference.link}")
