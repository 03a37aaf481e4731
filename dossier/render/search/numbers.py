"""Whole numbers as short printable text that a plain script can read back; not what the numbers mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ALPHABET = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
"""The printable signs of ASCII that stand for themselves in a JSON text."""

FINAL = 64
"""The first so many signs end a number; the others say that it goes on."""

_GOES_ON = len(ALPHABET) - FINAL


def encoded(number: int) -> str:
    """One number from 0: one sign below 64, two below 1,856, three below 52,032."""
    return _SMALL[number] if number < len(_SMALL) else _encoded(number)


def _encoded(number: int) -> str:
    more, last = divmod(number, FINAL)
    text = ALPHABET[last]
    while more:
        more, digit = divmod(more - 1, _GOES_ON)
        text = ALPHABET[FINAL + digit] + text
    return text


_SMALL = tuple(map(_encoded, range(4096)))


def row(numbers: Iterable[int]) -> str:
    """Numbers one after the other, with nothing between."""
    return "".join([_SMALL[n] if n < len(_SMALL) else _encoded(n) for n in numbers])


def decoded(text: str) -> list[int]:
    """The numbers of a row."""
    numbers: list[int] = []
    more = 0
    for sign in text:
        digit = ALPHABET.index(sign)
        if digit < FINAL:
            numbers.append(more * FINAL + digit)
            more = 0
        else:
            more = more * _GOES_ON + digit - FINAL + 1
    return numbers
