"""How the parts of a citation become sentences: full stops, commas, and quotation marks within others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dossier.render.citations.reference import Runs, merged, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUOTES = "”’\"'"
_ENDED = re.compile(rf"[.?!][{_QUOTES}]*$")
_CLOSING = re.compile(rf"(?<=\S)[{_QUOTES}]+$")
_PAIRS = (
    re.compile(r"“(?P<text>[^“”]*)”"),
    re.compile(r"(?<!\w)\"(?P<text>[^\"]*)\"(?!\w)"),
    re.compile(r"(?<!\w)‘(?P<single>(?:[^‘’]|’(?=\w))*)’(?!\w)"),
    re.compile(r"(?<!\w)'(?P<single>(?:[^']|'(?=\w))*)'(?!\w)"),
)


def roman(text: str) -> Runs:
    """Give text without emphasis."""
    return merged([(text, False)])


def italic(text: str) -> Runs:
    """Give text in italics."""
    return merged([(text, True)])


def quoted(text: str) -> Runs:
    """Put a title into quotation marks; marks within it change from double to single and back."""
    return roman(f"“{_turned(text, inside=True)}”")


def _turned(text: str, *, inside: bool) -> str:
    """Give every quotation in `text` the marks of its depth; the words stay."""
    found = [match for pair in _PAIRS if (match := pair.search(text)) is not None]
    if not found:
        return text
    first = min(found, key=lambda match: (match.start(), -match.end()))
    within = _turned(first[first.lastgroup or 0], inside=not inside)
    marks = "‘’" if inside else "“”"
    rest = _turned(text[first.end() :], inside=inside)
    return f"{text[: first.start()]}{marks[0]}{within}{marks[1]}{rest}"


def sentence(*parts: Runs) -> Runs:
    """Join parts and end them with a full stop, which goes inside closing quotation marks and is never doubled."""
    runs = merged(run for part in parts for run in part)
    if not runs or _ENDED.search(plain(runs)):
        return runs
    text, slanted = runs[-1]
    closing = _CLOSING.search(text)
    if closing is None:
        return merged((*runs, (".", False)))
    return merged((*runs[:-1], (f"{text[: closing.start()]}.{closing[0]}", slanted)))


def listed(parts: Iterable[Runs], separator: str = " ") -> Runs:
    """Join the parts that are not empty."""
    result: list[tuple[str, bool]] = []
    for part in parts:
        if part:
            result += [*([(separator, False)] if result else []), *part]
    return merged(result)
