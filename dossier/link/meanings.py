"""Which entry a form means in one document, with what the document's record says; not where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dossier.link.forms import Form, forms_of_phrase
from dossier.link.lexicon import Lexicon, Vocabulary, vocabularies_of
from dossier.model import Document

NOTHING: Final = ("",)
"""Words that are passed over as a whole: unlinked, or the entry's own name on its own page."""

Meaning = tuple[str, ...]
"""One entry's id, `NOTHING`, or several ids: then the form is ambiguous. Empty: not a form here."""


@dataclass(frozen=True, slots=True)
class Context:
    """What decides the meaning of forms in one text."""

    path: str
    language: str = ""
    scopes: frozenset[str] = frozenset()
    """The document's slug, and `tag:NAME` for each of its tags."""
    link: Mapping[str, str] = field(default_factory=dict)
    unlink: tuple[str, ...] = ()
    own: str = ""
    """The entry whose own page this is."""


def context_of(document: Document) -> Context:
    """The context of a reading or a page."""
    record = document.record
    tags = {f"tag:{tag}" for tag in record.tags}
    return Context(
        document.path,
        document.language,
        frozenset({document.slug, *tags}),
        record.link,
        record.unlink,
    )


class Meanings:
    """The meanings of forms in one text, each worked out once."""

    __slots__ = ("_context", "_known", "_lexicon", "_own", "_phrases", "vocabularies")

    def __init__(self, lexicon: Lexicon, context: Context) -> None:
        self._lexicon = lexicon
        self._context = context
        self._known: dict[tuple[str, bool, bool], Meaning] = {}
        self._phrases = _phrases(context)
        forms = [form for phrase in self._phrases for form in forms_of_phrase(phrase)]
        self._own = vocabularies_of(forms)
        self.vocabularies = (*self._own, *lexicon.vocabularies)
        """In the order in which they win where several match the same words."""

    def of(self, vocabulary: Vocabulary, matched: str) -> Meaning:
        """What the matched words mean."""
        at = (matched, vocabulary.is_folded, vocabulary in self._own)
        known = self._known.get(at)
        if known is None:
            known = self._known[at] = self._find(vocabulary, vocabulary.key(matched))
        return known

    def _find(self, vocabulary: Vocabulary, key: str) -> Meaning:
        claims = vocabulary.claims.get(key, ())
        if claims and vocabulary in self._own:
            return self._of_phrase(claims[0].entry)
        return self._of_claims(claims)

    def _of_phrase(self, phrase: str) -> Meaning:
        entry = self._phrases[phrase]
        if not entry:
            return NOTHING
        return (entry,) if entry in self._lexicon.usages else ()

    def _of_claims(self, forms: tuple[Form, ...]) -> Meaning:
        usages, scopes = self._lexicon.usages, self._context.scopes
        claims = [form for form in forms if usages[form.entry].counts_in(scopes)]
        if not claims:
            return ()
        strongest = [form.entry for form in claims if form.strength == claims[0].strength]
        meaning = self._lexicon.settled(strongest)
        return NOTHING if self._is_own(meaning) else meaning

    def _is_own(self, meaning: Meaning) -> bool:
        own = self._context.own
        return bool(own) and any(
            own in (entry, self._lexicon.usages[entry].stands_for) for entry in meaning
        )


def _phrases(context: Context) -> dict[str, str]:
    """Phrase to entry, or to nothing."""
    return dict.fromkeys(context.unlink, "") | dict(context.link)
