"""Everything that a link in the dossier can lead to, by each name it goes by; not the links."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from dossier.link.addresses import (
    COVERAGE,
    GENERATED,
    TIMELINE,
    address_of_asset,
    address_of_document,
    address_of_entry,
    topics_of,
)
from dossier.link.lexicon import Lexicon
from dossier.link.nearest import Names
from dossier.model import Address, Document, Entry, Passage
from dossier.urls import slugify

_HINTS = 200
"""Looking for the nearest name is slow: a dossier with more broken links than this goes without for the rest."""


@dataclass(frozen=True)
class Targets:
    """What links may name. Built once for a dossier."""

    documents: tuple[Document, ...]
    entries: Mapping[str, Entry]
    lexicon: Lexicon
    events: frozenset[str]
    """Ids."""
    assets: frozenset[str]
    further: tuple[str, ...] = ()
    """Addresses of pages of claims and paths."""

    @cached_property
    def files(self) -> Mapping[str, Document]:
        """Documents by path, by path without extension, and by the path of the record."""
        files: dict[str, Document] = {}
        for document in self.documents:
            for path in _paths(document):
                files.setdefault(path, document)
        return files

    @cached_property
    def names(self) -> Mapping[str, Document]:
        """Documents by slug, readings first; then by file name with and without extension; then by title.

        Then by the end of their path, and by what they were called before.
        What several documents are called names none of them.
        """
        ordered = sorted(self.documents, key=lambda it: (it.kind != "reading", it.path))
        names: dict[str, Document] = {}
        for document in ordered:
            names.setdefault(document.slug.casefold(), document)
        for called in (_file_names, _titles, _ends, _former):
            names = _unshared(ordered, called) | names
        return names

    @cached_property
    def pages(self) -> Mapping[str, Document | None]:
        """Every page of the site by address, with its document if it shows one."""
        fixed = (*GENERATED, *topics_of(self.documents), COVERAGE, *self.further, "")
        entries = (address_of_entry(entry).page for entry in self.entries.values())
        documents = {address_of_document(it).page: it for it in reversed(self.documents)}
        return dict.fromkeys((*fixed, *entries)) | documents

    @cached_property
    def _headings(self) -> dict[str, Mapping[str, Passage]]:
        return {}

    @cached_property
    def _hints(self) -> dict[str, str]:
        return {}

    @cached_property
    def _names(self) -> Names:
        assets = map(posixpath.basename, sorted(self.assets))
        slugs = (name for it in self.documents for name in (it.slug, posixpath.basename(it.path)))
        names = (entry.name for entry in self.entries.values())
        return Names((*assets, *slugs, *names, *self.entries))

    def asset(self, path: str) -> Address | None:
        """The address of a file that is published beside the documents."""
        return address_of_asset(path) if path in self.assets else None

    def fragment(self, document: Document, fragment: str) -> Passage | None:
        """The heading or passage that a fragment names: by id, or by a heading's words."""
        if document.path not in self._headings:
            self._headings[document.path] = _fragments(document)
        known = self._headings[document.path]
        return known.get(fragment) or known.get(slugify(fragment))

    def has_fragment(self, page: str, fragment: str) -> bool:
        """Whether a page that shows no document has the fragment: an entry of the glossary, an event."""
        if page == TIMELINE:
            return fragment in self.events
        entry = self.entries.get(fragment)
        return entry is not None and address_of_entry(entry) == Address(page, fragment)

    def hint(self, word: str) -> str:
        """Suggest the nearest name."""
        if word not in self._hints:
            self._hints[word] = self._names.nearest(word) if len(self._hints) < _HINTS else ""
        return self._hints[word]


def _paths(document: Document) -> Iterator[str]:
    yield document.path
    yield posixpath.splitext(document.path)[0]
    record = document.record.position.path
    if record and record != document.path:
        yield record


def _file_names(document: Document) -> tuple[str, ...]:
    name = posixpath.basename(document.path)
    return name, posixpath.splitext(name)[0]


def _titles(document: Document) -> tuple[str, ...]:
    return (" ".join(document.title.split()),)


def _ends(document: Document) -> Iterator[str]:
    """`b/c.md` and `b/c` of `seeds/a/b/c.md`, as a link between the notes of a vault has it."""
    parts = document.path.split("/")
    for number in range(1, len(parts) - 1):
        end = "/".join(parts[number:])
        yield end
        yield posixpath.splitext(end)[0]


def _former(document: Document) -> tuple[str, ...]:
    return tuple(alias.strip("/") for alias in document.record.aliases)


def _unshared(
    documents: Iterable[Document], called: Callable[[Document], Iterable[str]]
) -> dict[str, Document]:
    """Documents by what only one of them is called."""
    names: dict[str, list[Document]] = {}
    for document in documents:
        for name in dict.fromkeys(name.casefold() for name in called(document)):
            names.setdefault(name, []).append(document)
    return {name: held[0] for name, held in names.items() if len(held) == 1}


def _fragments(document: Document) -> Mapping[str, Passage]:
    passages = document.body.passages
    unshown = (name for held in document.withheld for name in held.ids)
    found = {name: Passage("paragraph", name, "", 0) for name in unshown}
    found |= {passage.id: passage for passage in passages}
    for passage in passages:
        if passage.level:
            found.setdefault(slugify(passage.text), passage)
    return found


def nfc(text: str) -> str:
    """In NFC, as all paths and names are."""
    return normalize("NFC", text)
