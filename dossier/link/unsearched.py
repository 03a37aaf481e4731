"""Stretches of a text in which nothing is looked for: addresses, file names and raw HTML tags."""

from __future__ import annotations

import re

from dossier.link.linkable import BREAK

_TAG = re.compile(rf"<(?:[A-Za-z/?][^<>{BREAK}]*|![A-Za-z\[][^<>{BREAK}]*)>")
_COMMENT, _COMMENT_END = "<!--", "-->"
_LAST_LATIN = "\u2e7f"
"""Beyond it are scripts written without spaces: an address ends where they begin."""

_OPENING = "([{<\"'`*_“‘«"
_CLOSING = ".,;:!?…)]}>\"'`*_”’»"
_ADDRESS = re.compile(
    r"""
      .*://.*                                         # https://example.org/PMF
    | (?:www\.|mailto:|urn:|doi:).+
    | .*[\w.+-]@[\w-].*                               # press@PMF.example
    | .*\\.*                                          # C:\PMF\notes
    | (?:~|\.{1,2})?/[\w.~%-].*                       # /srv/PMF, ../PMF
    | (?:[^/]+/)+[^/]*\.[A-Za-z][A-Za-z0-9]{0,4}      # notes/PMF.md
    | (?:[\w-]+\.)+[a-z][a-z0-9]{1,23}(?:[:/?\#].*)?  # PMF.example/about, PMF.pdf
    """,
    re.VERBOSE | re.DOTALL,
)


class Unsearched:
    """The stretches of one text. They must be asked for in ascending order."""

    __slots__ = ("_is_address", "_stop", "_tags", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._tags = _tags_in(text) if "<" in text else []
        self._stop = 0
        self._is_address = False

    def end_of(self, start: int, stop: int) -> int:
        """Where the stretch ends that the match lies in, or 0 if it lies in none."""
        while self._tags and self._tags[-1][1] <= start:
            self._tags.pop()
        if self._tags and self._tags[-1][0] < stop:
            return self._tags[-1][1]
        return self._end_of_address(start, stop)

    def _end_of_address(self, start: int, stop: int) -> int:
        text = self._text
        before, after = text[start - 1 : start], text[stop : stop + 1]
        if (not before or before.isspace()) and (not after or after.isspace()):
            return 0
        if start >= self._stop:
            self._read_chunk(start)
        return self._stop if self._is_address else 0

    def _read_chunk(self, start: int) -> None:
        text, first, last = self._text, start, start
        while first > self._stop and not _is_gap(text[first - 1]):
            first -= 1
        while last < len(text) and not _is_gap(text[last]):
            last += 1
        self._stop = last
        self._is_address = is_address(text[first:last])


def is_address(chunk: str) -> bool:
    """Whether words without a space between look like a URL, an e-mail address, a domain, a path or a file name."""
    bare = chunk.lstrip(_OPENING).rstrip(_CLOSING)
    return _ADDRESS.fullmatch(bare) is not None


def _is_gap(sign: str) -> bool:
    return sign.isspace() or sign > _LAST_LATIN


def _tags_in(text: str) -> list[tuple[int, int]]:
    """Spans, the first one last."""
    spans = [match.span() for match in _TAG.finditer(text)]
    at = text.find(_COMMENT)
    while at >= 0:
        end = text.find(_COMMENT_END, at + len(_COMMENT))
        if end < 0:
            break
        passage_ends = text.find(BREAK, at, end)
        if passage_ends < 0:
            spans.append((at, end + len(_COMMENT_END)))
        at = text.find(_COMMENT, end if passage_ends < 0 else passage_ends)
    return sorted(spans, reverse=True)
