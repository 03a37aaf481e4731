"""The surface forms under which an entry may stand in a text; not how they are found there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from dossier.link.characters import key_of, lowered
from dossier.model import Entry

NAMED, EXPANDED, PLURAL = 0, 1, 2
"""Strengths: a name or alias before an expansion, either before a plural made from one."""

_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_LONGEST = 300
"""Characters. No name is longer; a definition pasted into the wrong key is."""
_SHORTEST_FOLDED_PLURAL = 3
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an entry, with apostrophes, dashes and spaces made equal."""

    text: str
    """In lower case if `is_folded`."""
    entry: str
    is_folded: bool
    strength: int


def forms_of(entry: Entry) -> tuple[Form, ...]:
    """Every form of an entry: name, aliases, an acronym's expansion, and the plurals of those."""
    named = dict.fromkeys((entry.name, *entry.aliases))
    forms = [
        form for text in named for form in _forms(entry, text, NAMED, is_folded=_folds(entry, text))
    ]
    if entry.expansion:
        # Written small in running text and large in a list of acronyms: "improvised explosive device".
        is_phrase = entry.case is not True and " " in entry.expansion
        forms += _forms(entry, entry.expansion, EXPANDED, is_folded=is_phrase)
    return tuple(dict.fromkeys(forms))


def forms_of_phrase(phrase: str) -> tuple[Form, ...]:
    """The forms of a phrase that a record names, in lower case folded. Their `entry` is the phrase itself."""
    key = phrase_key(phrase)
    if not key:
        return ()
    is_folded = key == key.lower()
    return tuple(
        Form(text, phrase, is_folded, NAMED) for text in (key, *_plurals(key, is_folded=is_folded))
    )


def phrase_key(phrase: str) -> str:
    """A phrase as forms are written: NFC, with apostrophes, dashes and spaces made equal."""
    return key_of(normalize("NFC", phrase))


def _forms(entry: Entry, text: str, strength: int, *, is_folded: bool) -> Iterator[Form]:
    key = phrase_key(text)
    if not any(sign.isalnum() for sign in key) or len(key) > _LONGEST:
        return
    for spelling in _spellings(key, is_folded=is_folded):
        yield Form(spelling, entry.id, is_folded, strength)
        if _takes_plural(entry):
            for plural in _plurals(spelling, is_folded=is_folded):
                yield Form(plural, entry.id, is_folded, strength + PLURAL)


def _spellings(key: str, *, is_folded: bool) -> Iterator[str]:
    spellings = [key]
    if _DOTTED.fullmatch(key):
        spellings.append(key[:-1])  # at the end of a sentence the last period may be missing
    if key.startswith("ال"):
        spellings.append("لل" + key[2:])  # for the …: the article loses its alif
    for spelling in spellings:
        yield lowered(spelling) if is_folded else spelling
    if is_folded and key.casefold() != lowered(key):
        yield key.casefold()  # STRASSE for Straße


def _folds(entry: Entry, text: str) -> bool:
    """Whether case does not count. Of terms it does not, unless they are capitals: IS is not "is"."""
    if entry.case is not None:
        return not entry.case
    return entry.kind == "term" and not text.isupper()


def _takes_plural(entry: Entry) -> bool:
    """Whether plurals count. Not of persons, unless they say so: Robert is not Roberts."""
    return entry.plural if entry.plural is not None else entry.kind != "person"


def _plurals(text: str, *, is_folded: bool) -> Iterator[str]:
    last = text[-1]
    if not last.isascii() or not last.isalnum():
        return
    if len(text) > 1 and not is_folded:
        yield text + "s"
    if is_folded and len(text) >= _SHORTEST_FOLDED_PLURAL:
        yield text + "s"
        if text.endswith(_SIBILANTS):
            yield text + "es"
        elif last == "y" and text[-2] not in _VOWELS:
            yield text[:-1] + "ies"
