"""A dossier held to its lock: ids carried on before linking, every address answered for after it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dossier import lock
from dossier.link.addresses import (
    CLAIMS,
    COVERAGE,
    GLOSSARY,
    PATHS,
    TIMELINE,
    address_of_document,
    topics_of,
)
from dossier.model import PUBLIC
from dossier.render.sections import sections
from dossier.urls import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dossier.model import Document, Problem, Site
    from dossier.parsed import Parsed


@dataclass(frozen=True, slots=True)
class Held:
    """The lock as it was read, and as it is after the documents were compared with it."""

    before: str
    """The file's text; empty if there is none."""
    lock: lock.Lock
    today: str
    """`YYYYMMDD`."""


def hold(
    before: str, parsed: Parsed, title: str, date: str, standing: Callable[[str], str]
) -> tuple[Parsed, Held, tuple[Problem, ...]]:
    """Give the passages the ids that they were published with. A lock with problems is not used.

    `standing` gives the HTML page that is published at an address, for problems to quote.
    """
    today = date.replace("-", "")
    read, ill = lock.read_lock(before) if before else (lock.Lock(), ())
    if ill:
        return parsed, Held(before, lock.Lock(), today), ill
    documents = (*parsed.readings, *parsed.pages)
    by_address = {address_of_document(each).page: each for each in documents}
    carried = lock.carry(read, by_address, title, today, standing)

    def named(each: Document) -> Document:
        found = carried.documents[address_of_document(each).page]
        return found if found.path == each.path else each

    renamed = replace(
        parsed,
        readings=tuple(map(named, parsed.readings)),
        pages=tuple(map(named, parsed.pages)),
    )
    return renamed, Held(before, carried.lock, today), carried.problems


def record(held: Held, site: Site, *, is_locked: bool) -> tuple[Site, str, tuple[Problem, ...]]:
    """The site with its history, and the lock's new text if it is another one.

    Drafts, and what only some audience may see, are never recorded. With `is_locked` another text is a problem.
    """
    documents = (*site.readings, *site.pages)
    aliases = {
        alias: address_of_document(each).page
        for each in documents
        for alias in lock.aliases_of(each)
    }
    whole = lock.settle(held.lock, _shown(site), aliases, held.today)
    site = replace(site, history=lock.history_of(whole))
    text = lock.text_of(whole)
    if text == held.before or site.config.drafts or site.config.audience != PUBLIC:
        return site, "", ()
    return site, text, lock.stale(held.before, text) if is_locked else ()


def _shown(site: Site) -> Iterator[lock.Shown]:
    """Every page that is not made from a document."""
    own = {address_of_document(page).page for page in site.pages}
    for address in {
        "",
        "search/",
        "changes/",
        COVERAGE,
        *(f"{name}/" for name in sections(site)),
    } - own:
        yield lock.Shown(address, marks=_marks(site, address))
    names: dict[str, str] = {}
    for reading in site.readings:
        for tag in reading.record.tags:
            names.setdefault(f"topics/{slugify(tag)}/", tag)
    for address in topics_of(site.readings):
        yield lock.Shown(address, marks=((lock.PAGE, names[address]),))
    for claim in site.claims:
        yield lock.Shown(f"{CLAIMS}{claim.claim.id}/", marks=((lock.PAGE, claim.claim.question),))
    for routed in site.paths:
        address, title = f"{PATHS}{routed.path.id}/", routed.path.title
        yield lock.Shown(address, marks=((lock.PAGE, title),))
        yield lock.Shown(f"{address}booklet/", marks=((lock.PAGE, title),))
    for entry in site.entries:
        place = site.addresses[entry.id]
        if place.page != GLOSSARY:
            yield lock.Shown(place.page, f"@{entry.id}", ((lock.PAGE, entry.name),))


def _marks(site: Site, address: str) -> tuple[tuple[str, str], ...]:
    if address == GLOSSARY:
        return tuple(
            (entry.id, entry.name)
            for entry in site.entries
            if site.addresses[entry.id].page == GLOSSARY
        )
    if address == TIMELINE:
        return tuple((each.event.id, each.event.title) for each in site.events)
    return ()
