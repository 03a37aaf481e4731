"""Addresses that stand in a text as they are, without being links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = re.compile(
    r"https?://[^\s<>\"\u201c\u201d\u201e\u00ab\u00bb\u2018\u201a|\\^`{}]+", re.IGNORECASE
)
_TRAILING = ".,;:!?'\u2019*_~\u2026"
_CONTINUED = re.compile(r"\n([^\s<>\"()\[\]\u201c\u201d\u201e\u00ab\u00bb]+)")


def bare_addresses(text: str) -> Iterator[tuple[str, int, str]]:
    """Each address, where it stands, and the address with the next line's first word, if its line ends with it."""
    for found in _ADDRESS.finditer(text):
        address = trimmed(found[0])
        longer = ""
        if len(address) == len(found[0]) or found[0][len(address) :] in {".", ":"}:
            more = _CONTINUED.match(text, found.end())
            longer = trimmed(found[0] + more[1]) if more else ""
        yield address, found.start(), longer


def trimmed(address: str) -> str:
    """The address without the marks of the sentence around it."""
    while address:
        last = address[-1]
        opener = {")": "(", "]": "["}.get(last)
        is_unopened = opener is not None and address.count(last) > address.count(opener)
        if last not in _TRAILING and not is_unopened:
            break
        address = address[:-1]
    return address
