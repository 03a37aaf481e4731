"""Where everything of the dossier is published: pages of documents, entries, topics and assets; not what links there."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model import Address, Document, Entry
from dossier.urls import slugify

FOLDERS = {"person": "people/", "organisation": "organisations/", "place": "places/"}
GLOSSARY = "glossary/"
TIMELINE = "timeline/"
CLAIMS = "claims/"
PATHS = "paths/"
COVERAGE = "about/coverage/"
NETWORK = "network/"
ASSETS = "assets/"
GENERATED = (
    "readings/",
    GLOSSARY,
    "people/",
    "organisations/",
    "places/",
    "topics/",
    TIMELINE,
    CLAIMS,
    PATHS,
    NETWORK,
    "bibliography/",
    "search/",
    "changes/",
)
"""Pages that every dossier has. A page of the curator's own cannot take their place."""

RESERVED = frozenset(page.rstrip("/") for page in GENERATED) | {
    "assets",
    "404",
    "feed",
    "sitemap",
    "llms",
}
"""Slugs that a page of the curator's own cannot have."""

HOME = "index"


def address_of_document(document: Document) -> Address:
    """`readings/<slug>/` for a reading, `<slug>/` for a page, and nothing for the home page."""
    if document.kind == "reading":
        return Address(f"readings/{document.slug}/")
    return Address("" if document.slug == HOME else f"{document.slug}/")


def address_of_entry(entry: Entry) -> Address:
    """`people/<id>/` and its like, or a place in the glossary."""
    folder = FOLDERS.get(entry.kind)
    return Address(f"{folder}{entry.id}/") if folder else Address(GLOSSARY, entry.id)


def address_of_asset(path: str) -> Address:
    """`assets/`, then the path in the dossier."""
    return Address(ASSETS + path)


def topics_of(readings: Iterable[Document]) -> frozenset[str]:
    """The pages of all tags."""
    return frozenset(
        f"topics/{slug}/"
        for reading in readings
        for tag in reading.record.tags
        if (slug := slugify(tag))
    )
