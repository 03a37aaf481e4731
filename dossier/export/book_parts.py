"""What an EPUB says about itself: container, package, navigation; not its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from dossier.export.elements import xml_text
from dossier.export.pages import BuiltPage
from dossier.model import Config

_XHTML: Final = "application/xhtml+xml"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book."""

    href: str
    """Percent-encoded."""
    media_type: str
    properties: tuple[str, ...] = ()


def container() -> str:
    """META-INF/container.xml."""
    return (
        f'{_DECLARATION}<container version="1.0" '
        'xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n<rootfiles>\n'
        '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>\n'
        "</rootfiles>\n</container>\n"
    )


def head_of(title: str, language: str, direction: str, style: str) -> str:
    """An XHTML page up to its body."""
    tag = xml_text(language)
    return (
        f'{_DECLARATION}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" lang="{tag}" xml:lang="{tag}" '
        f'dir="{xml_text(direction)}">\n<head>\n<meta charset="utf-8"/>\n'
        f"<title>{xml_text(title)}</title>\n"
        f'<link rel="stylesheet" type="text/css" href="{style}"/>\n</head>\n'
    )


def package(config: Config, items: Sequence[Item], day: str) -> str:
    """package.opf: the book's identity, its files and their order."""
    identity = uuid5(NAMESPACE_URL, config.base_url or f"urn:dossier:{config.title}")
    named = [(f"f{number}", item) for number, item in enumerate(items)]
    manifest = "".join(_manifest_line(name, item) for name, item in named)
    texts = [name for name, item in named if item.media_type == _XHTML]
    spine = "".join(f'<itemref idref="{name}"/>\n' for name in (*texts[:1], "nav", *texts[1:]))
    told = {
        "dc:title": config.title,
        "dc:language": config.language,
        "dc:creator": config.author,
        "dc:description": config.description,
        "dc:source": config.base_url,
    }
    about = "".join(f"<{k}>{xml_text(v)}</{k}>\n" for k, v in told.items() if v)
    return (
        f'{_DECLARATION}<package version="3.0" xmlns="http://www.idpf.org/2007/opf" '
        f'unique-identifier="id" xml:lang="{xml_text(config.language)}">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="id">urn:uuid:{identity}</dc:identifier>\n{about}'
        f'<meta property="dcterms:modified">{day}T00:00:00Z</meta>\n</metadata>\n<manifest>\n'
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\n'
        '<item id="style" href="book.css" media-type="text/css"/>\n'
        f"{manifest}</manifest>\n<spine>\n{spine}</spine>\n</package>\n"
    )


def _manifest_line(name: str, item: Item) -> str:
    properties = f' properties="{" ".join(item.properties)}"' if item.properties else ""
    return f'<item id="{name}" href="{xml_text(item.href)}" media-type="{item.media_type}"{properties}/>\n'


def navigation(config: Config, pages: Sequence[BuiltPage], contents: str) -> str:
    """nav.xhtml: the pages, those of a group below the page that lists them."""
    groups = (tuple(group) for _, group in groupby(pages, key=lambda page: page.group))
    direction = pages[0].direction if pages else "ltr"
    return (
        f"{head_of(contents, config.language, direction, 'book.css')}<body>\n"
        f'<nav epub:type="toc" id="toc" role="doc-toc">\n<h1>{xml_text(contents)}</h1>\n<ol>\n'
        f"{''.join(map(_group, groups))}</ol>\n</nav>\n</body>\n</html>\n"
    )


def _group(pages: Sequence[BuiltPage]) -> str:
    first, *rest = (
        f'<a href="{quote(page.address)}index.xhtml">{xml_text(page.title)}</a>' for page in pages
    )
    below = "".join(f"<li>{link}</li>\n" for link in rest)
    return f"<li>{first}{f'<ol>{chr(10)}{below}</ol>' if below else ''}</li>\n"
