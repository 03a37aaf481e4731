"""A small model of what Zotero's translators "Embedded Metadata" and "RDF" make of a page; our own words for their rules.

Modelled, each a function or a line below:
* a tag whose prefix (up to the first `.`, `:` or `_`) is a known vocabulary's is a statement of RDF; others are Highwire's;
* the item type is `z:itemType` if Zotero has such a type, else what `og:type` says for certain (`website`, `book`), else
  what a Highwire container says, else `journalArticle` where there is a `citation_title`, else `webpage`;
* the publication's title is PRISM's, else Dublin Core's source, else the name of the site in Open Graph; Highwire's wins;
* title, date, address, language and publisher: RDF's, Open Graph's last, and Highwire's over them, the last one winning;
* authors are split at semicolons, or at a comma with words of several parts on both sides; with a comma the family name
  stands first, without one the last word is the family name, and commas at the end fall away;
* without authors the text of an element of the class `byline` or `vcard` is taken for them;
* the abstract is Open Graph's description, else that of the page.
Not modelled: dates (Zotero keeps the text), attachments, COinS and JSON-LD, which this translator does not read.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

TYPES = frozenset(
    {
        *("artwork", "audioRecording", "bill", "blogPost", "book", "bookSection", "case"),
        *("computerProgram", "conferencePaper", "dataset", "dictionaryEntry", "document", "email"),
        *("encyclopediaArticle", "film", "forumPost", "hearing", "instantMessage", "interview"),
        *("journalArticle", "letter", "magazineArticle", "manuscript", "map", "newspaperArticle"),
        *("note", "patent", "podcast", "preprint", "presentation", "radioBroadcast", "report"),
        *("standard", "statute", "thesis", "tvBroadcast", "videoRecording", "webpage"),
    }
)
VOCABULARIES = frozenset(
    {
        *("bib", "bibo", "dc", "dcterms", "prism", "foaf", "vcard", "link", "z", "eprint"),
        *("eprints", "og", "article", "book", "rdf"),
    }
)
CERTAIN = {"website": "webpage", "book": "book"}
CONTAINERS = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
FIELDS = {
    "title": (("dc.title", "og:title"), ("citation_title",)),
    "publication": (
        ("prism.publicationName", "dc.source", "dcterms.source", "og:site_name"),
        ("citation_journal_title",),
    ),
    "date": (
        ("prism.publicationDate", "dcterms.issued", "dc.date"),
        ("citation_publication_date", "citation_date"),
    ),
    "url": (("og:url",), ("citation_public_url",)),
    "language": (("dc.language", "dcterms.language"), ("citation_language",)),
    "rights": (("prism.copyright", "dc.rights", "dcterms.rights"), ()),
    "publisher": (("dc.publisher", "dcterms.publisher"), ("citation_publisher",)),
    "genre": (("dc.type", "dcterms.type"), ()),
    "abstract": (("og:description",), ("citation_abstract",)),
}
"""Field to RDF's tags, the first that is there taken, and Highwire's, the last that is there taken."""


@dataclass(frozen=True, slots=True)
class Item:
    """What Zotero would save."""

    type: str
    authors: tuple[tuple[str, str], ...]
    """Family and given name."""
    fields: dict[str, str] = field(default_factory=dict)


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, str]] = []
        self.bylines: list[str] = []
        self.is_byline = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        name = named.get("name") or named.get("property") or ""
        if tag == "meta" and name and named.get("content"):
            self.tags += [(each, named["content"] or "") for each in name.split()]
        self.is_byline = bool({"byline", "vcard"} & set((named.get("class") or "").split()))

    def handle_data(self, data: str) -> None:
        if self.is_byline and data.strip():
            self.bylines.append(data.strip())


def saved_from(page: str) -> Item:
    """The item that Zotero would save from a page."""
    head = _Head()
    head.feed(page)
    first: dict[str, str] = {}
    for name, content in head.tags:
        first.setdefault(name, content)
    authors = [
        author
        for name, content in head.tags
        if name == "citation_author"
        for author in _authors(content)
    ]
    fields = {name: _value(first, *tags) for name, tags in FIELDS.items()}
    fields["abstract"] = fields["abstract"] or first.get("description", "")
    named = authors or [_cleaned(line, has_comma=False) for line in head.bylines]
    return Item(_type(first), tuple(named), fields)


def _type(first: dict[str, str]) -> str:
    stated = first.get("z:itemType", "")
    if stated in TYPES:
        return stated
    if first.get("og:type") in CERTAIN:
        return CERTAIN[first["og:type"]]
    guess = "journalArticle" if "citation_title" in first else "webpage"
    return next((kind for name, kind in CONTAINERS.items() if name in first), guess)


def _value(first: dict[str, str], statements: tuple[str, ...], highwire: tuple[str, ...]) -> str:
    assert all(re.split("[.:_]", name)[0] in VOCABULARIES for name in statements)
    stated = next((first[name] for name in statements if name in first), "")
    return next((first[name] for name in reversed(highwire) if name in first), stated)


def _authors(content: str) -> list[tuple[str, str]]:
    names = re.split(r"\s*;\s*", content)
    if len(names) == 1:
        parts = re.split(r"\s*,\s*", content)
        if len(parts) > 1 and " " in parts[0] and " " in parts[1]:
            names = parts
    return [
        _cleaned(name.strip(), has_comma="," in name)
        for name in names
        if re.search(r"[^\s,\-.;]", name)
    ]


def _cleaned(name: str, *, has_comma: bool) -> tuple[str, str]:
    name = name.strip(" .,/[]:")
    if has_comma:
        family, _, given = name.partition(",")
        return family, given.strip()
    given, _, family = name.rpartition(" ")
    return family, given
