"""Quotation marks in a text: which stretches they enclose; not whose words these are."""

from __future__ import annotations

import re
from typing import Final

LEAST: Final = 12
"""Characters from which on words between quotation marks are a quotation."""
_MOST: Final = 5000
_CLOSERS: Final = {
    "\u201c": "\u201d",  # English, and the closing one of German
    "\u201e": "\u201c\u201d\u201f",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
    "\u201d": "\u201d",  # Swedish, Finnish
    "\u2039": "\u203a",
    "\u203a": "\u2039",
    "\u2018": "\u2019",
    "\u201a": "\u2018\u2019",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
    '"': '"',
    "'": "'",
}
_SAME_KIND: Final = frozenset("\u201d\"'")
"""Marks that open and close with one character."""
_APOSTROPHES: Final = frozenset("'\u2019")
_OPENS_AFTER = re.compile(r"[\s(\[{\u2014\u2013\-/\u201c\u201e\u00ab\u2018'\"]")


def quoted_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of what stands between outermost quotation marks, the marks left out."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        end = _end(text, at) if text[at] in _CLOSERS and _opens(text, at) else -1
        if end < 0:
            at += 1
            continue
        found.append((at + 1, end))
        at = end + 1
    return tuple(found)


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after or (after.isspace() and text[at] not in "\u00ab\u201c\u201e"):
        return False
    if text[at] in _SAME_KIND or text[at] in "\u2018\u00bb\u203a":
        return not before or _OPENS_AFTER.match(before) is not None
    return True


def _end(text: str, start: int) -> int:
    """Where the mark that closes the one at `start` stands; -1 for nowhere.

    Where two open and one closes, that one; where none closes a paragraph's first, the paragraph's end.
    """
    opener, closers = text[start], _CLOSERS[text[start]]
    depth, within, last = 0, 0, -1
    for at in range(start + 1, min(len(text), start + _MOST)):
        character = text[at]
        if character == opener and opener not in closers and _opens(text, at):
            depth, within = depth + 1, within + 1
        elif character in closers and _closes(text, at):
            if not depth:
                return at
            depth, last = depth - 1, at
    if within == 1 and last >= 0:
        return last
    return len(text) if start == 0 and last < 0 and opener not in _SAME_KIND else -1


def _closes(text: str, at: int) -> bool:
    """Whether a mark may end a quotation: an apostrophe within a word does not, nor what opens the next."""
    after = text[at + 1 : at + 2]
    if text[at] in _APOSTROPHES:
        return not after.isalnum()
    if text[at] in _SAME_KIND:
        return not text[at - 1].isspace() or not after.isalnum()
    return True
