"""Ids of passages, made from their own words alone; nothing of the dossier's lock."""

from __future__ import annotations

import hashlib
import unicodedata

from dossier.urls import slugify

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32, lower case: no letter that is taken for a digit."""
_SHORT = 6
_LONG = 12
_HEADING_BYTES = 24
"""Of a heading's id: with it a line of the lock stays short."""


def passage_ids(passages: tuple[tuple[str, bool], ...]) -> tuple[str, ...]:
    """Ids for (text, is heading) of the passages of one document, in order.

    A heading has its first words (`the-legal-basis`), all else `p` and 30 bits of the SHA-256 of its words with white
    space folded. Where two different texts share those bits, both take 60. A text that stands twice has `-2`, `-3`
    from its second place on.
    """
    digests = [None if heading else _digest(text) for text, heading in passages]
    shorts: dict[str, set[str]] = {}
    for digest in digests:
        if digest:
            shorts.setdefault(digest[:_SHORT], set()).add(digest)
    stems = [
        _heading_id(text)
        if digest is None
        else _passage_id(digest, is_shared=len(shorts[digest[:_SHORT]]) > 1)
        for (text, _), digest in zip(passages, digests, strict=True)
    ]
    return _distinct(stems)


def _heading_id(text: str) -> str:
    return _cut(slugify(text)) or _passage_id(_digest(text), is_shared=False)


def _cut(name: str) -> str:
    """The first whole words of a name that is too long; letters of a first word that is too long itself."""
    if len(name.encode()) <= _HEADING_BYTES:
        return name
    cut = f"{name}-".encode()[: _HEADING_BYTES + 1].decode(errors="ignore")
    return cut.rpartition("-")[0] or _letters(name)


def _letters(name: str) -> str:
    letters = name.encode()[:_HEADING_BYTES].decode(errors="ignore")
    return unicodedata.normalize("NFC", letters).rstrip("-")


def _passage_id(digest: str, *, is_shared: bool) -> str:
    return "p" + digest[: _LONG if is_shared else _SHORT]


def _digest(text: str) -> str:
    number = int.from_bytes(hashlib.sha256(" ".join(text.split()).encode()).digest()[:8], "big")
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(59, 59 - 5 * _LONG, -5))


def _distinct(stems: list[str]) -> tuple[str, ...]:
    taken = set(stems)
    seen: dict[str, int] = {}
    ids: list[str] = []
    for stem in stems:
        count = seen.get(stem, 0) + 1
        name = stem if count == 1 else f"{stem}-{count}"
        while count > 1 and name in taken:
            count += 1
            name = f"{stem}-{count}"
        seen[stem] = count
        taken.add(name)
        ids.append(name)
    return tuple(ids)
