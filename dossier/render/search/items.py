"""What can be found: every document, page and entry of a site as a title with its passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.date_words import words_for
from dossier.edtf import EdtfError, month_key, parse
from dossier.edtf_words import in_words
from dossier.model import Linked, Reference
from dossier.render.search.folds import words
from dossier.render.words import direction
from dossier.urls import relative

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dossier.model import Body, Document, Entry, Site


@dataclass(frozen=True, slots=True)
class Find:
    """A reading, a page or an entry. Its items are its title and, after it, its passages and the notes on them.

    Of a reading that is not shown in full the curator's summary is one, too.
    """

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
    words: tuple[tuple[str, ...], ...]
    """Of the items, folded."""


def finds(site: Site, language: str) -> tuple[Find, ...]:
    """Readings in their order, then pages, then entries. `language` is that of dates."""
    documents = (*site.readings, *site.pages)
    entries = (entry for entry in site.entries if entry.id in site.addresses)
    return (
        *(_of_document(site, document, language) for document in documents),
        *(_of_entry(site, entry) for entry in entries),
    )


def _of_document(site: Site, document: Document, language: str) -> Find:
    record = document.record
    folder = "readings/" if document.kind == "reading" else ""
    page = f"{folder}{document.slug}/" if folder or document.slug != "index" else ""
    linked = site.linked.get(document.path) or Linked(document.body)
    kept = _kept(linked.body, document.title)
    noted = site.notes.get(document.path, ())
    notes = tuple(_line(f"{it.note.correct} {it.text.body.text}".strip()) for it in noted)
    told = (record.summary,) if document.extent != "full" and record.summary else ()
    texts = (document.title, *_texts(linked, kept), *notes, *told)
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
        ids=(
            "",
            *(linked.body.passages[at].id for at in kept),
            *(f"_side-{it.number}" for it in noted),
            *("" for _ in told),
        ),
        texts=texts,
        words=tuple(tuple(words(text)) for text in texts),
    )


def _of_entry(site: Site, entry: Entry) -> Find:
    address = site.addresses[entry.id]
    language = entry.language or site.config.language
    linked = site.definitions.get(entry.id) or Linked(entry.definition)
    kept = _kept(linked.body, "")
    names = dict.fromkeys((entry.name, entry.expansion, *entry.aliases))
    texts = (" · ".join(name for name in names if name), *_texts(linked, kept))
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
        ids=("",) * len(texts),
        texts=texts,
        words=tuple(tuple(words(text)) for text in texts),
    )


def _kept(body: Body, title: str) -> tuple[int, ...]:
    """Passages that hold no others, without a first heading that only repeats the title."""
    kept = [at for at, passage in enumerate(body.passages) if passage.number or passage.level]
    if kept and (first := body.passages[kept[0]]).level and _line(first.text) == _line(title):
        del kept[0]
    return tuple(kept)


def _texts(linked: Linked, kept: tuple[int, ...]) -> Iterator[str]:
    """Passages in one line each, with the words that the page shows where a wiki link gave none of its own."""
    labels: dict[int, list[tuple[int, int, str]]] = {}
    for slot, label in linked.labels.items():
        reference = linked.body.slots[slot]
        if isinstance(reference, Reference) and not reference.text:
            stop = reference.offset + len(reference.target)
            labels.setdefault(reference.passage, []).append((reference.offset, stop, label))
    for at in kept:
        text = linked.body.passages[at].text
        for start, stop, label in sorted(labels.get(at, ()), reverse=True):
            text = text[:start] + label + text[stop:]
        yield _line(text)


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
