"""Files of the site that are not pages: sitemap, feed, citations, the list for language models, the theme's own files."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from dossier.edtf import EdtfError, parse
from dossier.render.annotations import annotation_files
from dossier.render.changes import FEED, changes_feed
from dossier.render.cited import citation_files
from dossier.render.desk import page_of
from dossier.render.entries import FOLDERS
from dossier.render.search import search_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dossier.model import Document, Site
    from dossier.render.theme import Theme
    from dossier.render.views import Planned
    from dossier.render.words import Words

_FEED = "http://www.w3.org/2005/Atom"
_MAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_FEED_ENTRIES = 50
_NOTICES = frozenset({"moved", "withdrawn"})
"""Templates of pages that no search engine should list."""


def theme_files(theme: Theme) -> dict[str, bytes]:
    """The theme's styles, scripts and images, by path in the site."""
    return {f"assets/theme/{path}": data for path, data in theme.static.items()}


def output_files(site: Site, pages: Sequence[Planned], words: Words) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of every file that has no template and is made from the site."""
    yield ".nojekyll", b""
    yield "sitemap.xml", sitemap(site, pages).encode()
    yield "feed.xml", feed(site).encode()
    yield FEED, changes_feed(site, words).encode()
    yield "llms.txt", llms(site).encode()
    for path, text in (*citation_files(site), *annotation_files(site)):
        yield path, text.encode("utf-8", "replace")
    for path, text in search_files(site, words):
        yield path, text.encode()


def sitemap(site: Site, pages: Sequence[Planned]) -> str:
    """The sitemap (sitemaps.org 0.9). Without a base address its locations begin with `/`."""
    base = site.config.base_url or "/"
    locations = [
        f"  <url><loc>{escape(base + quote(page.path))}</loc></url>\n"
        for page in pages
        if not page.path.endswith(".html") and page.template not in _NOTICES
    ]
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_MAPS}">\n'
    return head + "".join(locations) + "</urlset>\n"


def feed(site: Site) -> str:
    """The readings as an Atom feed (RFC 4287), newest first; those with no date are not in it."""
    dated = [
        (moment, reading) for reading in site.readings if (moment := _moment(reading.record.date))
    ]
    newest = dated[::-1][:_FEED_ENTRIES]
    config = site.config
    base = config.base_url
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="{_FEED}" xml:lang="{escape(config.language)}">',
        f"  <title>{escape(config.title)}</title>",
        *([f"  <subtitle>{escape(config.subtitle)}</subtitle>"] if config.subtitle else []),
        f"  <id>{escape(base or _urn(config.title))}</id>",
        f'  <link rel="self" href="{escape(base)}feed.xml"/>',
        f'  <link rel="alternate" type="text/html" href="{escape(base or "./")}"/>',
        f"  <updated>{newest[0][0] if newest else '1970-01-01T00:00:00Z'}</updated>",
        f"  <author><name>{escape(config.author or config.title)}</name></author>",
    ]
    for moment, reading in newest:
        lines += _feed_entry(reading, moment, base)
    return "\n".join([*lines, "</feed>\n"])


def _feed_entry(reading: Document, moment: str, base: str) -> list[str]:
    address = base + quote(page_of(reading))
    names = "".join(
        f"<author><name>{escape(name.text)}</name></author>" for name in reading.record.authors
    )
    summary = reading.record.summary
    return [
        "  <entry>",
        f"    <title>{escape(reading.title)}</title>",
        f"    <id>{escape(address if base else _urn(reading.slug))}</id>",
        f'    <link rel="alternate" type="text/html" href="{escape(address)}"/>',
        f"    <updated>{moment}</updated>",
        *([f"    {names}"] if names else []),
        *([f"    <summary>{escape(summary)}</summary>"] if summary else []),
        "  </entry>",
    ]


def _urn(name: str) -> str:
    return f"urn:dossier:{quote(name, safe='')}"


def _moment(date: str) -> str:
    """The earliest instant of an EDTF date as RFC 3339 has it; empty where there is none."""
    try:
        earliest = parse(date).earliest if date else None
    except EdtfError:
        return ""
    if not isinstance(earliest, tuple) or not 0 < earliest[0] <= 9999:  # noqa: PLR2004  (RFC 3339's last year)
        return ""
    year, month, day = earliest
    return f"{year:04}-{max(month, 1):02}-{max(day, 1):02}T00:00:00Z"


def llms(site: Site) -> str:
    """`llms.txt` (llmstxt.org): what there is, each with its Markdown page."""
    config = site.config
    lines = [f"# {_plain(config.title)}", ""]
    if config.description or config.subtitle:
        lines += [f"> {_plain(config.description or config.subtitle)}", ""]
    lines += ["## Readings", ""]
    for reading in site.readings:
        note = f": {_plain(reading.record.summary)}" if reading.record.summary else ""
        lines.append(f"- [{_plain(reading.title)}]({quote(page_of(reading))}index.md){note}")
    for kind, folder in FOLDERS.items():
        entries = [entry for entry in site.entries if entry.kind == kind]
        lines += ["", f"## {folder.capitalize()}", ""] if entries else []
        for entry in entries:
            page = site.addresses[entry.id].page
            lines.append(f"- [{_plain(entry.name)}]({quote(page)}index.md)")
    if any(entry.kind not in FOLDERS for entry in site.entries):
        lines += ["", "## Glossary", "", "- [Glossary](glossary/index.md)"]
    return "\n".join([*lines, ""])


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("[", "(").replace("]", ")")
