"""Addresses inside the site: names made from words, and the way from one page to another."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from posixpath import commonprefix
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
    anchor = "#" + _quoted(fragment, "/?:@!$&'()*+,;=~-._") if fragment else ""
    if anchor and origin == page:
        return anchor
    return _way(origin[: origin.rfind("/") + 1], page, file) + anchor


@lru_cache(maxsize=1 << 14)
def _way(folder: str, page: str, file: str) -> str:
    shared = 0
    if folder[:1] == page[:1]:
        shared = commonprefix((folder, page)).rfind("/") + 1
    name = file if not page or page.endswith("/") else ""
    return "../" * folder.count("/", shared) + _quoted(page[shared:], "/") + name


@lru_cache(maxsize=1 << 16)
def _quoted(text: str, safe: str) -> str:
    return quote(text, safe=safe)
