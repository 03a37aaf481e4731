"""Files of a site taken into the page that shows them: style sheets as text, images as addresses of type data."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from dossier.export.pages import BuiltPage
from dossier.export.ways import way_to

LARGEST: Final = 4_000_000
"""Bytes of a file that is taken in; a larger one is left out."""
MEDIA_TYPES: Final = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
}
_URL: Final = re.compile(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""")


def file_of(site: Path, path: str) -> Path | None:
    """The file at a path of the site, if it is one of a known medium, lies inside and is not too large."""
    file = site / path
    if path == ":" or file.suffix.lower() not in MEDIA_TYPES or not file.is_file():
        return None
    is_inside = file.resolve().is_relative_to(site.resolve())
    return file if is_inside and file.stat().st_size <= LARGEST else None


def data_uri(site: Path, path: str) -> str:
    """An image or a font as an address; empty if it cannot be taken in."""
    file = file_of(site, path)
    if file is None:
        return ""
    media_type = MEDIA_TYPES[file.suffix.lower()]
    return f"data:{media_type};base64,{b64encode(file.read_bytes()).decode()}"


def style_text(site: Path, pages: Iterable[BuiltPage]) -> str:
    """The style sheets of all pages, each once, in the order in which pages name them."""
    sheets = dict.fromkeys(sheet for page in pages for sheet in page.styles)
    return "".join(
        f"@media {medium} {{\n{text}\n}}\n" if medium else f"{text}\n"
        for path, medium in sorted(sheets, key=lambda sheet: bool(sheet[1]))
        for text in [_sheet(site, path)]
    )


def _sheet(site: Path, path: str) -> str:
    text = (site / path).read_text(encoding="utf-8").replace("</", "<\\/")

    def taken_in(found: re.Match[str]) -> str:
        if found[2].startswith(("data:", "#")):
            return found[0]
        inside, _ = way_to(found[2], f"{path.rpartition('/')[0]}/")
        return f'url("{data_uri(site, inside)}")'

    return _URL.sub(taken_in, text)
