"""Texts without the differences that typography makes; nothing of where they stand."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_MARKS = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u2035\u02bc\u0060\u00b4\u2039\u203a", "'")
    | dict.fromkeys(
        '\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb"\u300c\u300d\u300e\u300f', "'"
    )
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)
_DASHES = re.compile(r"\s*[\u2012-\u2015]\s*|\s*-{2,3}\s*|\s+[-\u2010\u2011\u2212]\s+")
_PAIRED = re.compile(r"''+")
_BEFORE_MARKS = re.compile(r"\s+(?=[;:!?.,%])")
_IN_QUOTES = re.compile(r"(?<=\W')\s+|(?<=^')\s+|\s+(?='(?:\W|$))")
_NUMBERS_OF_NOTES = re.compile(r"(?<=\S)\s*\[\s*\d{1,3}\s*\]")
_KEPT = 1 << 16
"""Texts whose forms are kept: every quotation is looked for in the same ones."""
OPTIONAL = "\u2027"
"""Stands in a text that was broken into lines where a hyphen may be the word's or the line's."""


@lru_cache(maxsize=_KEPT)
def spaced(text: str) -> str:
    """The text with every white space of a line's end or a tab a single space: what is the same to the letter."""
    return " ".join(re.split(r"[ \t\r\n\f\v]+", text)).strip(" ")


@lru_cache(maxsize=_KEPT)
def folded(text: str) -> str:
    """The text with one form of quotation mark, dash and space, composed, and without what is not seen."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text.replace("\u2026", "...")))
    plain = _NUMBERS_OF_NOTES.sub("", plain)
    plain = _DASHES.sub("-", plain).translate(_MARKS)
    plain = " ".join(_PAIRED.sub("'", plain).split())
    return _BEFORE_MARKS.sub("", _IN_QUOTES.sub("", plain))


def word_key(word: str) -> str:
    """What makes a word the same word in a comparison: its folded letters and digits, and nothing around them."""
    return folded(word).strip(".,;:!?'()[]-").casefold()
