"""The record of a document, from its YAML: keys, synonyms and types; not how records and documents meet."""

from __future__ import annotations

import re
from typing import Literal

from dossier.fields.form import Field, Form, Vocabulary, json_schema
from dossier.fields.many import many, one_text_to_another
from dossier.fields.rights import AUDIENCES, STATEMENT
from dossier.fields.shape import Findings, Shape, nature_of
from dossier.fields.texts import (
    ADDRESS,
    DATE,
    FLAG,
    LABEL,
    LANGUAGE,
    LINE,
    NUMBER,
    PATH,
    SLUG,
    TEXT,
    choice,
    line_of,
    line_with,
)
from dossier.model import VERSIONS, Name, Problem, Record, Version
from dossier.nodes import Node, Table
from dossier.parse.csl import ITEM_TYPES
from dossier.parse.notes import NOTES

_UNKNOWN = "record-unknown-key"
_SHA256 = re.compile("[0-9A-Fa-f]{64}")

FAMILY = Field("family", LINE, "The family name.")
GIVEN = Field("given", LINE, "The given names.")
LITERAL = Field("literal", LINE, "The name of an institution, or a name that has no such parts.")
NAME = Vocabulary("name", _UNKNOWN, (FAMILY, GIVEN, LITERAL))


def _read_name(node: Node, name: str, findings: Findings) -> Name | None:
    if not isinstance(node, Table):
        literal = line_of(node, name, findings)
        return Name(literal=literal) if literal else None
    form = Form(node, NAME, findings)
    if not form.require("family", "given", "literal"):
        return None
    return Name(form[FAMILY], form[GIVEN], form[LITERAL])


def _read_lines(node: Node, name: str, findings: Findings) -> tuple[str, ...] | None:
    """Lines as they stand in the document; a text of several lines is several of them."""
    texts = many(TEXT).read(node, name, findings) or ()
    lines = (line for text in texts for line in text.split("\n") if line.strip())
    return tuple(dict.fromkeys(lines))


def _digest_fault(text: str) -> str:
    return "" if _SHA256.fullmatch(text) else "is no SHA-256: 64 digits and letters from a to f"


AUTHOR_NAME: Shape[Name | None] = Shape(
    _read_name, None, {"anyOf": [{"type": "string"}, json_schema(NAME)]}
)
LINES: Shape[tuple[str, ...]] = Shape(_read_lines, (), many(TEXT).schema)

TITLE = Field("title", LINE, "The document's own title.")
SUBTITLE = Field("subtitle", LINE, "The document's own subtitle.")
SLUG_ = Field("slug", SLUG, "Its name in the site's addresses.")
ALIASES = Field("aliases", many(PATH), "Addresses below the site that it had before.")
TYPE = Field("type", choice(ITEM_TYPES, "a CSL item type", ""), "What it is: a CSL item type.")
AUTHOR = Field("author", many(AUTHOR_NAME), "Who wrote it: a name, or a list of names.")
CONTAINER = Field(
    "container-title", LINE, "The newspaper, journal, site or book that it stands in."
)
PUBLISHER = Field("publisher", LINE, "Who published it.")
DATE_ = Field("date", DATE, "When it was published, in EDTF.")
DATE_AS_STATED = Field("date_as_stated", LINE, "The date in the source's own words.")
URL = Field("url", ADDRESS, "Where it was published.")
LANGUAGE_ = Field("language", LANGUAGE, "The language that it is in, as a BCP 47 tag.")
SUMMARY = Field("summary", TEXT, "What it says, in the curator's words.")
TAGS = Field("tags", many(LABEL), "Topics.")
RIGHTS = Field(
    "rights", STATEMENT, "The terms on which it may be used: in words, or by keys of their own."
)
AUDIENCE = Field("audience", AUDIENCES, "The audiences that may read all of it.")
VERSION: Field[Version | Literal[""]] = Field(
    "version",
    choice(VERSIONS, "how a text came about", ""),
    "How the text came about, if it is not the original.",
)
RELIABILITY = Field("reliability", TEXT, "How far it can be trusted, in words.")
ERRORS = Field("known_errors", many(LINE), "What is known to be wrong in it.")
REMARKS = Field("notes", NOTES, "Notes on its words.")
ENTRIES = Field("entries", many(SLUG), "Ids of the entries that it is about.")
SHA256 = Field(
    "sha256",
    line_with("value-not-allowed", _digest_fault, lambda _: "sha256sum prints it"),
    "The SHA-256 of the file, which may be elsewhere if its rights are {text: link}.",
)
RETRIEVED = Field("retrieved", DATE, "When it was fetched, in EDTF.")
ARCHIVED = Field("archived", ADDRESS, "Where an archived copy is.")
NOTE = Field("note", TEXT, "The curator's note on it.")
REMOVE = Field("remove", LINES, "Lines of the file that are not the document's own.")
DRAFT = Field("draft", FLAG, "Whether it is left out unless drafts are asked for.")
UNLINK = Field("unlink", many(LINE), "Phrases that are never linked in it.")
LINK = Field("link", one_text_to_another(SLUG), "Phrases and the entries that they mean in it.")
MENU = Field("menu", NUMBER, "Its place in the menu, from 1.")

SYNONYMS = {
    "title": ("subject", "headline"),
    "container-title": ("container_title",),
    "author": ("authors",),
    "date": ("published_time", "pubDate", "published", "publishDate"),
    "url": ("source_url", "canonical_url"),
    "language": ("lang",),
    "summary": ("description", "shortDescription", "excerpt", "abstract"),
    "tags": ("keywords", "categories"),
    "rights": ("license",),
}
"""Keys that documents come with, by the key that they stand in for; the first one stated counts."""
TOLERATED = frozenset({"modified_time", "modified", "lastmod", "updated", "img", "image", "layout"})
"""Keys that documents come with, that have no place in a record and are no mistake either."""

DOCUMENT = Vocabulary(
    "record",
    _UNKNOWN,
    (
        *(
            TITLE,
            SUBTITLE,
            SLUG_,
            ALIASES,
            TYPE,
            AUTHOR,
            CONTAINER,
            PUBLISHER,
            DATE_,
            DATE_AS_STATED,
            URL,
        ),
        *(LANGUAGE_, SUMMARY, TAGS, RIGHTS, RETRIEVED, ARCHIVED, NOTE, REMOVE, DRAFT),
        *(UNLINK, LINK, AUDIENCE, VERSION, RELIABILITY, ERRORS, REMARKS, ENTRIES, SHA256),
    ),
    SYNONYMS,
    TOLERATED,
)
PAGE = Vocabulary(
    "page",
    _UNKNOWN,
    (
        *(TITLE, SUBTITLE, SLUG_, ALIASES, AUTHOR, DATE_, LANGUAGE_, SUMMARY, TAGS, RIGHTS),
        *(NOTE, DRAFT, UNLINK, LINK, MENU, AUDIENCE),
    ),
    SYNONYMS,
)


def record_from(
    node: Node, path: str, text: str, *, kind: Literal["document", "page"]
) -> tuple[Record, tuple[Problem, ...]]:
    """Read a record. `text` is the whole text of the file `path`, of which problems show a line.

    In a document's own front matter (a `path` that is no YAML file) known synonyms count, and what is not
    understood is left out with a warning: others wrote it. In the curator's own files it is an error.
    """
    foreign = kind == "document" and not path.endswith((".yaml", ".yml"))
    findings = Findings(path, text, foreign=foreign)
    if not isinstance(node, Table):
        message = f"the record is {nature_of(node)}; it must be keys with values"
        findings.add("value-wrong-type", node, message, 'write one "key: value" on each line')
        return Record(position=node.position), findings.in_order()
    form = Form(node, DOCUMENT if kind == "document" else PAGE, findings)
    return _record(form), findings.in_order()


def _record(form: Form) -> Record:
    return Record(
        title=form[TITLE],
        subtitle=form[SUBTITLE],
        slug=form[SLUG_],
        aliases=tuple(alias.lstrip("/") for alias in form[ALIASES]),
        type=form[TYPE],
        authors=form[AUTHOR],
        container_title=form[CONTAINER],
        publisher=form[PUBLISHER],
        date=form[DATE_],
        date_as_stated=form[DATE_AS_STATED],
        url=form[URL],
        language=form[LANGUAGE_],
        summary=form[SUMMARY].strip(),
        tags=form[TAGS],
        rights=form[RIGHTS],
        retrieved=form[RETRIEVED],
        archived=form[ARCHIVED],
        note=form[NOTE].strip(),
        remove=form[REMOVE],
        audience=form[AUDIENCE],
        version=form[VERSION],
        reliability=form[RELIABILITY].strip(),
        known_errors=form[ERRORS],
        notes=form[REMARKS],
        entries=form[ENTRIES],
        sha256=form[SHA256].lower(),
        draft=form[DRAFT],
        unlink=form[UNLINK],
        link=dict(form[LINK]),
        menu=form[MENU],
        position=form.table.position,
        lines=form.places,
    )
