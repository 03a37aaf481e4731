"""The pages of a built site that are carried away, in the order of a book; not what they become."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from dossier.export.elements import tree_of, words_in
from dossier.export.ways import way_to

_GROUPS: Final = (
    "readings",
    "people",
    "organisations",
    "places",
    "glossary",
    "timeline",
    "claims",
    "paths",
    "coverage",
    "network",
    "topics",
    "bibliography",
    "changes",
)
"""First part of an address, in the order of the book; the curator's own pages stand before all of them."""
_LEFT_OUT: Final = frozenset({"search/"})
_UNUSED: Final = frozenset(
    {"script", "template", "noscript", "button", "input", "select", "textarea", "dialog"}
)
"""Elements that do nothing without script."""
_KEPT: Final = frozenset({"passage-link"})
"""Classes of what is kept though it is marked as of the web only."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One page, as read from the site."""

    address: str
    """As `readings/tower-22/`; the home page is empty."""
    title: str
    language: str
    direction: str
    look: str
    """The classes of its `body`."""
    styles: tuple[tuple[str, str], ...]
    """Path of each style sheet in the site, with the medium that it is for."""
    main: Element
    """What the page says, without what needs a script or belongs to the web alone."""

    @property
    def group(self) -> str:
        """The first part of its address."""
        return self.address.partition("/")[0]


def read_pages(site: Path) -> tuple[BuiltPage, ...]:
    """Every page but the search, redirects and the page for a wrong address. `OSError` as it comes."""
    found = {
        page.address: page
        for file in sorted(site.rglob("index.html"))
        if (page := _page(file, file.parent.relative_to(site).as_posix()))
    }
    listed = dict.fromkeys(_listed(found))
    places = {address: number for number, address in enumerate(listed)}
    return tuple(
        sorted(
            found.values(),
            key=lambda page: (_rank(page), places.get(page.address, -1), page.address),
        )
    )


def _page(file: Path, folder: str) -> BuiltPage | None:
    address = "" if folder == "." else f"{folder}/"
    root = tree_of(file.read_text(encoding="utf-8"))
    main, html, body = root.find(".//main"), root.find("html"), root.find(".//body")
    is_redirect = root.find(".//a[@class='moved-link']") is not None
    if main is None or html is None or body is None or is_redirect or address in _LEFT_OUT:
        return None
    heading = words_in(main.find(".//h1")) or words_in(root.find(".//title"))
    styles = tuple(
        (way_to(link.get("href", ""), address)[0], link.get("media", ""))
        for link in root.iter("link")
        if link.get("rel") == "stylesheet"
    )
    _strip(main)
    language, direction = html.get("lang", ""), html.get("dir", "ltr")
    return BuiltPage(address, heading, language, direction, body.get("class", ""), styles, main)


def _listed(pages: Mapping[str, BuiltPage]) -> Iterator[str]:
    """The addresses of each group in the order in which its list names them."""
    for group in _GROUPS:
        if f"{group}/" in pages:
            for link in pages[f"{group}/"].main.iter("a"):
                address, _ = way_to(link.get("href", ""), f"{group}/")
                if address.startswith(f"{group}/"):
                    yield address


def _rank(page: BuiltPage) -> tuple[int, bool]:
    if page.group in _GROUPS:
        return 2 + _GROUPS.index(page.group), page.address != f"{page.group}/"
    return bool(page.address), False


def _strip(element: Element) -> None:
    """Take out what needs a script or belongs to the web alone; an element of a script's own becomes a `div`."""
    for child in tuple(element):
        if _is_of_the_web(child):
            _remove(element, child)
            continue
        if "-" in child.tag:
            child.tag = "div"
        _strip(child)


def _is_of_the_web(element: Element) -> bool:
    is_kept = not _KEPT.isdisjoint(element.get("class", "").split())
    has_no_use = element.tag in _UNUSED or "hidden" in element.attrib
    return has_no_use or ("data-web" in element.attrib and not is_kept)


def _remove(parent: Element, child: Element) -> None:
    """Take out an element, and keep the words that follow it."""
    place = list(parent).index(child)
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")
    parent.remove(child)
