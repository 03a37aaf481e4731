"""A regular expression in the shape of a trie, from forms; not what the forms stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from dossier.link.characters import APOSTROPHES, DASHES, LETTER_AFTER, LETTER_BEFORE

_SPACE = r"(?:[^\S\n]++(?:\n[^\S\n]*+)?+|\n[^\S\n]*+)"
"""White space with at most one line end."""
_DEEPEST = 60
"""Branches inside branches. The standard library's parser is recursive; below this a plain list does."""


def pattern_of(forms: Iterable[str], *, is_sparse: bool) -> re.Pattern[str]:
    """Match the longest of the forms wherever it may stand as words; `is_whole` has the last say.

    `is_sparse` says that the forms begin with characters that are rare in the text, such as capitals: then the
    engine can skip to them, and looks back only from there. It is the faster way by three, or the slower by two.
    """
    whole = sorted(set(forms))
    if not whole:
        return re.compile(r"(?!)")
    if not is_sparse:
        return re.compile(f"(?<!{LETTER_BEFORE}){_branches(whole, 0, 0)}(?!{LETTER_AFTER})")
    first = (_firsts(sign, list(group)) for sign, group in groupby(whole, key=_first))
    return re.compile(f"(?:{'|'.join(first)})(?!{LETTER_AFTER})")


def _first(form: str) -> str:
    return form[0]


def _firsts(sign: str, forms: list[str]) -> str:
    rest = _branches(forms, 1, 1)
    return "|".join(
        f"{re.escape(equal)}(?<!{LETTER_BEFORE}{re.escape(equal)}){rest}" for equal in _equals(sign)
    )


def _equals(sign: str) -> str:
    return next((signs for signs in (APOSTROPHES, DASHES) if sign in signs), sign)


def _branches(forms: list[str], at: int, depth: int) -> str:
    """Match any of the sorted forms, which are alike up to `at`, longest first, from there on."""
    shared = _shared(forms, at)
    prefix = "".join(_symbols(forms[0][at:shared]))
    ends = len(forms[0]) == shared
    longer = forms[1:] if ends else forms
    if not longer:
        return prefix
    if depth >= _DEEPEST:
        longest_first = sorted((form[shared:] for form in longer), key=len, reverse=True)
        alternatives = ["".join(_symbols(form)) for form in longest_first]
    else:
        groups = groupby(longer, key=lambda form: form[shared])
        alternatives = [_branches(list(group), shared, depth + 1) for _, group in groups]
    return f"{prefix}(?:{'|'.join(alternatives)}){'?' if ends else ''}"


def _shared(forms: list[str], at: int) -> int:
    """Offset up to which all are alike: as they are sorted, the first and the last tell."""
    first, last = forms[0], forms[-1]
    most = min(len(first), len(last))
    while at < most and first[at] == last[at]:
        at += 1
    return at


def _symbols(text: str) -> Iterator[str]:
    for sign in text:
        equal = _equals(sign)
        if sign == " ":
            yield _SPACE
        elif len(equal) > 1:
            yield f"[{re.escape(equal)}]"
        else:
            yield re.escape(sign)
