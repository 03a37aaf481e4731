"""Addresses inside the site: names made from words, and the way from one page to another."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

_APOSTROPHES = str.maketrans("", "", "'\u2018\u2019\u02bc\u02be\u02bf\u02b9\u0060\u00b4")
_BETWEEN = re.compile(r"-+")


def slugify(text: str) -> str:
    """Lower-case letters, marks and digits of any script, everything else a single hyphen; may be empty. NFC."""
    words = unicodedata.normalize("NFC", text).lower().translate(_APOSTROPHES)
    kept = "".join(
        character if unicodedata.category(character)[0] in "LMN" else "-" for character in words
    )
    return unicodedata.normalize("NFC", _BETWEEN.sub("-", kept).strip("-"))


def relative(origin: str, page: str, fragment: str = "", *, file: str = "index.html") -> str:
    """The way from the page `origin` to the page `page`, both like `readings/x/`, the home page empty.

    Names the file, so that it works from a folder on disk.
    """
    anchor = "#" + quote(fragment, safe="/?:@!$&'()*+,;=~-._") if fragment else ""
    if origin == page and anchor:
        return anchor
    here, there = origin.split("/")[:-1], page.split("/")[:-1]
    name = page.rpartition("/")[2] or file
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    steps = [".."] * (len(here) - shared) + [quote(step) for step in there[shared:]]
    return "/".join([*steps, quote(name)]) + anchor
