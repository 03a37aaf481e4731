"""Kinds of HTML elements: those that stand in a line, hold nothing, or are not seen."""

from __future__ import annotations

from typing import Final

_IN_A_LINE = """
    a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong
    sub sup time tt u var
"""
_EMPTY = "area base br col embed hr img input link meta source wbr"

INLINE: Final = frozenset(_IN_A_LINE.split())
VOID: Final = frozenset(_EMPTY.split())
UNSEEN: Final = frozenset({"script", "style", "svg", "template", "textarea", "noscript"})
