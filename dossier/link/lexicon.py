"""All forms of all entries, ready to be found, and which entry a form means in a document; not the finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from dossier.link.characters import key_of, lowered
from dossier.link.forms import Form, forms_of, phrase_key
from dossier.link.trie import pattern_of
from dossier.model import Entry, Mark


@dataclass(frozen=True, slots=True)
class Usage:
    """Where an entry counts and how often it is marked."""

    name: str
    stands_for: str
    only_in: tuple[str, ...]
    not_in: tuple[str, ...]
    mark: Mark

    def counts_in(self, scopes: frozenset[str]) -> bool:
        """Whether it counts in a document of these scopes: its slug, and `tag:NAME` for each tag."""
        if self.only_in and scopes.isdisjoint(self.only_in):
            return False
        return scopes.isdisjoint(self.not_in)


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Forms that are looked for in one way: as they are, or in lower case."""

    pattern: re.Pattern[str]
    claims: Mapping[str, tuple[Form, ...]]
    """Form to those who claim it, the strongest first."""
    is_folded: bool

    def key(self, matched: str) -> str:
        """The form that was matched."""
        key = key_of(matched)
        return lowered(key) if self.is_folded else key


@dataclass(frozen=True)
class Lexicon:
    """What `find_mentions` needs to know of the entries. Equal digests find equal mentions."""

    forms: tuple[Form, ...]
    usages: Mapping[str, Usage]
    digest: str

    @cached_property
    def vocabularies(self) -> tuple[Vocabulary, ...]:
        """The ways in which all forms are looked for."""
        return vocabularies_of(self.forms)

    @cached_property
    def by_name(self) -> Mapping[str, tuple[str, ...]]:
        """Entries by name or alias as written, apostrophes, dashes and spaces made equal; then by the same, folded."""
        return _by_name(self.forms)

    def named(self, words: str) -> tuple[str, ...]:
        """The entries that `[[words]]` may mean: one id, or several where an alias is claimed twice."""
        if words in self.usages:
            return (words,)
        key = phrase_key(words)
        entries = self.by_name.get(key) or self.by_name.get(key.casefold(), ())
        return self.settled(entries)

    def settled(self, entries: Iterable[str]) -> tuple[str, ...]:
        """The entries without those for which another of them, an acronym, stands."""
        distinct = tuple(dict.fromkeys(entries))
        if len(distinct) < 2:  # noqa: PLR2004  (nothing to settle)
            return distinct
        led_to = {self.usages[entry].stands_for for entry in distinct}
        return tuple(entry for entry in distinct if entry not in led_to) or distinct[:1]


def build_lexicon(entries: Iterable[Entry]) -> Lexicon:
    """Build the lexicon of the entries, whose ids are distinct. The patterns are made when first used."""
    known = tuple(entries)
    forms = tuple(form for entry in known for form in forms_of(entry))
    usages = {entry.id: _usage(entry) for entry in known}
    return Lexicon(forms, usages, sha256(repr((forms, usages)).encode()).hexdigest())


def vocabularies_of(forms: Iterable[Form]) -> tuple[Vocabulary, ...]:
    """First the one whose case matters: it wins where both match the same words."""
    known = tuple(forms)
    cased = [form for form in known if not form.is_folded]
    folded = [form for form in known if form.is_folded]
    return tuple(_vocabulary(held, is_folded=held is folded) for held in (cased, folded) if held)


def _usage(entry: Entry) -> Usage:
    return Usage(entry.name, entry.stands_for, entry.only_in, entry.not_in, entry.mark)


def _vocabulary(forms: list[Form], *, is_folded: bool) -> Vocabulary:
    claims: dict[str, list[Form]] = {}
    for form in forms:
        claims.setdefault(form.text, []).append(form)
    ranked = {
        text: tuple(sorted(held, key=lambda form: form.strength)) for text, held in claims.items()
    }
    return Vocabulary(pattern_of(ranked, is_sparse=not is_folded), ranked, is_folded)


def _by_name(forms: Iterable[Form]) -> dict[str, tuple[str, ...]]:
    names: dict[str, dict[str, None]] = {}
    folded: dict[str, dict[str, None]] = {}
    for form in sorted(forms, key=lambda form: form.strength):
        names.setdefault(form.text, {})[form.entry] = None
        folded.setdefault(form.text.casefold(), {})[form.entry] = None
    merged = {key: tuple(entries) for key, entries in folded.items()}
    return merged | {key: tuple(entries) for key, entries in names.items()}
