"""What can be found: every document, page and entry of a site as a title with its passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.date_words import words_for
from dossier.edtf import EdtfError, month_key, parse
from dossier.edtf_words import in_words
from dossier.render.words import direction
from dossier.urls import relative

if TYPE_CHECKING:
    from dossier.model import Body, Document, Entry, Site
    from dossier.render.words import Words


@dataclass(frozen=True, slots=True)
class Find:
    """A reading, a page or an entry. Its items are its title and, after it, its passages."""

    path: str
    """Of the document; empty for an entry."""
    entry: str
    """Id of the entry; empty for a document."""
    title: str
    address: str
    """From the top folder of the site, naming the file."""
    kind: str
    """`type.report`, `kind.person`, `search.kind.page`: a key of the interface's words; may be empty."""
    source: str
    year: str
    topics: tuple[str, ...]
    date: str
    """In words."""
    language: str
    direction: str
    passages: tuple[int, ...]
    """Indexes, in the body, of the passages that are items."""
    ids: tuple[str, ...]
    """Of the items, empty for the title."""
    texts: tuple[str, ...]
    """Of the items."""


def finds(site: Site, words: Words) -> tuple[Find, ...]:
    """Readings in their order, then pages, then entries."""
    documents = (*site.readings, *site.pages)
    entries = (entry for entry in site.entries if entry.id in site.addresses)
    return (
        *(_of_document(document, words.language) for document in documents),
        *(_of_entry(site, entry) for entry in entries),
    )


def _of_document(document: Document, language: str) -> Find:
    record = document.record
    folder = "readings/" if document.kind == "reading" else ""
    page = f"{folder}{document.slug}/" if folder or document.slug != "index" else ""
    kept = _kept(document.body, document.title)
    passages = document.body.passages
    return Find(
        path=document.path,
        entry="",
        title=document.title,
        address=relative("", page),
        kind=_kind(document),
        source=record.container_title or record.publisher,
        year=_year(record.date),
        topics=record.tags,
        date=_date(record.date, language),
        language=document.language,
        direction=direction(document.language),
        passages=kept,
        ids=("", *(passages[at].id for at in kept)),
        texts=(document.title, *(_line(passages[at].text) for at in kept)),
    )


def _of_entry(site: Site, entry: Entry) -> Find:
    address = site.addresses[entry.id]
    language = entry.language or site.config.language
    kept = _kept(entry.definition, "")
    names = dict.fromkeys((entry.name, entry.expansion, *entry.aliases))
    return Find(
        path="",
        entry=entry.id,
        title=entry.name,
        address=relative("", address.page, address.fragment),
        kind=f"kind.{entry.kind}",
        source="",
        year="",
        topics=(),
        date="",
        language=language,
        direction=direction(language),
        passages=kept,
        ids=("",) * (len(kept) + 1),
        texts=(
            " · ".join(name for name in names if name),
            *(_line(entry.definition.passages[at].text) for at in kept),
        ),
    )


def _kept(body: Body, title: str) -> tuple[int, ...]:
    """Passages that hold no others, without a first heading that only repeats the title."""
    kept = [at for at, passage in enumerate(body.passages) if passage.number or passage.level]
    if kept and (first := body.passages[kept[0]]).level == 1 and _line(first.text) == _line(title):
        del kept[0]
    return tuple(kept)


def _line(text: str) -> str:
    return " ".join(text.split("\n"))


def _kind(document: Document) -> str:
    if document.kind == "page":
        return "search.page"
    return f"type.{document.record.type}" if document.record.type else ""


def _year(date: str) -> str:
    try:
        return month_key(parse(date))[:4] if date else ""
    except EdtfError:
        return ""


def _date(date: str, language: str) -> str:
    try:
        return in_words(parse(date), words_for(language)) if date else ""
    except EdtfError:
        return date
