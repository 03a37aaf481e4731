"""A published HTML page read for the ids on it and the words of its passages; the lock is not known here."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_VOID: Final = frozenset({"br", "img", "hr", "input", "meta", "link", "wbr"})
_BLOCKS: Final = frozenset(
    {"p", "div", "li", "blockquote", "figure", "td", "th", "tr", "pre", "ul", "ol", "br"}
)
_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
TEXTS: Final = frozenset({"reading-page", "page-page", "home-page"})


@dataclass(slots=True)
class OpenPassage:
    """A passage that is being read."""

    id: str
    depth: int
    is_heading: bool
    words: list[str] = field(default_factory=list)
    inner: list[OpenPassage] = field(default_factory=list)
    further: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its own words, white space folded; where it has none, those of the passages in it."""
        own = " ".join("".join(self.words).split())
        return own or " ".join(each.text for each in self.inner)


class PageReader(HTMLParser):
    """The ids of one page, with the words of its passages."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.template = ""
        self.to = ""
        self.found: list[OpenPassage] = []
        self.gone: dict[int, list[str]] = {}
        self.places: list[str] = []
        self._tags: list[str] = []
        self._open: list[OpenPassage] = []
        self._prose = 0
        self._stone = 0
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where passages begin, and what kind of page it is."""
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
        if not self._prose and "prose" in classes and self.template in TEXTS:
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
            passage = OpenPassage(name, depth, tag in _HEADINGS)
            for holder in self._open:
                holder.inner.append(passage)
            self.found.append(passage)
            self._open.append(passage)
        elif {"entry", "event"} & set(classes):
            self.places.append(name)

    def handle_endtag(self, tag: str) -> None:
        """Note where passages end."""
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
        """Collect the words of the innermost passage."""
        if self._open and not (self._silent or self._stone):
            self._open[-1].words.append(data)


def read_page(html: str) -> PageReader:
    """All of a page."""
    reader = PageReader()
    reader.feed(html)
    reader.close()
    return reader


def words_in(html: str) -> dict[str, str]:
    """The words of each passage of a page, by id."""
    return {passage.id: passage.text for passage in read_page(html).found} if html else {}
