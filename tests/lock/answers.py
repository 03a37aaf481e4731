"""What the written site answers at an address, as a browser would find it; the lock is not looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

_IDS = re.compile(r'\bid="([^"_][^"]*)"')
_TO = re.compile(r'<script [^>]*data-to="([^"]*)"')
_TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is there in the end."""

    page: str
    hops: int
    is_there: bool
    """Whether the page has the place; a notice answers for all of its places."""
    is_notice: bool
    text: str
    """Of a passage; empty for anything else."""


def addresses_of(site: Path) -> set[tuple[str, str]]:
    """Every page with every place on it that a link could have been made to."""
    found: set[tuple[str, str]] = set()
    for file in site.rglob("index.html"):
        page = file.relative_to(site).as_posix().removesuffix("index.html")
        found.add((page, ""))
        html = main_of(file)
        found |= {(page, unescape(name)) for name in _IDS.findall(html)}
    return found


def main_of(file: Path) -> str:
    html = file.read_text(encoding="utf-8")
    return html.partition("<main")[2].partition("</main>")[0].partition('<div class="apparatus"')[0]


def answer(site: Path, page: str, name: str) -> Answer:
    """Go to an address, follow what sends the reader on, and look."""
    hops = 0
    file = site / page / "index.html"
    while file.is_file() and (moved := _TO.search(file.read_text(encoding="utf-8"))):
        to, _, fragment = unescape(moved[1]).partition("#")
        page = normpath(f"/{page}/{unquote(to)}").strip("/").removesuffix("index.html")
        name = name or unquote(fragment)
        file = site / page / "index.html"
        hops += 1
    if not file.is_file():
        return Answer(page, hops, is_there=False, is_notice=False, text="")
    html = main_of(file)
    is_notice = '<body class="withdrawn-page">' in file.read_text(encoding="utf-8")
    is_there = not name or is_notice or name in map(unescape, _IDS.findall(html))
    return Answer(page, hops, is_there, is_notice, _text(html, name))


def _text(html: str, name: str) -> str:
    """The words of the passage that has the id, or holds a mark that has it."""
    if not name:
        return ""
    for tag, attributes, inner in re.findall(
        r'<(p|li|h[2-6])( id="[^>]*)>(.*?)<a class="passage-link"', html, re.DOTALL
    ):
        del tag
        if f'id="{name}"' in attributes or f'<span id="{name}">' in inner:
            return " ".join(unescape(_TAGS.sub("", inner)).split())
    return ""
