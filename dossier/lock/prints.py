"""What is kept of a text so that it is recognised again: digests and a sketch, and how alike two texts are by them."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING
from zlib import crc32

from dossier.lock.values import Print

if TYPE_CHECKING:
    from collections.abc import Sequence

DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
"""Six bits a character, in the order of their code points."""
MOST = 14
"""Pairs of words in a sketch."""
_PAIR_BITS = 12
_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""Scripts that are written without spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese; and Korean."""
_TOKEN = re.compile(f"[{_NO_SPACES}]|[^\\W_{_NO_SPACES}]+")
_LETTERS = re.compile(
    r"[^\W_]+"  # words
    r"|(?<=\d)[.,:/-](?=\d)|-(?=\d)"  # what makes a number another number
    r"|[%‰$€£¥§+=<>?!#@&]"  # signs that are read as words
)
_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212", "------")


def print_of(text: str, *, is_heading: bool = False, most: int = MOST) -> Print:
    """The print of a passage's text."""
    folded = fold(text)
    tokens = _TOKEN.findall(folded)
    exact = _digest(("h" if is_heading else "p") + " ".join(text.split()), 6)
    letters = _digest("".join(_LETTERS.findall(folded)), 4)
    return Print(exact, letters, len(tokens), _sketch(tokens, most), is_heading)


def exact_of(text: str, *, is_heading: bool) -> str:
    """`Print.exact` alone."""
    return _digest(("h" if is_heading else "p") + " ".join(text.split()), 6)


def fold(text: str) -> str:
    """The text without the differences that no reader hears."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).casefold().translate(_DASHES)


def tokens_of(text: str) -> list[str]:
    """Words of any script; where a script has no spaces, its characters."""
    return _TOKEN.findall(fold(text))


def features_of(text: str) -> frozenset[int]:
    """Each pair of neighbouring words as twelve bits, the edges of the text counted as words."""
    return frozenset(_hash(pair) for pair in _pairs(tokens_of(text)))


def features_in(sketch: str) -> tuple[int, ...]:
    """The pairs that a sketch holds."""
    values = [_VALUE[character] for character in sketch]
    return tuple(high << 6 | low for high, low in zip(values[::2], values[1::2], strict=True))


def _pairs(tokens: Sequence[str]) -> list[str]:
    if not tokens:
        return []
    return [f"{one} {two}" for one, two in zip(["", *tokens], [*tokens, ""], strict=True)]


def _sketch(tokens: Sequence[str], most: int) -> str:
    """From each of `most` equal stretches of the text its longest pair: the rarest, as a rule."""
    pairs = _pairs(tokens)
    if not most:
        return ""
    if len(pairs) > most:
        size = len(pairs)
        cuts = [size * number // most for number in range(most + 1)]
        pairs = [max(pairs[start:stop], key=len) for start, stop in pairwise(cuts)]
    return "".join(DIGITS[value >> 6] + DIGITS[value & 63] for value in map(_hash, pairs))


def _hash(pair: str) -> int:
    value = crc32(pair.encode())
    return (value ^ value >> _PAIR_BITS ^ value >> 2 * _PAIR_BITS) & 0xFFF


def _digest(text: str, length: int) -> str:
    number = int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")
    return "".join(DIGITS[number >> shift & 63] for shift in range(0, 6 * length, 6))


digest = _digest
_VALUE = {character: value for value, character in enumerate(DIGITS)}
