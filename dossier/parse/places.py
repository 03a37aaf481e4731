"""Where the characters of a parsed inline text stand in the Markdown that it came from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from dossier.model import Places, translate

_CONTAINERS = re.compile(r"[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*")
_BEYOND = 1 << 62
"""More than any offset."""
_HASHES = re.compile(r"#{1,6}[ \t]+")


class Lines:
    """The lines of a Markdown text with their offsets."""

    def __init__(self, markdown: str) -> None:
        self.texts = markdown.split("\n")
        starts = [0]
        for text in self.texts:
            starts.append(starts[-1] + len(text) + 1)
        self.starts = starts


def of_paragraph(content: str, first: int, lines: Lines) -> Places | None:
    """Places of a paragraph's or setext heading's inline text that begins on line `first` (from 0)."""
    places: list[tuple[int, int]] = []
    offset = 0
    for number, text in enumerate(content.split("\n"), first):
        words = text.lstrip(" \t")
        at = lines.texts[number].rfind(words) if number < len(lines.texts) else -1
        if at < 0:
            return None
        indent = len(text) - len(words)
        places.append((offset + indent, lines.starts[number] + at))
        offset += len(text) + 1
    return tuple(places)


def of_heading(content: str, line: int, lines: Lines) -> Places | None:
    """Places of an ATX heading's inline text."""
    text = lines.texts[line]
    hashes = _HASHES.search(text)
    at = text.find(content, hashes.end()) if hashes else -1
    return ((0, lines.starts[line] + at),) if at >= 0 else None


def of_cells(contents: list[str], line: int, lines: Lines) -> list[Places | None]:
    r"""Places of the inline texts of a table row's cells, in which `\|` has become `|`."""
    text, start = lines.texts[line], lines.starts[line]
    containers = _CONTAINERS.match(text)
    at = containers.end() if containers else 0
    found: list[Places | None] = []
    for content in contents:
        while at < len(text) and text[at] in " \t|":
            at += 1
        places, stop = _of_cell(content, text, at)
        found.append(
            None if places is None else tuple((here, there + start) for here, there in places)
        )
        at = stop if places is not None else at
    return found


def _of_cell(content: str, text: str, at: int) -> tuple[Places | None, int]:
    places = [(0, at)]
    for offset, character in enumerate(content):
        if character == "|" and text[at : at + 2] == "\\|":
            at += 1
            places.append((offset, at))
        if at >= len(text) or text[at] != character:
            return None, at
        at += 1
    return tuple(places), at


def between(places: Places, start: int, stop: int) -> Places:
    """The places of a stretch of the inline text, counted from the stretch's own beginning."""
    first = bisect_right(places, (start, _BEYOND))
    last = bisect_left(places, (stop, -1), lo=first)
    inside = [(here - start, there) for here, there in places[first:last]]
    return ((0, translate(places, start)), *inside)
