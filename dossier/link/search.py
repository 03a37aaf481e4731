"""Where the forms of a lexicon stand in a text, as whole words and the longest first; not whom they mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.link.characters import begins_word, ends_word, lowered
from dossier.link.lexicon import Vocabulary
from dossier.link.linkable import Linkable
from dossier.link.meanings import Meaning, Meanings
from dossier.link.unsearched import Unsearched


@dataclass(frozen=True, slots=True)
class Match:
    """A form that means something. Offsets are in the linkable text."""

    start: int
    stop: int
    run: int
    meaning: Meaning


def search(linkable: Linkable, meanings: Meanings, language: str) -> Iterator[Match]:
    """Leftmost first, then longest, then the vocabulary that wins; none overlaps another."""
    searches = [_Search(it, meanings, linkable, language) for it in meanings.vocabularies]
    heads = [(each, match) for each in searches if (match := each.next(0))]
    while heads:
        best = min((match for _, match in heads), key=_rank)
        yield best
        heads = [
            (each, later)
            for each, match in heads
            if (later := match if match.start >= best.stop else each.next(best.stop))
        ]


def _rank(match: Match) -> tuple[int, int]:
    return match.start, -match.stop


class _Search:
    """One vocabulary in one text."""

    __slots__ = (
        "_language",
        "_linkable",
        "_meanings",
        "_searched",
        "_text",
        "_unsearched",
        "_vocabulary",
    )

    def __init__(
        self, vocabulary: Vocabulary, meanings: Meanings, linkable: Linkable, language: str
    ) -> None:
        self._vocabulary = vocabulary
        self._meanings = meanings
        self._linkable = linkable
        self._text = linkable.text
        self._searched = lowered(linkable.text) if vocabulary.is_folded else linkable.text
        self._language = language
        self._unsearched = Unsearched(linkable.text)

    def next(self, at: int) -> Match | None:
        """The first match that counts from `at` on."""
        while found := self._vocabulary.pattern.search(self._searched, at):
            start, stop = found.span()
            run = self._linkable.run_at(start)
            if run < 0:
                at = self._linkable.run_after(start)
                continue
            at = start + 1
            if not begins_word(self._text, start):
                continue
            if past := self._unsearched.end_of(start, stop):
                at = past
            elif match := self._longest(start, stop, run):
                return match
        return None

    def _longest(self, start: int, stop: int, run: int) -> Match | None:
        """The longest form here that is whole words of one run and means something in this document."""
        end = self._linkable.stops[run]
        while True:
            if stop <= end and ends_word(self._text, stop, self._language):
                meaning = self._meanings.of(self._vocabulary, self._searched[start:stop])
                if meaning:
                    return Match(start, stop, run, meaning)
            shorter = self._vocabulary.pattern.match(self._searched, start, min(stop - 1, end))
            if shorter is None:
                return None
            stop = shorter.end()
