"""Characters that a reader cannot see: which they are, and what stands for those a page cannot hold."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_CONTROLS = "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f"
_CONTROL = re.compile(f"[{_CONTROLS}]")
_INVISIBLE = (
    "\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0"
    "\U000e0001\U000e0020-\U000e007f"
)
_SUSPECT = re.compile(f"[{_CONTROLS}{_INVISIBLE}\u200c\u200d]")
_JOINERS = "\u200c\u200d"
_TAGS = range(0xE0020, 0xE0080)
_BLACK_FLAG = "\U0001f3f4"
_CONTROL_NAMES = {"\x00": "NULL", "\x0b": "LINE TABULATION", "\x1b": "ESCAPE", "\x7f": "DELETE"}
_FIRST_JOINING = 0x0590
"""Below it lie the scripts whose letters stand alone: Latin, Greek, Cyrillic, Armenian."""
_PUNCTUATION = range(0x2000, 0x2070)


@dataclass(frozen=True, slots=True)
class Hidden:
    """The first hidden character of a text, and how many there are; `line` and `column` from 1."""

    name: str
    line: int
    column: int
    count: int


def without_controls(text: str) -> str:
    """The text with U+FFFD for each control character that HTML cannot hold (Unicode Cc but tab, LF, FF, CR)."""
    return _CONTROL.sub("\ufffd", text)


def find_hidden(text: str) -> Hidden | None:
    """Bidirectional overrides and isolates, zero-width spaces, controls, and joiners that join nothing.

    The soft hyphen, the directional marks U+200E and U+200F, and joiners beside a letter of a script that
    joins (or inside an emoji) are ordinary typography.
    """
    places = [found.start() for found in _SUSPECT.finditer(text) if _is_hidden(text, found.start())]
    if not places:
        return None
    first = places[0]
    line_start = text.rfind("\n", 0, first) + 1
    return Hidden(
        name=_name(text[first]),
        line=text.count("\n", 0, first) + 1,
        column=first - line_start + 1,
        count=len(places),
    )


def _is_hidden(text: str, at: int) -> bool:
    character = text[at]
    if character in _JOINERS:
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        return not (_may_join(before) or _may_join(after))
    if ord(character) in _TAGS:
        start = at
        while start and ord(text[start]) in _TAGS and at - start < len(_TAGS):
            start -= 1
        return text[start] != _BLACK_FLAG
    return True


def _may_join(character: str) -> bool:
    return (
        character != ""
        and ord(character) >= _FIRST_JOINING
        and ord(character) not in _PUNCTUATION
        and not character.isspace()
    )


def _name(character: str) -> str:
    known = _CONTROL_NAMES.get(character, "CONTROL CHARACTER")
    return f"U+{ord(character):04X} {unicodedata.name(character, known)}"
