"""The ids of a dossier's passages carried from one build to the next, by its lock; entries and lists are not here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from dossier.lock import faults
from dossier.lock.documents import Copy, Matches, copies_of, match_documents
from dossier.lock.pages import words_in
from dossier.lock.prints import digest
from dossier.lock.renewal import Renewed, renew
from dossier.lock.values import Lock, LockedPage, Trace
from dossier.model import Withheld

if TYPE_CHECKING:
    from dossier.model import Document, Passage, Problem

Standing = Callable[[str], str]
"""Address of a page to its HTML as it is published; empty where there is none."""

_MANY = 5
"""Passages of which one at least is found again if a document is still the same."""
_TELLING = 4
"""Words that a passage must have to be recognised on another page."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Documents with the ids that they are published with, and the lock that says so."""

    documents: Mapping[str, Document]
    """By address."""
    lock: Lock
    problems: tuple[Problem, ...]
    doubts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(address, id) of a published passage to the id that a passage of now has by itself, where both may be one."""


def identity_of(title: str) -> str:
    """What tells a dossier from others when its lock is begun."""
    return blake2b(title.encode(), digest_size=5).hexdigest()


def is_of_document(page: LockedPage) -> bool:
    """Whether a page was made from a file, and not from an entry or a list."""
    return bool(page.source) and not page.source.startswith("@")


def carry(
    lock: Lock,
    documents: Mapping[str, Document],
    title: str,
    today: str,
    standing: Standing = lambda _: "",
) -> Carried:
    """Give every passage its id. `documents` are by address; `today` is `YYYYMMDD`.

    `standing` gives the HTML page that is published at an address: problems quote from it.
    """
    copies = copies_of(documents)
    pages = tuple(page for page in lock.pages if is_of_document(page) and page.fate != "moved")
    matches = match_documents(pages, copies)
    if lock.identity and lock.identity != identity_of(title) and _is_foreign(pages, matches):
        return Carried(documents, lock, (faults.foreign(len(pages)),))
    renewed: dict[str, Renewed] = {}
    after: dict[str, LockedPage] = {}
    keys = {page.key for page in lock.pages}
    for copy in copies:
        page = matches.pairs.get(copy.address)
        traces = page.traces if page else ()
        renewed[copy.address] = _renewed(copy, traces, today)
        after[copy.address] = _page(page, copy, renewed[copy.address], keys, today)
        keys.add(after[copy.address].key)
    others = [page for page in lock.pages if page.address not in after]
    whole = {page.address: page for page in _others(others, matches, today)}
    whole |= _left(matches, today) | after
    found = (
        *faults.of_matches(matches),
        *_reused(lock, after),
        *_faults(copies, matches, renewed, standing),
    )
    pages_now = _with_successors(whole, copies, renewed, today)
    return Carried(
        {copy.address: _named_in(copy.document, renewed[copy.address]) for copy in copies},
        Lock(lock.identity or identity_of(title), pages_now),
        found,
        _doubts(copies, matches, renewed),
    )


def _renewed(copy: Copy, traces: tuple[Trace, ...], today: str) -> Renewed:
    """Of a document that is not here every trace stays as it is."""
    if not copy.document.is_absent:
        return renew(traces, copy.document.body.passages, copy.exact, today)
    living = sum(not trace.fate for trace in traces)
    return Renewed(ids=(), traces=traces, kept=living, fresh=(), doubts=())


def _doubts(
    copies: tuple[Copy, ...], matches: Matches, renewed: Mapping[str, Renewed]
) -> dict[tuple[str, str], str]:
    return {
        (matches.pairs[copy.address].address, trace.id): copy.document.body.passages[new].id
        for copy in copies
        for trace, new in renewed[copy.address].doubts
    }


def _is_foreign(pages: tuple[LockedPage, ...], matches: Matches) -> bool:
    living = any(not page.fate for page in pages)
    return living and not matches.is_recognised


def _page(
    page: LockedPage | None, copy: Copy, renewed: Renewed, keys: set[str], today: str
) -> LockedPage:
    key = page.key if page else new_key(copy.address, keys)
    first = page.first if page else today
    return LockedPage(copy.address, key, copy.document.path, first, traces=renewed.traces)


def new_key(address: str, keys: set[str]) -> str:
    """A key for an address, longer where others begin with the same."""
    return next(
        key for length in range(5, 100) if (key := digest(f"page {address}", length)) not in keys
    )


def _others(pages: Iterable[LockedPage], matches: Matches, today: str) -> Iterable[LockedPage]:
    """Pages at whose address no document is: left behind, or withdrawn."""
    orphans = {page.key for page in matches.orphans}
    for page in pages:
        if page.fate != "moved" and page.key in orphans:
            yield replace(page, fate="withdrawn", since=today)
        else:
            yield page


def _left(matches: Matches, today: str) -> dict[str, LockedPage]:
    """What stays at the addresses that documents left."""
    return {
        page.address: LockedPage(page.address, page.key, "", page.first, "moved", today)
        for address, page in matches.pairs.items()
        if page.address != address
    }


def _reused(lock: Lock, after: Mapping[str, LockedPage]) -> tuple[Problem, ...]:
    left = {page.address: page for page in lock.pages if page.fate == "moved"}
    return tuple(
        faults.reused(page, after)
        for address, page in after.items()
        if address in left and left[address].key != page.key
    )


def _faults(
    copies: tuple[Copy, ...],
    matches: Matches,
    renewed: Mapping[str, Renewed],
    standing: Standing,
) -> tuple[Problem, ...]:
    found: list[Problem] = []
    swapped = {copy.address for copy, _, _ in matches.swapped}
    for copy in copies:
        page = matches.pairs.get(copy.address)
        if page is None or copy.address in swapped:
            continue
        now = renewed[copy.address]
        living = sum(not trace.fate for trace in page.traces)
        if living >= _MANY and not now.kept and not page.fate:
            found.append(faults.replaced(copy, page, living))
        else:
            old = words_in(standing(page.address)) if now.doubts else {}
            found += [
                faults.doubtful(copy, page, trace, new, old.get(trace.id, ""))
                for trace, new in now.doubts
            ]
    return tuple(found)


def _named_in(document: Document, renewed: Renewed) -> Document:
    """The document with its ids; where it is not here, those that its passages had."""
    if not document.is_absent:
        return _with_ids(document, renewed.ids)
    living = tuple(trace.id for trace in renewed.traces if not trace.fate)
    return replace(document, withheld=(Withheld(living, 0),)) if living else document


def _with_ids(document: Document, ids: tuple[str, ...]) -> Document:
    passages = document.body.passages
    if all(passage.id == name for passage, name in zip(passages, ids, strict=True)):
        return document
    named = tuple(
        passage if passage.id == name else _named(passage, name)
        for passage, name in zip(passages, ids, strict=True)
    )
    return replace(document, body=replace(document.body, passages=named))


def _named(passage: Passage, name: str) -> Passage:
    return replace(passage, id=name)


def _with_successors(
    pages: Mapping[str, LockedPage],
    copies: tuple[Copy, ...],
    renewed: Mapping[str, Renewed],
    today: str,
) -> tuple[LockedPage, ...]:
    """What is gone today and stands word for word on another page leads there."""
    places: dict[str, str] = {}
    for copy in copies:
        now = renewed[copy.address]
        for index in now.fresh:
            exact = copy.exact[index]
            is_only = exact not in places
            places[exact] = f"{pages[copy.address].key}#{now.ids[index]}" if is_only else ""
    return tuple(_led(page, places, today) for _, page in sorted(pages.items()))


def _led(page: LockedPage, places: Mapping[str, str], today: str) -> LockedPage:
    is_withdrawn = page.fate == "withdrawn" and page.since == today
    led = tuple(
        _trace_led(trace, places, today, is_withdrawn=is_withdrawn) for trace in page.traces
    )
    return page if led == page.traces else replace(page, traces=led)


def _trace_led(trace: Trace, places: Mapping[str, str], today: str, *, is_withdrawn: bool) -> Trace:
    is_gone = (trace.fate == "removed" and trace.since == today) or (
        is_withdrawn and not trace.fate
    )
    place = places.get(trace.print.exact)
    if not is_gone or not place or trace.print.count < _TELLING:
        return trace
    return replace(trace, fate="removed", since=today, successor=place)
