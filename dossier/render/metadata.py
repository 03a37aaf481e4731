"""What a reading's page says of itself to reference managers and search engines; not how its template writes that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.date_words import ENGLISH
from dossier.edtf_words import in_words
from dossier.render.citations import CONTAINED, zotero_type
from dossier.render.views import MetadataView

if TYPE_CHECKING:
    from dossier.edtf import Edtf, Moment
    from dossier.model import Name
    from dossier.render.citations import Reference

_CONTAINERS = {
    "article-journal": "citation_journal_title",
    "article-magazine": "citation_journal_title",
    "article-newspaper": "citation_journal_title",
    "review": "citation_journal_title",
    "review-book": "citation_journal_title",
    "chapter": "citation_inbook_title",
    "entry": "citation_inbook_title",
    "entry-dictionary": "citation_inbook_title",
    "entry-encyclopedia": "citation_inbook_title",
    "paper-conference": "citation_conference_title",
}
_PUBLISHERS = {
    "report": "citation_technical_report_institution",
    "thesis": "citation_dissertation_institution",
}
_OWNED = frozenset({"article-newspaper", "article-magazine", "post", "post-weblog", "webpage"})
"""Types that may go by their publisher where the record names no container."""
_YEARS = range(1, 10_000)
"""That every reader of dates takes."""


def metadata_of(reference: Reference, rights: str, dossier: str) -> MetadataView:
    """What stands in the head of a reading's page. `dossier` is its title.

    Zotero takes the name of the site for the newspaper's, so the site is named only where that cannot happen.
    It takes Dublin Core's type for a genre, so that stays unsaid.
    """
    name = publication(reference)
    item_type = zotero_type(reference.type)
    pairs = (
        ("z:itemType", item_type),
        ("citation_title", reference.title),
        *(("citation_author", author_text(author)) for author in reference.authors),
        *_dates(reference.date),
        (_CONTAINERS.get(reference.type, ""), reference.container_title),
        ("prism.publicationName", name),
        (_PUBLISHERS.get(reference.type, ""), reference.publisher),
        ("citation_public_url", reference.link),
        ("citation_language", reference.language),
        ("dc.publisher", reference.publisher),
        ("dcterms.rights", rights),
    )
    return MetadataView(
        names=tuple((key, " ".join(value.split())) for key, value in pairs if key and value),
        site_name=dossier if name or item_type not in CONTAINED else "",
        published=_day(reference.date),
    )


def publication(reference: Reference) -> str:
    """What the document appeared in: its container, else the publisher that owns such a thing."""
    return reference.container_title or (reference.publisher if reference.type in _OWNED else "")


def author_text(name: Name) -> str:
    """Family name first. What is no person's name has a comma at its end, or it would be taken apart.

    Where both parts are of several words a semicolon ends the name, or it would be taken for two.
    """
    whole = name.literal or (name.family if not name.given else "")
    if whole:
        return f"{whole}," if " " in whole.strip() else whole
    written = f"{name.family}, {name.given}" if name.family else name.given
    return f"{written};" if " " in name.family and " " in name.given else written


def _dates(edtf: Edtf | None) -> tuple[tuple[str, str], ...]:
    """The first moment as `YYYY/MM/DD`, in words too where it is not the whole truth, and the date as written."""
    if edtf is None:
        return ()
    first = edtf.moments[0]
    has_numbers = first.year in _YEARS and not first.unspecified
    is_exact = edtf.kind == "date" and not first.qualifier and first.precision != "season"
    return (
        ("citation_publication_date", _numbers(first) if has_numbers else ""),
        ("citation_date", "" if has_numbers and is_exact else in_words(edtf, ENGLISH)),
        ("dcterms.issued", edtf.text),
    )


def _numbers(moment: Moment) -> str:
    month = moment.month if moment.precision in {"month", "day"} else None
    parts = (
        f"{moment.year:04}",
        f"{month:02}" if month else "",
        f"{moment.day:02}" if moment.day else "",
    )
    return "/".join(part for part in parts if part)


def _day(edtf: Edtf | None) -> str:
    """`2024-02-02` of a date that is certain to the day, else nothing."""
    if edtf is None or edtf.kind != "date":
        return ""
    first = edtf.moments[0]
    if first.qualifier or first.unspecified or not first.day or first.year not in _YEARS:
        return ""
    return f"{first.year:04}-{first.month:02}-{first.day:02}"
