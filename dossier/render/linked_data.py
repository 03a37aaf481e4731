"""A reading's page in the terms of schema.org, as JSON-LD: a curated copy of its source; not what Zotero reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dossier.render.metadata import publication

if TYPE_CHECKING:
    from dossier.model import Config, Name
    from dossier.render.citations import Reference

_SCHEMA_TYPES = {
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "map": "Map",
    "motion_picture": "Movie",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "review": "Review",
    "thesis": "Thesis",
    "webpage": "WebPage",
}


def json_ld(reference: Reference, rights: str, page: str, config: Config) -> str:
    """The page at the address `page` of the dossier, based on the source. What is not stated is left out."""
    base = config.base_url
    data = _said(
        {
            "@context": "https://schema.org",
            "@type": "WebPage",
            **_shared(reference),
            "abstract": reference.abstract,
            "url": base + page if base else "",
            "isPartOf": _said({"@type": "WebSite", "name": config.title, "url": base}),
            "isBasedOn": _source(reference, rights),
        }
    )
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _shared(reference: Reference) -> dict[str, object]:
    return {"name": reference.title, "inLanguage": reference.language}


def _source(reference: Reference, rights: str) -> dict[str, object]:
    published = reference.date.text if reference.date is not None else ""
    return _said(
        {
            "@type": _SCHEMA_TYPES.get(reference.type, "CreativeWork"),
            **_shared(reference),
            "author": [_author(author) for author in reference.authors],
            "datePublished": published,
            "publisher": _named("Organization", reference.publisher),
            "isPartOf": _named("CreativeWork", publication(reference)),
            "url": reference.url,
            "archivedAt": reference.archived,
            "copyrightNotice": rights,
        }
    )


def _author(name: Name) -> dict[str, object]:
    if name.literal:
        return _named("Organization", name.literal)
    person = {"@type": "Person", "name": name.text}
    return _said({**person, "familyName": name.family, "givenName": name.given})


def _named(kind: str, name: str) -> dict[str, object]:
    return {"@type": kind, "name": name} if name else {}


def _said(values: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value}
