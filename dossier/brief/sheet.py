"""A briefing sheet as a value: quotations, citations, addresses, terms; the same for every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from dossier.render.citations import Runs, cite
from dossier.render.cited import reference_of
from dossier.render.desk import page_of
from dossier.render.words import direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dossier.brief.choice import Chosen
    from dossier.model import Document, Entry, Site
    from dossier.render.citations import Style


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage as it is quoted."""

    paragraphs: tuple[str, ...]
    title: str
    """Of the document."""
    place: str
    """For the eye: `¶ 3`; empty for a heading."""
    address: str
    citation: Runs
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class Term:
    """An entry that a passage names."""

    name: str
    expansion: str
    definition: str
    address: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that stands on a briefing sheet."""

    title: str
    dossier: str
    """The dossier's title."""
    home: str
    """Its address."""
    language: str
    excerpts: tuple[Excerpt, ...]
    terms: tuple[Term, ...]
    """By name, each once."""


def sheet_of(site: Site, passages: Sequence[Chosen], title: str, style: Style) -> Sheet:
    """The sheet of passages. Addresses are absolute where the dossier's own is known, else from its top folder."""
    terms = {entry.id: _term(site, entry) for entry in _entries(site, passages)}
    return Sheet(
        title=title or site.config.title,
        dossier=site.config.title,
        home=_address(site, "", ""),
        language=site.config.language,
        excerpts=tuple(_excerpt(site, it, style) for it in passages),
        terms=tuple(sorted(terms.values(), key=lambda term: (term.name.casefold(), term.name))),
    )


def _address(site: Site, page: str, fragment: str) -> str:
    base = site.config.base_url
    file = "" if base else "index.html"
    mark = f"#{quote(fragment)}" if fragment else ""
    return f"{base}{quote(page)}{file}{mark}"


def _excerpt(site: Site, chosen: Chosen, style: Style) -> Excerpt:
    document, passage = chosen.document, chosen.passage
    return Excerpt(
        paragraphs=tuple(_paragraphs(passage.text, is_code=passage.kind in {"code", "table"})),
        title=document.title,
        place=f"¶ {passage.number}" if passage.number else "",
        address=_address(site, page_of(document), passage.id),
        citation=_citation(document, style),
        language=document.language,
        direction=direction(document.language),
    )


def _paragraphs(text: str, *, is_code: bool) -> Iterator[str]:
    """Lines of a table or of code; of all else one paragraph."""
    if is_code:
        yield from filter(str.strip, text.split("\n"))
    else:
        yield " ".join(text.split())


def _citation(document: Document, style: Style) -> Runs:
    if document.kind == "page":
        return ((document.title, False),)
    return cite(reference_of(document), style)


def _entries(site: Site, passages: Sequence[Chosen]) -> Iterator[Entry]:
    """Those that are mentioned in the passages, and what acronyms among them stand for if that says more."""
    entries = {entry.id: entry for entry in site.entries}
    for chosen in passages:
        linked = site.linked.get(chosen.document.path)
        for mention in linked.mentions if linked else ():
            entry = entries.get(mention.entry)
            if mention.passage != chosen.index or entry is None:
                continue
            full = entries.get(entry.stands_for)
            yield full if full and not _definition(site, entry) else entry


def _definition(site: Site, entry: Entry) -> str:
    linked = site.definitions.get(entry.id)
    return " ".join((linked.body if linked else entry.definition).text.split())


def _term(site: Site, entry: Entry) -> Term:
    address = site.addresses.get(entry.id)
    return Term(
        name=entry.name,
        expansion=entry.expansion,
        definition=_definition(site, entry) or entry.role,
        address=_address(site, address.page, address.fragment) if address else "",
    )
