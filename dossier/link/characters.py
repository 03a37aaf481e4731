"""Which characters are equal in matching, and where a word begins and ends; not what the words are."""

from __future__ import annotations

import re
from typing import Literal
from unicodedata import category

APOSTROPHES = "'\u2019\u2018\u02bc\u02be\u02bf\u02bb\u02b9\u201b\u2032\uff07`\u00b4"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_APOSTROPHE_LETTERS = "\u02bc\u02be\u02bf\u02bb\u02b9"
_JOINERS = "\u200c\u200d\u00ad\u2060"
"""Invisible inside words: Persian and Indic joiners, soft hyphen, word joiner."""

_EQUAL = {ord(sign): "'" for sign in APOSTROPHES} | {ord(sign): "-" for sign in DASHES}

# Scripts written without spaces, where any place in the line may begin a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u309f\u3100-\u312f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff"
_SCRIPT = re.compile(f"(?P<unspaced>[{_UNSPACED}])|(?P<kana>[{_KANA}])|(?P<hangul>[{_HANGUL}])")
_ARABIC_LETTERS = "\u0620-\u064a\u066e-\u06d3"
_ARABIC = re.compile(f"[{_ARABIC_LETTERS}]")
_PROCLITIC = re.compile("[وف]?[بكل]?|[وف]")
"""And, so; with, like, for: Arabic writes them onto the next word."""
_LONGEST_PROCLITIC = 2

_INSIDE = f"\\W{_APOSTROPHE_LETTERS}{_UNSPACED}{_KANA}{_HANGUL}"
LETTER_AFTER = f"[^{_INSIDE}]"
"""For a regular expression: before it no word ends. `is_whole` is exact, this and the next are not."""
LETTER_BEFORE = f"[^{_INSIDE}{_ARABIC_LETTERS}]"
"""For a regular expression: after it no word begins. After an Arabic letter one may."""

_TAIL = re.compile(r"[^\W\d_]*")
_ENDINGS = frozenset({"s", "d", "ll", "re", "ve"})
_SUFFIXING = frozenset({"tr", "az", "uz", "tk", "crh", "kk", "tt"})
"""Languages that set their case endings off from names with an apostrophe: `Irak'ın`."""

Script = Literal["spaced", "unspaced", "kana", "hangul"]


def key_of(text: str) -> str:
    """The text with one kind of apostrophe and dash, and single spaces."""
    return " ".join(text.translate(_EQUAL).split())


def lowered(text: str) -> str:
    """Lower case, character for character: offsets in it are offsets in the text."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(sign.lower()[0] for sign in text)


def is_word_character(sign: str) -> bool:
    """Whether it is a letter, digit or mark, or joins them. Letters that serve as apostrophes are not."""
    if sign.isalnum() or sign == "_":
        return sign not in _APOSTROPHE_LETTERS
    return sign in _JOINERS or (sign >= "\u0300" and category(sign)[0] == "M")


def is_whole(text: str, start: int, stop: int, language: str = "") -> bool:
    """Whether whole words stand between the offsets, as Unicode has words."""
    return begins_word(text, start) and ends_word(text, stop, language)


def begins_word(text: str, start: int) -> bool:
    """Whether a word may begin at the offset."""
    if start == 0 or not is_word_character(text[start - 1]):
        return True
    here = text[start]
    if not is_word_character(here):
        return False
    before, after = _script(text[start - 1]), _script(here)
    if before == "spaced" == after:
        return bool(_ARABIC.match(here)) and _is_after_proclitic(text, start)
    return before != after or before == "unspaced"


def ends_word(text: str, stop: int, language: str = "") -> bool:
    """Whether a word may end at the offset: before a possessive ending it may, inside `Don't` it may not."""
    if stop == len(text):
        return True
    after = text[stop]
    if after in APOSTROPHES:
        return _is_ending(text, stop + 1, language)
    if not is_word_character(after):
        return not (after == "." and _is_inside_initials(text, stop))
    if after in _JOINERS or category(after)[0] == "M":
        return False
    here, there = _script(text[stop - 1]), _script(after)
    return here != there or here in {"unspaced", "hangul"}


def _is_inside_initials(text: str, stop: int) -> bool:
    """Whether `U.S` ends before the period of `U.S.A`."""
    following = text[stop + 1 : stop + 2]
    return stop > 1 and text[stop - 2] == "." and bool(following) and is_word_character(following)


def _is_ending(text: str, start: int, language: str) -> bool:
    tail = _TAIL.match(text, start)
    letters = tail[0] if tail else ""
    if not letters:
        return start >= len(text) or not is_word_character(text[start])
    if letters.lower() in _ENDINGS or language.partition("-")[0].lower() in _SUFFIXING:
        return True
    return _script(letters[0]) != "spaced"


def _is_after_proclitic(text: str, start: int) -> bool:
    for length in range(1, _LONGEST_PROCLITIC + 1):
        first = start - length
        if first < 0:
            return False
        if first == 0 or not is_word_character(text[first - 1]):
            return bool(_PROCLITIC.fullmatch(text, first, start))
    return False


def _script(sign: str) -> Script:
    if sign < "\u0e00":
        return "spaced"
    match _SCRIPT.match(sign):
        case None:
            return "spaced"
        case found if found.lastgroup == "unspaced":
            return "unspaced"
        case found if found.lastgroup == "kana":
            return "kana"
        case _:
            return "hangul"
