"""The dossier as an EPUB 3: its pages as XHTML, its images, one plain style sheet; not the parts about the book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote
from xml.etree.ElementTree import Element

from dossier.export.archive import archive_of
from dossier.export.book_parts import Item, container, head_of, navigation, package
from dossier.export.elements import xhtml_of
from dossier.export.inlined import MEDIA_TYPES, file_of
from dossier.export.pages import BuiltPage
from dossier.export.ways import way_to
from dossier.model import Config
from dossier.urls import relative

_FILE: Final = "index.xhtml"
_STYLE: Final = Path(__file__).with_name("book.css")
_AS_BLOCKS: Final = {"details": "div", "summary": "div"}
"""What a reading device may not open."""
_NOT_IN_BOOKS: Final = frozenset({"data-web"})
_SHOWN: Final = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"})
"""Images that every reading device knows."""


@dataclass(frozen=True, slots=True)
class _Book:
    """What a page needs to know of the others."""

    site: Path
    base_url: str
    ids: dict[str, frozenset[str]]
    """Address of each page to the ids on it."""


def epub_book(
    site: Path, pages: Sequence[BuiltPage], config: Config, contents: str, day: str
) -> bytes:
    """An EPUB of the pages in their order; the same bytes for the same site and day."""
    ids = {
        page.address: frozenset(each for it in page.main.iter() if (each := it.get("id", "")))
        for page in pages
    }
    book = _Book(site, config.base_url, ids)
    texts = {page.address: _page(page, book) for page in pages}
    images = sorted({path for page in pages for path in _images(page)})
    items = (
        *(
            Item(quote(page.address) + _FILE, "application/xhtml+xml", _needs(page))
            for page in pages
        ),
        *(Item(quote(path), MEDIA_TYPES[Path(path).suffix.lower()]) for path in images),
    )
    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": container().encode(),
        "EPUB/package.opf": package(config, items, day).encode(),
        "EPUB/nav.xhtml": navigation(config, pages, contents).encode(),
        "EPUB/book.css": _STYLE.read_bytes(),
        **{f"EPUB/{address}{_FILE}": text.encode() for address, text in texts.items()},
        **{f"EPUB/{path}": (site / path).read_bytes() for path in images},
    }
    return archive_of(files, stored=frozenset({"mimetype"}))


def _page(page: BuiltPage, book: _Book) -> str:
    main = page.main
    for each in main.iter():
        each.tag = _AS_BLOCKS.get(each.tag, each.tag)
        for name in ("tabindex", "open", *_NOT_IN_BOOKS):
            each.attrib.pop(name, None)
        if each.tag == "a" and "href" in each.attrib:
            _settle_link(each, page, book)
        elif each.tag == "img":
            _settle_image(each, page, book.site)
    root = "../" * page.address.count("/")
    return f"{head_of(page.title, page.language, page.direction, f'{root}book.css')}<body>\n{xhtml_of(main)}\n</body>\n</html>\n"


def _settle_link(link: Element, page: BuiltPage, book: _Book) -> None:
    path, fragment = way_to(link.attrib["href"], page.address)
    if path == ":":
        return
    if path in book.ids:
        place = fragment if fragment in book.ids[path] else ""
        link.set("href", relative(page.address, path, place, file=_FILE) or _FILE)
    elif book.base_url:
        link.set("href", book.base_url + quote(path))
    else:
        del link.attrib["href"]


def _settle_image(image: Element, page: BuiltPage, site: Path) -> None:
    """An image keeps its way, from the page to the file in the site, if the file comes along."""
    path, _ = way_to(image.get("src", ""), page.address)
    image.attrib.pop("srcset", None)
    if file_of(site, path) and Path(path).suffix.lower() in _SHOWN:
        image.attrib.setdefault("alt", "")
        image.set("data-path", path)
        return
    image.tag = "span"
    image.text = image.get("alt", "")
    image.attrib = {}


def _images(page: BuiltPage) -> Iterator[str]:
    return (each.attrib["data-path"] for each in page.main.iter("img"))


def _needs(page: BuiltPage) -> tuple[str, ...]:
    """What the package must say of a page."""
    tags = {each.tag for each in page.main.iter()}
    return tuple(name for name, tag in (("svg", "svg"), ("mathml", "math")) if tag in tags)
