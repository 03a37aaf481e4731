"""A lock rebuilt from the pages of a published site; the files are read elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import normpath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from dossier.lock.carry import identity_of, new_key
from dossier.lock.pages import TEXTS, PageReader, read_page
from dossier.lock.prints import print_of
from dossier.lock.settle import PAGE
from dossier.lock.values import Lock, LockedPage, Trace

if TYPE_CHECKING:
    from collections.abc import Iterable

UNKNOWN: Final = "?"
"""Source of a page whose file is not known: the next build finds it by its address."""


def lock_of(pages: Mapping[str, str], title: str, today: str) -> Lock:
    """The lock that a site was built with, as far as its pages (HTML by path) tell; dates begin today."""
    read = {path: read_page(html) for path, html in sorted(pages.items())}
    whole: dict[str, LockedPage] = {}
    keys: set[str] = set()
    for path, reader in read.items():
        if reader.template and reader.template not in {"moved-page", "not-found-page"}:
            address = path.removesuffix("index.html")
            key = new_key(address, keys)
            keys.add(key)
            whole[address] = _page(address, key, reader, today)
    for path, reader in read.items():
        to, _, fragment = reader.to.partition("#")
        target = normpath(f"/{path}/../{unquote(to)}").strip("/").removesuffix("index.html")
        if reader.template == "moved-page" and target in whole:
            address = path.removesuffix("index.html")
            mark = f"#{unquote(fragment)}" if fragment else ""
            key = whole[target].key
            whole[address] = LockedPage(address, key, "", today, "moved", today, mark)
    return Lock(identity_of(title), tuple(page for _, page in sorted(whole.items())))


def _page(address: str, key: str, reader: PageReader, today: str) -> LockedPage:
    if reader.template == "withdrawn-page":
        traces = tuple(_stones((name for some in reader.gone.values() for name in some), today))
        return LockedPage(address, key, UNKNOWN, today, "withdrawn", today, traces=traces)
    if reader.template in TEXTS and (reader.found or reader.template != "home-page"):
        return LockedPage(address, key, UNKNOWN, today, traces=tuple(_traces(reader, today)))
    is_entry = reader.template == "entry-page"
    source = f"@{address.rstrip('/').rpartition('/')[2]}" if is_entry else ""
    names = [PAGE] if is_entry or reader.template == "topic-page" else reader.places
    living = [Trace(name, print_of("", most=0), today) for name in names]
    gone = _stones((name for some in reader.gone.values() for name in some), today)
    return LockedPage(address, key, source, today, traces=(*living, *gone))


def _traces(reader: PageReader, today: str) -> Iterable[Trace]:
    for index, passage in enumerate(reader.found):
        yield from _stones(reader.gone.get(index, ()), today)
        words = print_of(passage.text, is_heading=passage.is_heading)
        yield Trace(passage.id, words, today)
        for name in passage.further:
            yield Trace(
                name,
                print_of("", most=0),
                today,
                fate="merged",
                since=today,
                successor=f"#{passage.id}",
            )
    yield from _stones(reader.gone.get(len(reader.found), ()), today)


def _stones(names: Iterable[str], today: str) -> Iterable[Trace]:
    for name in names:
        yield Trace(name, print_of("", most=0), today, fate="removed", since=today)
