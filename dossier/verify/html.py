"""HTML as a briefing: blocks, quotations set off or marked with `q`, links, notes, and where links stand in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from dossier.verify.bare import bare_addresses
from dossier.verify.elements import INLINE, UNSEEN, VOID
from dossier.verify.values import Block, Briefing, BriefingLink, Form

_UNREAD: Final = UNSEEN | {"title", "del"}
_ADDRESSED: Final = {"a": "href", "area": "href", "blockquote": "cite", "q": "cite", "ins": "cite"}
_DATES: Final = frozenset(
    {
        "date",
        "dcterms.modified",
        "dcterms.date",
        "dc.date",
        "last-modified",
        "article:modified_time",
    }
    | {"changed", "article:published_time", "created"}
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_QUOTING = re.compile(r"quot|zitat|\bcitat", re.IGNORECASE)
_CALL = re.compile(r"\W*(?:\d{1,4}|[a-z]{1,4}|[*\u2020\u2021]+|note)?\W*", re.IGNORECASE)


@dataclass(slots=True)
class _Link:
    address: str
    block: int
    start: int


@dataclass(slots=True)
class _Text:
    """A block while it is read."""

    place: str
    is_quotation: bool
    words: list[str] = field(default_factory=list)
    size: int = 0


class _Reader(HTMLParser):
    """Collects the blocks and links of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Text] = []
        self.links: list[BriefingLink] = []
        self.calls: list[tuple[str, int, int, int]] = []
        """Id of a place on the page that a link leads to: with the link's block, start and stop."""
        self.ids: dict[str, int] = {}
        self.date = ""
        self._tags: list[tuple[str, bool]] = []
        self._quoting = 0
        self._unseen = 0
        self._open: list[_Link] = []
        self._is_fresh = True
        self._line = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._meta(named)
        if tag not in INLINE:
            self._is_fresh = True
        self._line = int(named.get("data-line") or 0) or self._line
        is_quotation = tag == "blockquote" or (
            tag not in INLINE | {"body", "html"} and bool(_QUOTING.search(named.get("class", "")))
        )
        if tag not in VOID:
            self._tags.append((tag, is_quotation))
            self._quoting += is_quotation
            self._unseen += tag in _UNREAD
        elif tag == "br":
            self._add("\n")
        if tag == "q":
            self._add("\u201c")
        for name in (named.get("id"), named.get("name") if tag == "a" else ""):
            if name:
                self.ids.setdefault(name, len(self.blocks) - (not self._is_fresh))
        self._address(tag, named)

    def _meta(self, named: dict[str, str]) -> None:
        name = named.get("name") or named.get("property") or named.get("http-equiv") or ""
        found = _DATE.search(named.get("content", ""))
        if found and name.lower() in _DATES:
            self.date = max(self.date, found[0])

    def _address(self, tag: str, named: dict[str, str]) -> None:
        if tag not in _ADDRESSED or self._unseen:
            return
        address = named.get(_ADDRESSED[tag], "").strip()
        block, start = self._here()
        if tag == "a":
            self._open.append(_Link(address, block, start))
        elif address:
            self._note(_Link(address, block, start), start)

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _ in self._tags):
            return
        if tag == "q":
            self._add("\u201d")
        while self._tags:
            name, is_quotation = self._tags.pop()
            self._quoting -= is_quotation
            self._unseen -= name in _UNREAD
            if name == "a" and self._open:
                self._end(self._open.pop())
            if name == tag:
                break
        if tag not in INLINE:
            self._is_fresh = True

    def _end(self, link: _Link) -> None:
        last = len(self.blocks) - 1
        stop = self.blocks[link.block].size if link.block <= last else link.start
        if link.address.startswith("#"):
            self.calls.append((link.address[1:], link.block, link.start, stop))
        elif link.address:
            self._note(link, stop)

    def _note(self, link: _Link, stop: int) -> None:
        if link.block >= len(self.blocks):
            self._begin()
        held = self.blocks[link.block]
        words = "".join(held.words)[link.start : stop]
        self.links.append(
            BriefingLink(link.address, words, held.place, link.block, link.start, stop)
        )

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._add(data)

    def _add(self, words: str) -> None:
        if self._unseen or (self._is_fresh and not words.strip()):
            return
        if self._is_fresh:
            self._begin()
        self.blocks[-1].words.append(words)
        self.blocks[-1].size += len(words)

    def _begin(self) -> None:
        line = self._line or self.getpos()[0]
        self.blocks.append(_Text(f"line {line}", self._quoting > 0))
        self._is_fresh = False

    def _here(self) -> tuple[int, int]:
        """The block and the offset at which the next words go."""
        if self._is_fresh:
            return len(self.blocks), 0
        return len(self.blocks) - 1, self.blocks[-1].size


def read_html(text: str, name: str, form: Form = "html", date: str = "") -> Briefing:
    """The briefing that a page of HTML holds."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    blocks = tuple(
        Block("".join(each.words), each.place, is_quotation=each.is_quotation)
        for each in reader.blocks
    )
    links = [*reader.links, *_bare(blocks, reader.links)]
    links.sort(key=lambda link: (link.block, link.start))
    called = tuple(_called(link, reader, blocks) for link in links)
    return Briefing(name, form, blocks, called, date or reader.date)


def _bare(blocks: tuple[Block, ...], links: list[BriefingLink]) -> list[BriefingLink]:
    taken = {(link.block, at) for link in links for at in range(link.start, link.stop)}
    return [
        BriefingLink(address, address, block.place, index, start, start + len(address))
        for index, block in enumerate(blocks)
        for address, start, _ in bare_addresses(block.text)
        if (index, start) not in taken
    ]


def _called(link: BriefingLink, reader: _Reader, blocks: tuple[Block, ...]) -> BriefingLink:
    """The link with the places that call the note that it stands in."""
    calls = tuple(
        (block, start)
        for name, block, start, stop in reader.calls
        if reader.ids.get(name) == link.block != block
        and _CALL.fullmatch(blocks[block].text[start:stop])
    )
    if not calls:
        return link
    return BriefingLink(
        link.address, link.words, link.place, link.block, link.start, link.stop, calls
    )
