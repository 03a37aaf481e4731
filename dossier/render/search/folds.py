"""Text as search sees it: letters folded, cut into terms; what is done with the terms is not known here."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dossier.render.search import folding
from dossier.render.search.numbers import ALPHABET, FINAL, decoded

if TYPE_CHECKING:
    from collections.abc import Sequence

UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
"""Letters of scripts without spaces between words, as a class of a regular expression."""

_PIECES = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")

_OFTEN = (
    ("\u2019", ""),
    ("\u2018", ""),
    *((sign, " ") for sign in "\u00a0\u2013\u2014\u201c\u201d\u2026"),
)
"""Signs that the table treats in the same way: without them most English is ASCII, which is folded much faster."""


@cache
def fold_table() -> dict[int, str]:
    """Code point to the letters that it counts as."""
    table: dict[int, str] = {}
    for text, sign in ((folding.BETWEEN, " "), (folding.SILENT, "")):
        numbers, at = decoded(text), 0
        for gap, length in zip(numbers[::2], numbers[1::2], strict=True):
            at += gap
            table.update(dict.fromkeys(range(at, at + length), sign))
            at += length
    code = -1
    for cell in folding.LETTERS.split(" "):
        width = next(at for at, sign in enumerate(cell) if ALPHABET.index(sign) < FINAL) + 1
        code += decoded(cell[:width])[0] + 1
        table[code] = cell[width:]
    return table


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    if not text.isascii():
        for sign, plain in _OFTEN:
            text = text.replace(sign, plain)
    return text.translate(fold_table()).split()


def terms(found: Sequence[str]) -> Sequence[str]:
    """What folded words are found by: themselves; of scripts without spaces, pairs of letters and the last letter."""
    if not _UNSPACED.search(" ".join(found)):
        return found
    return [term for word in found for term in _terms_of(word)]


def _terms_of(word: str) -> list[str]:
    if not _UNSPACED.search(word):
        return [word]
    found: list[str] = []
    for piece in _PIECES.findall(word):
        if _UNSPACED.match(piece):
            found += [piece[at : at + 2] for at in range(len(piece))]
        else:
            found.append(piece)
    return found
