"""The whole dossier as one HTML page that needs no other file; not how its pages are read."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Final
from urllib.parse import quote
from xml.etree.ElementTree import Element

from dossier.export.anchors import Anchors
from dossier.export.elements import html_of
from dossier.export.inlined import data_uri, style_text
from dossier.export.pages import BuiltPage
from dossier.export.ways import way_to
from dossier.model import Config

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ON_A_NEW_SHEET: Final = frozenset({"", "readings"})
"""Groups of which every page begins a sheet of paper; of others, the first."""
_SPACE: Final = re.compile(r"\s+")
_ARRANGEMENT: Final = """
.export-page { padding-block: 2.5rem; }
.export-page + .export-page { border-block-start: 1px solid; }
.export-contents ul ul { padding-inline-start: 1.5rem; }
.export-contents summary { min-block-size: 0; }
@media print {
.export-page + .export-page { border: 0; padding-block: 4mm; }
.export-start, .export-contents { break-before: page; }
.export-start:first-child { break-before: auto; }
[dir="ltr"] :is(h1, h2, h3, h4) { white-space: break-spaces; }
.export-contents a::after { content: leader(".") target-counter(attr(href url), page); }
}
"""
"""Between the pages of the theme; what a browser does not know it passes over."""


def one_page(site: Path, pages: Sequence[BuiltPage], config: Config, contents: str) -> str:
    """One HTML page: the pages in their order, each a section, their ids kept; `contents` heads the list of them."""
    anchors = Anchors.of(pages)
    before = ("", *(page.group for page in pages))
    sections = [
        _section(page, anchors, site, config.base_url, is_first=page.group != group)
        for page, group in zip(pages, before, strict=False)
    ]
    sections.insert(1, _contents(pages, anchors, contents))
    styles = style_text(site, pages) + _ARRANGEMENT
    return "\n".join((_head(config, pages, styles), *sections, "</main>\n</body>\n</html>\n"))


def _head(config: Config, pages: Sequence[BuiltPage], styles: str) -> str:
    digest = b64encode(sha256(styles.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    about = {"description": config.description, "author": config.author}
    told = "".join(f'<meta name="{k}" content="{escape(v)}">\n' for k, v in about.items() if v)
    canonical = f'<link rel="canonical" href="{escape(config.base_url)}">\n'
    direction = pages[0].direction if pages else "ltr"
    return (
        f'<!doctype html>\n<html lang="{escape(config.language)}" dir="{direction}">\n<head>\n'
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(config.title)}</title>\n{told}{canonical if config.base_url else ''}"
        f'<style>{styles}</style>\n</head>\n<body>\n<main id="_main">'
    )


def _section(
    page: BuiltPage, anchors: Anchors, site: Path, base_url: str, *, is_first: bool
) -> str:
    element = page.main
    for each in element.iter():
        _settle_ids(each, page, anchors)
        if each.tag == "a" and "href" in each.attrib:
            _settle_link(each, page, anchors, base_url)
        elif each.tag == "img":
            _settle_image(each, page, site)
        elif each.tag in _HEADINGS:
            _join_lines(each)
    element.tag = "section"
    starts = is_first or page.group in _ON_A_NEW_SHEET
    look = f"export-page{' export-start' if starts else ''} {page.look}".strip()
    element.attrib = {
        "id": anchors.page(page.address),
        "class": look,
        "lang": page.language,
        "dir": page.direction,
        "aria-label": page.title,
    }
    return html_of(element)


def _join_lines(heading: Element) -> None:
    """Spaces that are kept in print, so that an outline made of it has them, must be single ones."""
    for each in heading.iter():
        each.text = _SPACE.sub(" ", each.text or "")
        if each is not heading:
            each.tail = _SPACE.sub(" ", each.tail or "")


def _settle_ids(element: Element, page: BuiltPage, anchors: Anchors) -> None:
    for name in ("id", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "for"):
        if name in element.attrib:
            names = element.attrib[name].split()
            element.set(name, " ".join(anchors.name(page.address, each) for each in names))


def _settle_link(link: Element, page: BuiltPage, anchors: Anchors, base_url: str) -> None:
    path, fragment = way_to(link.attrib["href"], page.address)
    if path == ":":
        return
    inside = anchors.href(path, fragment)
    if inside:
        link.set("href", inside)
    elif base_url:
        link.set("href", base_url + way_quoted(path, fragment))
    else:
        del link.attrib["href"]


def way_quoted(path: str, fragment: str) -> str:
    """A path of the site and a fragment as they stand in an address."""
    return quote(path) + (f"#{quote(fragment)}" if fragment else "")


def _settle_image(image: Element, page: BuiltPage, site: Path) -> None:
    path, _ = way_to(image.get("src", ""), page.address)
    found = data_uri(site, path)
    for name in ("srcset", "loading"):
        image.attrib.pop(name, None)
    if found:
        image.set("src", found)
    else:
        image.tag = "span"
        image.text = image.get("alt", "")
        image.attrib = {"class": "export-no-image"}


def _contents(pages: Iterable[BuiltPage], anchors: Anchors, heading: str) -> str:
    items = "".join(
        _group(tuple(group), anchors) for _, group in groupby(pages, key=lambda page: page.group)
    )
    title = escape(heading, quote=False)
    return (
        f'<nav id="_contents" class="export-contents" aria-labelledby="_contents-title">\n'
        f'<h1 id="_contents-title">{title}</h1>\n<ul>\n{items}</ul>\n</nav>'
    )


def _group(pages: Sequence[BuiltPage], anchors: Anchors) -> str:
    first, *rest = (
        f'<a href="{escape(anchors.href(page.address, ""))}">{escape(page.title)}</a>'
        for page in pages
    )
    below = "".join(f"<li>{link}</li>\n" for link in rest)
    return f"<li>{first}{f'<ul>{chr(10)}{below}</ul>' if below else ''}</li>\n"
