"""HTML as a tree of elements, and a tree as HTML or XHTML; not what is done with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from typing import Final
from xml.etree.ElementTree import Element, SubElement

VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}
    | {"source", "track", "wbr"}
)
_ENDED_BY_NEXT: Final = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
}
"""Elements whose end tag may be missing, and which open elements their start ends."""
_CAMEL: Final = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
_NAMESPACES: Final = {
    "svg": "http://www.w3.org/2000/svg",
    "math": "http://www.w3.org/1998/Math/MathML",
}
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML_NAME: Final = re.compile(r"[A-Za-z_][\w.-]*")


class _Reader(HTMLParser):
    """Builds the tree while it reads; a stray end tag is passed over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("document")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        while self._open[-1].tag in _ENDED_BY_NEXT.get(tag, ()):
            self._open.pop()
        element = SubElement(self._open[-1], tag, {name: value or "" for name, value in attrs})
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        depth = len(self._open) - 1
        while depth and self._open[depth].tag != tag:
            depth -= 1
        if depth:
            del self._open[depth:]

    def handle_data(self, data: str) -> None:
        parent = self._open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data


def tree_of(html: str) -> Element:
    """An element whose children are those of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def words_in(element: Element | None) -> str:
    """The words of an element on one line."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def html_of(element: Element) -> str:
    """An element and all in it as HTML; without what follows it."""
    return "".join(_html(element))


def xhtml_of(element: Element) -> str:
    """An element and all in it as well-formed XML; without what follows it."""
    return "".join(_xhtml(element))


def _html(element: Element) -> Iterator[str]:
    attributes = "".join(
        f' {name}="{escape(value)}"' if value else f" {name}"
        for name, value in element.attrib.items()
    )
    yield f"<{element.tag}{attributes}>"
    if element.tag in VOID:
        return
    if element.text:
        yield escape(element.text, quote=False)
    for child in element:
        yield from _html(child)
        if child.tail:
            yield escape(child.tail, quote=False)
    yield f"</{element.tag}>"


def _xhtml(element: Element) -> Iterator[str]:
    yield f"<{element.tag}{_xml_attributes(element)}"
    if element.tag in VOID:
        yield "/>"
        return
    yield ">"
    text = element.text or ""
    yield xml_text(text.removeprefix("\n") if element.tag == "pre" else text)
    for child in element:
        yield from _xhtml(child)
        yield xml_text(child.tail or "")
    yield f"</{element.tag}>"


def _xml_attributes(element: Element) -> str:
    held = {
        _CAMEL.get(name, name): value
        for name, value in element.attrib.items()
        if _XML_NAME.fullmatch(name)
    }
    if "lang" in held:
        held["xml:lang"] = held["lang"]
    if element.tag in _NAMESPACES:
        held["xmlns"] = _NAMESPACES[element.tag]
    return "".join(f' {name}="{xml_text(value)}"' for name, value in held.items())


def xml_text(text: str) -> str:
    """A text escaped for XML, in an element or an attribute, without the characters that XML cannot hold."""
    return escape(_NOT_XML.sub("\ufffd", text))
