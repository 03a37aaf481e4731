"""Passages named on the command line: by id, by reading and id, or by address."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from dossier.problems import did_you_mean
from dossier.render.desk import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dossier.model import Document, Passage, Site


class ChoiceError(ValueError):
    """A passage that is not there, or more than one of that name; its text says which."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A passage of a document."""

    document: Document
    index: int

    @property
    def passage(self) -> Passage:
        """The passage itself."""
        return self.document.body.passages[self.index]


def chosen(site: Site, names: Sequence[str]) -> tuple[Chosen, ...]:
    """The passages of these names, in the order asked for, each once; `ChoiceError` for a name that is none.

    A name is an id (`p7k3f2a`), a slug and an id (`tower-22#p7k3f2a`), or an address of the published site.
    """
    found = (_one(site, name) for name in names)
    return tuple({(it.document.path, it.index): it for it in found}.values())


def _one(site: Site, name: str) -> Chosen:
    plain = unicodedata.normalize("NFC", unquote(name.strip()))
    page, mark, fragment = plain.partition("#")
    if not mark:
        page, fragment = ("", plain) if "/" not in plain else (plain, "")
    fragment = fragment.partition(":~:")[0]
    if not fragment:
        raise ChoiceError(f'"{name}" names no passage: its id stands after # in its address')
    documents = _documents(site, page)
    if not documents:
        slugs = {document.slug for document in (*site.readings, *site.pages)}
        hint = did_you_mean(_last(page), slugs)
        raise ChoiceError(f'"{name}": there is no such page' + (f"; {hint}" if hint else ""))
    found = list(_passages(site, documents, fragment))
    if len(found) == 1:
        return found[0]
    if found:
        places = ", ".join(f"{it.document.slug}#{fragment}" for it in found)
        raise ChoiceError(f'"{name}" is the id of several passages: {places}')
    ids = [passage.id for document in documents for passage in document.body.passages]
    hint = did_you_mean(fragment, ids)
    raise ChoiceError(f'"{name}": there is no such passage' + (f"; {hint}" if hint else ""))


def _last(page: str) -> str:
    return page.removesuffix("index.html").removesuffix("index.md").rstrip("/").rpartition("/")[2]


def _documents(site: Site, page: str) -> list[Document]:
    every = [*site.readings, *site.pages]
    if not page:
        return every
    last = _last(page)
    slugs = [document for document in every if document.slug == last]
    home = [document for document in site.pages if not page_of(document)]
    return slugs or (home if page.rstrip("/") == site.config.base_url.rstrip("/") else [])


def _passages(site: Site, documents: Sequence[Document], name: str) -> Iterator[Chosen]:
    """Those with the id, or with another one that leads to it."""
    for document in documents:
        further = site.history.anchors.get(page_of(document), {})
        for index, passage in enumerate(document.body.passages):
            if passage.id == name or name in further.get(passage.id, ()):
                yield Chosen(document, index)
