"""The words and links of a page, from its HTML and from its Markdown rendered by plain markdown-it-py."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

_VOID = frozenset({"br", "img", "hr", "input", "meta", "link", "wbr"})
_ABBREVIATIONS = re.compile(r"^\*\[[^\n]*\]: [^\n]*\n?", re.MULTILINE)
_UNSEEN = frozenset({"template", "script", "style", "svg"})
_RETURN = re.compile(r"↩\ufe0e?")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader is shown: all words in order, and where links lead."""

    words: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    """(words, address) in order."""


class _Reader(HTMLParser):
    """Collects words and links, passing over what exists on the web page alone."""

    def __init__(self, inside: str) -> None:
        super().__init__(convert_charrefs=True)
        self.inside = inside
        self.depth = 0 if inside else 1
        self.skipped = 0
        self.words: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.open: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in _VOID:
            self.words.append(" " if tag == "br" else "")
            return
        if self.depth == 0:
            self.depth = 1 if tag == self.inside else 0
            return
        self.depth += 1
        if (
            self.skipped
            or "data-web" in named
            or tag in _UNSEEN
            or "footnote-backref" in (named.get("class") or "")
        ):
            self.skipped += 1
        elif tag == "a":
            self.open.append((len(self.words), named.get("href") or ""))
        if tag not in _INLINE:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or not self.depth:
            return
        self.depth -= 1
        if self.skipped:
            self.skipped -= 1
        elif tag == "a" and self.open:
            start, href = self.open.pop()
            if href:
                self.links.append((" ".join("".join(self.words[start:]).split()), _as_page(href)))
        if tag not in _INLINE:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if self.depth and not self.skipped:
            self.words.append(data)


_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
    ]
)


def _as_page(href: str) -> str:
    path, mark, fragment = href.partition("#")
    return re.sub(r"(^|/)index\.(?:md|html)$", r"\1", path) + mark + fragment


def of_html(page: str, inside: str = "main") -> Shown:
    """What stands in the element `inside` of an HTML page, without what is marked `data-web`."""
    reader = _Reader(inside)
    reader.feed(page)
    reader.close()
    return _shown(reader)


def of_markdown(page: str) -> Shown:
    """What plain markdown-it-py shows of a Markdown page, without its definitions of abbreviations."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    reader = _Reader("")
    reader.feed(parser.render(_ABBREVIATIONS.sub("", page)))
    reader.close()
    return _shown(reader)


def _shown(reader: _Reader) -> Shown:
    words = _RETURN.sub("", "".join(reader.words)).split()
    return Shown(
        tuple(words),
        tuple(link for link in reader.links if not link[1].startswith(("#_note", "#fn"))),
    )


def rendered_words(text: str) -> tuple[str, ...]:
    """The words that plain markdown-it-py shows of a Markdown text in which HTML is text."""
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    reader = _Reader("")
    reader.feed(parser.use(footnote_plugin).render(text))
    reader.close()
    return _shown(reader).words
