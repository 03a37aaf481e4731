"""The addresses of a whole site against its lock: pages of entries and lists, aliases, and what a site must answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dossier.lock.carry import is_of_document, new_key
from dossier.lock.prints import print_of
from dossier.lock.values import Lock, LockedPage, Trace

PAGE = "."
"""Id of the trace that stands for a page as a whole: what its entry or tag is called."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page that was not made from a document."""

    address: str
    source: str = ""
    """`@id` of an entry."""
    marks: tuple[tuple[str, str], ...] = ()
    """Ids on the page, each with what it is called; `PAGE` for the page itself."""


def settle(lock: Lock, shown: Iterable[Shown], aliases: Mapping[str, str], today: str) -> Lock:
    """The lock with all other pages in it. `aliases` lead to addresses of documents."""
    here = {page.address: page for page in shown}
    documents = {page.address for page in lock.pages if is_of_document(page) and not page.fate}
    keys = {page.key for page in lock.pages}
    whole: dict[str, LockedPage] = {}
    for page in lock.pages:
        if page.address in here or is_of_document(page) or page.fate:
            whole[page.address] = page
    lost = [page for page in lock.pages if page.address not in whole]
    for address, new in sorted(here.items()):
        if address not in documents:
            whole[address] = _shown(whole.get(address), new, keys, today)
            keys.add(whole[address].key)
    for page in lost:
        whole[page.address] = _gone(page, whole, today)
    for alias, address in sorted(aliases.items()):
        before = whole.get(alias)
        if address in whole and (before is None or before.fate):
            first = before.first if before else today
            key = whole[address].key
            whole[alias] = LockedPage(alias, key, "", first, "moved", _since(before, today))
    return Lock(lock.identity, _relinked(lost, whole))


def _relinked(
    lost: Iterable[LockedPage], whole: Mapping[str, LockedPage]
) -> tuple[LockedPage, ...]:
    """Pages by address; what led to a page that moved just now leads to where that one leads."""
    new = {page.key: whole[page.address] for page in lost if whole[page.address].key != page.key}
    return tuple(
        replace(page, key=new[page.key].key, target=page.target or new[page.key].target)
        if page.fate == "moved" and page.key in new
        else page
        for _, page in sorted(whole.items())
    )


def _since(before: LockedPage | None, today: str) -> str:
    return before.since if before and before.fate == "moved" else today


def _shown(before: LockedPage | None, page: Shown, keys: set[str], today: str) -> LockedPage:
    if before is None or before.fate == "moved":
        key = new_key(page.address, keys)
        return LockedPage(page.address, key, page.source, today, traces=_marked((), page, today))
    return replace(
        before,
        source=page.source,
        fate="",
        since="",
        target="",
        traces=_marked(before.traces, page, today),
    )


def _marked(old: tuple[Trace, ...], page: Shown, today: str) -> tuple[Trace, ...]:
    """Traces of ids that a curator gave: they are themselves as long as they are there."""
    known = {trace.id: trace for trace in old}
    now: dict[str, Trace] = {}
    for name, words in page.marks:
        before = known.get(name)
        first = before.first if before else today
        now[name] = Trace(name, print_of(words, most=0), first)
    fresh = {trace.print.exact: name for name, trace in now.items() if name not in known}
    for trace in old:
        if trace.id in now:
            continue
        if trace.fate:
            now[trace.id] = trace
            continue
        name = fresh.get(trace.print.exact, "")
        now[trace.id] = replace(
            trace,
            fate="merged" if name else "removed",
            since=today,
            successor=f"#{name}" if name else "",
        )
    return tuple(trace for _, trace in sorted(now.items()))


def _gone(page: LockedPage, whole: Mapping[str, LockedPage], today: str) -> LockedPage:
    """A page that is no longer made: it leads to where its entry is now, if there is one."""
    name = page.source.removeprefix("@")
    for other in whole.values() if name else ():
        if other.fate:
            continue
        if other.source == page.source:
            return LockedPage(page.address, other.key, "", page.first, "moved", today)
        if not is_of_document(other) and any(t.id == name and not t.fate for t in other.traces):
            return LockedPage(page.address, other.key, "", page.first, "moved", today, f"#{name}")
    called = next((trace.print.exact for trace in page.traces if trace.id == PAGE), "")
    for other in whole.values() if called else ():
        if not other.fate and other.address.partition("/")[0] == page.address.partition("/")[0]:
            named = any(t.id == PAGE and t.print.exact == called for t in other.traces)
            if named:
                return LockedPage(page.address, other.key, "", page.first, "moved", today)
    return replace(page, fate="withdrawn", since=today)
