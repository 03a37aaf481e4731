"""The bytes of an answer: its type, the part of it that was asked for, the reload script; not how it is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from mimetypes import MimeTypes
from pathlib import PurePosixPath
from typing import Final

from dossier.serve.address import OWN

_TEXT: Final = "; charset=utf-8"
_TYPES: Final = {
    ".html": f"text/html{_TEXT}",
    ".md": f"text/markdown{_TEXT}",
    ".js": f"text/javascript{_TEXT}",
    ".css": f"text/css{_TEXT}",
    ".txt": f"text/plain{_TEXT}",
    ".csv": f"text/csv{_TEXT}",
    ".tsv": f"text/tab-separated-values{_TEXT}",
    ".vtt": f"text/vtt{_TEXT}",
    ".bib": f"application/x-bibtex{_TEXT}",
    ".ris": f"application/x-research-info-systems{_TEXT}",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
    ".opus": "audio/ogg",
    ".m4a": "audio/mp4",
}
_KNOWN: Final = MimeTypes(filenames=())
_RANGE: Final = re.compile(r"bytes=(?:(\d+)-(\d*)|-(\d+))", re.ASCII)
_HEAD_END: Final = b"</head>"


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, the headers that depend on what was asked, and a body."""

    status: int
    kind: str
    body: bytes
    extra: tuple[tuple[str, str], ...] = ()


def kind_of(path: str) -> str:
    """The media type of a file of the site."""
    extension = PurePosixPath(path).suffix.lower()
    return (
        _TYPES.get(extension) or _KNOWN.guess_type(f"x{extension}")[0] or "application/octet-stream"
    )


def with_reload(page: bytes, base: str, state: str) -> bytes:
    """The page with the reload script at the end of its head; `state` is what the script compares with."""
    tag = f'<script src="{escape(base)}{OWN}reload.js" data-state="{escape(state)}" data-base="{escape(base)}{OWN}" defer></script>\n'
    before, end, after = page.partition(_HEAD_END)
    return before + tag.encode() + end + after


def part(answer: Answer, asked: str | None) -> Answer:
    """The range of bytes that was asked for (RFC 9110, 14); all of it, if that is not one range."""
    match = _RANGE.fullmatch(asked.strip()) if asked and answer.status == 200 else None  # noqa: PLR2004 - a good answer
    whole = (*answer.extra, ("Accept-Ranges", "bytes"))
    if match is None or len(asked or "") > 64:  # noqa: PLR2004 - longer than two numbers
        return Answer(answer.status, answer.kind, answer.body, whole)
    size = len(answer.body)
    first, last, suffix = match.groups()
    start = int(first) if first else max(0, size - int(suffix))
    end = min(int(last) + 1, size) if first and last else size
    if first and last and int(last) < start:
        return Answer(answer.status, answer.kind, answer.body, whole)
    if start >= size or start >= end:
        return Answer(416, answer.kind, b"", (*whole, ("Content-Range", f"bytes */{size}")))
    place = ("Content-Range", f"bytes {start}-{end - 1}/{size}")
    return Answer(206, answer.kind, answer.body[start:end], (*whole, place))


def plain(status: int, text: str, *extra: tuple[str, str]) -> Answer:
    """A line of text."""
    return Answer(status, f"text/plain{_TEXT}", f"{text}\n".encode(), extra)


_UNBUILT: Final = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Preview</title>
</head>
<body><p>%s</p></body>
</html>
"""


def unbuilt(base: str, state: str, *, has_site: bool) -> Answer:
    """The page that stands where there is none: it reloads itself when there is."""
    words = "There is no page at this address." if has_site else "There is no page to show yet."
    body = with_reload((_UNBUILT % words).encode(), base, state)
    return Answer(404 if has_site else 503, _TYPES[".html"], body)
