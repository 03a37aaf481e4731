"""A lock rebuilt from the pages of a published site; the files are read elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import normpath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from dossier.lock.carry import identity_of, new_key
from dossier.lock.prints import print_of
from dossier.lock.settle import PAGE
from dossier.lock.values import Lock, LockedPage, Trace

if TYPE_CHECKING:
    from collections.abc import Iterable

UNKNOWN: Final = "?"
"""Source of a page whose file is not known: the next build finds it by its address."""
_VOID: Final = frozenset({"br", "img", "hr", "input", "meta", "link", "wbr"})
_BLOCKS: Final = frozenset(
    {"p", "div", "li", "blockquote", "figure", "td", "th", "tr", "pre", "ul", "ol", "br"}
)
_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
_TEXTS: Final = frozenset({"reading-page", "page-page", "home-page"})


@dataclass(slots=True)
class _Open:
    """A passage that is being read."""

    id: str
    depth: int
    is_heading: bool
    words: list[str] = field(default_factory=list)
    inner: list[_Open] = field(default_factory=list)
    further: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        own = " ".join("".join(self.words).split())
        return own or " ".join(each.text for each in self.inner)


class _Reader(HTMLParser):
    """The ids of one page, with the words of its passages."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.template = ""
        self.to = ""
        self.found: list[_Open] = []
        self.gone: dict[int, list[str]] = {}
        self.places: list[str] = []
        self._tags: list[str] = []
        self._open: list[_Open] = []
        self._prose = 0
        self._stone = 0
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        classes = named.get("class", "").split()
        if tag == "body":
            self.template = classes[0] if classes else ""
        if tag == "script" and "data-to" in named:
            self.to = named["data-to"]
        if tag in _BLOCKS and self._open:
            self._open[-1].words.append(" ")
        if tag in _VOID:
            return
        self._tags.append(tag)
        depth = len(self._tags)
        if not self._prose and "prose" in classes and self.template in _TEXTS:
            self._prose = depth
        if not self._silent and ("data-web" in named or tag in {"script", "style", "template"}):
            self._silent = depth
        name = named.get("id", "")
        if name and not name.startswith("_"):
            self._place(tag, name, classes, depth)

    def _place(self, tag: str, name: str, classes: list[str], depth: int) -> None:
        if "tombstone" in classes:
            self._stone = depth
        if self._stone:
            self.gone.setdefault(len(self.found), []).append(name)
        elif self._prose and tag == "span" and self._open:
            self._open[-1].further.append(name)
        elif self._prose:
            passage = _Open(name, depth, tag in _HEADINGS)
            for holder in self._open:
                holder.inner.append(passage)
            self.found.append(passage)
            self._open.append(passage)
        elif {"entry", "event"} & set(classes):
            self.places.append(name)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or tag not in self._tags:
            return
        while self._tags.pop() != tag:
            pass
        depth = len(self._tags)
        self._prose = self._prose if self._prose <= depth else 0
        self._stone = self._stone if self._stone <= depth else 0
        self._silent = self._silent if self._silent <= depth else 0
        while self._open and self._open[-1].depth > depth:
            self._open.pop()
        if tag in _BLOCKS and self._open:
            self._open[-1].words.append(" ")

    def handle_data(self, data: str) -> None:
        if self._open and not (self._silent or self._stone):
            self._open[-1].words.append(data)


def lock_of(pages: Mapping[str, str], title: str, today: str) -> Lock:
    """The lock that a site was built with, as far as its pages (HTML by path) tell; dates begin today."""
    read = {path: _read(html) for path, html in sorted(pages.items())}
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


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def _page(address: str, key: str, reader: _Reader, today: str) -> LockedPage:
    if reader.template == "withdrawn-page":
        traces = tuple(_stones((name for some in reader.gone.values() for name in some), today))
        return LockedPage(address, key, UNKNOWN, today, "withdrawn", today, traces=traces)
    if reader.template in _TEXTS and (reader.found or reader.template != "home-page"):
        return LockedPage(address, key, UNKNOWN, today, traces=tuple(_traces(reader, today)))
    is_entry = reader.template == "entry-page"
    source = f"@{address.rstrip('/').rpartition('/')[2]}" if is_entry else ""
    names = [PAGE] if is_entry or reader.template == "topic-page" else reader.places
    living = [Trace(name, print_of("", most=0), today) for name in names]
    gone = _stones((name for some in reader.gone.values() for name in some), today)
    return LockedPage(address, key, source, today, traces=(*living, *gone))


def _traces(reader: _Reader, today: str) -> Iterable[Trace]:
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
