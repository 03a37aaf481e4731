"""Entries from the files of `content/`: acronyms, terms, people, organisations, places; not whom they mean."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dossier.fields.form import Field, Form, Vocabulary, json_schema
from dossier.fields.many import many, one_text_to_another, tables_of
from dossier.fields.names import is_reserved, slug_fault
from dossier.fields.shape import Findings, Shape, quoted
from dossier.fields.texts import ADDRESS, FLAG_OR_DEFAULT, LANGUAGE, LINE, SLUG, TEXT, choice
from dossier.model import ENTRY_KINDS, MARKS, Entry, EntryKind, Link, Mark
from dossier.nodes import Node, Table, read_nodes
from dossier.parse.definitions import body_of
from dossier.parse.relations import RELATION_SHAPE
from dossier.urls import slugify

if TYPE_CHECKING:
    from dossier.model import Problem, Source

_UNKNOWN = "entry-unknown-key"
_IN_SECTION: Mark = "section"
_KIND_OF_FILE: dict[str, EntryKind] = {
    "people": "person",
    "organisations": "organisation",
    "places": "place",
}

LINK_TITLE = Field("title", LINE, "The words of the link.")
LINK_URL = Field("url", ADDRESS, "Its address.")
LINK = Vocabulary("link", _UNKNOWN, (LINK_TITLE, LINK_URL))


def _read_link(node: Node, name: str, findings: Findings) -> Link | None:
    if not isinstance(node, Table):
        url = ADDRESS.read(node, name, findings)
        return Link(_bare(url), url) if url else None
    form = Form(node, LINK, findings)
    if not form.require("url") or not (url := form[LINK_URL]):
        return None
    return Link(form[LINK_TITLE] or _bare(url), url)


def _bare(url: str) -> str:
    """An address as the words of its own link."""
    return url.partition(":")[2].removeprefix("//").removeprefix("www.").rstrip("/")


_LINK: Shape[Link | None] = Shape(_read_link, None, {"anyOf": [ADDRESS.schema, json_schema(LINK)]})

ID = Field("id", SLUG, "Its name in addresses and references; else made from its name.")
KIND = Field("kind", choice(ENTRY_KINDS, "a kind of entry", None), "What it is.")
NAME = Field("name", LINE, "The name of a person, an organisation or a place.")
TERM = Field("term", LINE, "The acronym or term.")
EXPANSION = Field("expansion", LINE, "What an acronym stands for.")
DEFINITION = Field("definition", TEXT, "What it is, in Markdown.")
ALIASES = Field("aliases", many(LINE), "Other words for it.")
FOR = Field("for", SLUG, "The id of the entry that an acronym stands for.")
SEE = Field("see", many(SLUG), "Ids of related entries.")
LINKS = Field("links", many(_LINK), "Addresses elsewhere, with or without a title.")
ROLE = Field("role", LINE, "What a person is or was, in one line.")
FACTS = Field("facts", one_text_to_another(LINE), "Labels and what they say, such as Born: 1970.")
LANGUAGE_ = Field("language", LANGUAGE, "The language of the name, as a BCP 47 tag.")
CASE = Field("case", FLAG_OR_DEFAULT, "Whether upper and lower case must match.")
PLURAL = Field("plural", FLAG_OR_DEFAULT, "Whether a plural or possessive ending is taken along.")
ONLY_IN = Field("only_in", many(LINE), "Slugs of the only documents it counts in, or tag:NAME.")
NOT_IN = Field("not_in", many(LINE), "Slugs of documents it does not count in, or tag:NAME.")
MARK = Field(
    "mark", choice(MARKS, "a way to mark mentions", _IN_SECTION), "How often mentions are marked."
)
RELATIONS = Field("relations", many(RELATION_SHAPE), "How it stands to other entries.")
ENTRY = Vocabulary(
    "entry",
    _UNKNOWN,
    (
        *(ID, KIND, NAME, TERM, EXPANSION, DEFINITION, ALIASES, FOR, SEE, LINKS, ROLE, FACTS),
        *(LANGUAGE_, CASE, PLURAL, ONLY_IN, NOT_IN, MARK, RELATIONS),
    ),
)


def parse_entries(source: Source) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Read a file of entries. An entry that has no name, or an id that another has, is left out."""
    node, problems = read_nodes(source.text, source.path)
    findings = Findings(source.path, source.text)
    entries: dict[str, Entry] = {}
    for table in tables_of(node, "entry", findings):
        entry = _entry(Form(table, ENTRY, findings), PurePosixPath(source.path).stem)
        if entry is None:
            continue
        first = entries.setdefault(entry.id, entry)
        if first is not entry:
            other = f"{quoted(first.name)} in line {first.position.line}"
            message = f'the id "{entry.id}" of {quoted(entry.name)} is also that of {other}'
            where = next((value for key, value in table.pairs if key.text == "id"), table)
            findings.add("entry-duplicate-id", where, message, 'give one of them another "id"')
    return tuple(entries.values()), (*problems, *findings.in_order())


def _entry(form: Form, file: str) -> Entry | None:
    if not form.require("name", "term"):
        return None
    if form.is_stated("name") and form.is_stated("term"):
        where = form.node("term") or form.table
        form.findings.add("value-not-allowed", where, 'an entry has a "name" or a "term", not both')
    name, expansion = form[NAME] or form[TERM], form[EXPANSION]
    kind = form[KIND] or _kind(file, name, expansion)
    identity = _id(form, name, kind) if name else ""
    if not identity:
        return None
    return Entry(
        id=identity,
        kind=kind,
        name=name,
        expansion=expansion,
        definition=body_of(form, DEFINITION),
        aliases=form[ALIASES],
        stands_for=form[FOR],
        see=form[SEE],
        links=form[LINKS],
        role=form[ROLE],
        facts=form[FACTS],
        language=form[LANGUAGE_],
        case=form[CASE],
        plural=form[PLURAL],
        only_in=form[ONLY_IN],
        not_in=form[NOT_IN],
        mark=form[MARK],
        relations=form[RELATIONS],
        position=form.table.position,
        lines=form.places,
    )


def _id(form: Form, name: str, kind: EntryKind) -> str:
    """The id that is stated, or one made from the name; empty after a complaint."""
    if form.is_stated("id"):
        return form[ID]
    identity = slugify(name)
    if is_reserved(identity):
        return f"{identity}-{kind}"
    fault = slug_fault(identity)
    if fault:
        where = form.node("name") or form.node("term") or form.table
        message = f"the id made from {quoted(name)} {fault}"
        form.findings.add("slug-invalid", where, message, 'give the entry an "id"')
    return "" if fault else identity


def _kind(file: str, name: str, expansion: str) -> EntryKind:
    if file in _KIND_OF_FILE:
        return _KIND_OF_FILE[file]
    return "acronym" if expansion and is_in_capitals(name) else "term"


def is_in_capitals(name: str) -> bool:
    """Whether a name is written like an acronym: `PMF`, `IRGC-QF`, `U.S.`, but also `DoD` and `PMUs`."""
    if name.isupper():
        return True
    upper = sum(map(str.isupper, name))
    return upper > 1 and upper >= sum(map(str.islower, name)) and not any(map(str.isspace, name))
