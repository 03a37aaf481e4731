"""A page of a written site, as its HTML says it: its places, their words, and what it answers for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from dossier.verify.elements import INLINE, UNSEEN, VOID


@dataclass(frozen=True, slots=True)
class Removed:
    """What a tombstone says."""

    words: str
    href: str
    """From the page, to what replaced it; may be empty."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page. Texts have a line end where a block ends."""

    title: str = ""
    canonical: str = ""
    kind: str = ""
    """The template: `reading`, `moved`, `withdrawn`."""
    to: str = ""
    """Of an address that was left, the way from it to where it leads."""
    text: str = ""
    """All words of the main part, without what exists on the web page alone."""
    places: Mapping[str, str] = field(default_factory=dict)
    """Id to the words of what carries it, in the order of the text; empty where it only marks a spot."""
    passages: Mapping[str, str] = field(default_factory=dict)
    """Those places that are passages of a text."""
    headings: Mapping[str, int] = field(default_factory=dict)
    """Of the passages that are headings, their level."""
    removed: Mapping[str, Removed] = field(default_factory=dict)
    """Id of each place that is gone."""


def read_page(html: str) -> SitePage:
    """The page that a document of HTML holds."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page()


@dataclass(slots=True)
class _Open:
    tag: str
    ids: list[str]
    start: int
    is_unseen: bool
    is_passage: bool = False
    stone: str = ""


class _Reader(HTMLParser):
    """Collects the words of `main` and of everything in it that has an id."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[_Open] = []
        self.words: list[str] = []
        self.title: list[str] = []
        self.head: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self.passages: dict[str, str] = {}
        self.headings: dict[str, int] = {}
        self.stones: dict[str, list[str]] = {}
        self.hrefs: dict[str, str] = {}
        self.main = -1
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self._note(tag, named)
        if tag in VOID:
            self.words.append("\n" if tag == "br" and not self.unseen else "")
            return
        if tag == "main" and self.main < 0:
            self.main = len(self.open)
        self._open(tag, named)

    def _note(self, tag: str, named: dict[str, str]) -> None:
        """What the head says, and where the links of notices lead."""
        classes = named.get("class", "").split()
        if tag == "link" and named.get("rel") == "canonical":
            self.head.setdefault("canonical", named.get("href", ""))
        elif tag == "body":
            self.head["kind"] = next((it[:-5] for it in classes if it.endswith("-page")), "")
        elif tag == "a" and "moved-link" in classes:
            self.head["to"] = named.get("href", "")
        elif tag == "a":
            stone = next((each.stone for each in self.open if each.stone), "")
            if stone:
                self.hrefs.setdefault(stone, named.get("href", ""))

    def _open(self, tag: str, named: dict[str, str]) -> None:
        classes = named.get("class", "").split()
        if tag not in INLINE:
            self.words.append("\n")
        is_unseen = tag in UNSEEN or "data-web" in named or "note-ref" in classes
        name = named.get("id", "") if self.main >= 0 else ""
        holder = next((each for each in reversed(self.open) if each.stone), None)
        stone = name if "tombstone" in classes else holder.stone if holder else ""
        is_heading = len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()  # noqa: PLR2004 - h1 to h6
        is_passage = bool(name) and ("data-number" in named or is_heading or tag == "blockquote")
        if name and stone:
            self.stones.setdefault(stone, []).append(name)
        elif name and tag == "span" and not named.get("class") and self._has_passage():
            self._holder().ids.append(name)
        here = _Open(tag, [name] if name else [], len(self.words), is_unseen, is_passage, stone)
        self.open.append(here)
        self.unseen += is_unseen

    def _has_passage(self) -> bool:
        return any(each.is_passage for each in self.open)

    def _holder(self) -> _Open:
        return next(each for each in reversed(self.open) if each.is_passage)

    def handle_endtag(self, tag: str) -> None:
        if not any(each.tag == tag for each in self.open):
            return
        while self.open:
            closed = self.open.pop()
            self._close(closed)
            if closed.tag == tag:
                break
        if tag not in INLINE:
            self.words.append("\n")

    def _close(self, closed: _Open) -> None:
        self.unseen -= closed.is_unseen
        for name in closed.ids:
            words = self._words_from(closed.start)
            self.places[name] = words
            if not closed.is_passage or name.startswith("_"):
                continue
            self.passages[name] = words
            if closed.tag[0] == "h":
                self.headings[name] = int(closed.tag[1])
        if closed.tag == "main":
            self.head["text"] = self._words_from(closed.start)
            self.main = 1 << 30

    def _words_from(self, start: int) -> str:
        lines = (line.strip() for line in "".join(self.words[start:]).split("\n"))
        return "\n".join(line for line in lines if line)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].tag == "title":
            self.title.append(data)
        if not self.unseen and 0 <= self.main < 1 << 30:
            self.words.append(data)

    def page(self) -> SitePage:
        removed = {
            name: Removed(self.places.get(first, ""), self.hrefs.get(first, ""))
            for first, names in self.stones.items()
            for name in names
        }
        gone = removed.keys()
        return SitePage(
            title="".join(self.title).strip(),
            canonical=self.head.get("canonical", ""),
            kind=self.head.get("kind", ""),
            to=self.head.get("to", ""),
            text=self.head.get("text", ""),
            places={name: text for name, text in self.places.items() if name not in gone},
            passages={name: text for name, text in self.passages.items() if name not in gone},
            headings=self.headings,
            removed=removed,
        )
