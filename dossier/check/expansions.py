"""Expansions of one acronym that differ: in one document, or from the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.check.expansions_in_text import Expansion
from dossier.check.glossary import are_alike, entries_of_acronyms, expansions_of, loosely
from dossier.check.texts import Text, expansions_of_text, texts_of
from dossier.model import Entry, Position, Problem, Site
from dossier.problems import problem


@dataclass(frozen=True, slots=True)
class _Place:
    text: Text
    passage: int
    expansion: Expansion

    def position(self) -> tuple[Position, str]:
        return self.text.position(self.passage, self.expansion.start)


def expansion_differs(site: Site) -> Iterator[Problem]:
    """One problem for each acronym and each expansion that the glossary does not have, or that a document changes."""
    explained = entries_of_acronyms(site)
    allowed = {
        key: [words for entry in entries for words in expansions_of(site, entry)]
        for key, entries in explained.items()
    }
    strange: dict[tuple[str, str], list[_Place]] = {}
    for text in texts_of(site):
        first: dict[str, _Place] = {}
        changed: dict[tuple[str, str], Problem] = {}
        for place in (_Place(text, *found) for found in expansions_of_text(text)):
            key, words = place.expansion.key, place.expansion.words
            if not allowed.get(key):
                earlier = first.setdefault(key, place)
                if not are_alike(words, earlier.expansion.words):
                    changed.setdefault((key, loosely(words)), _changed(earlier, place))
            elif not any(are_alike(words, known) for known in allowed[key]):
                strange.setdefault((key, loosely(words)), []).append(place)
        yield from changed.values()
    for (key, _), places in strange.items():
        yield _strange(site, explained[key], places)


def _changed(earlier: _Place, place: _Place) -> Problem:
    line = earlier.position()[0].line
    message = (
        f'"{place.expansion.key}" stands for "{place.expansion.words}" here '
        f'and for "{earlier.expansion.words}" on line {line}'
    )
    return _problem(place, message, "an entry with both, one of them under `aliases`, settles it")


def _strange(site: Site, entries: Sequence[Entry], places: Sequence[_Place]) -> Problem:
    first = places[0]
    entry, known = next((each, words) for each in entries for words in expansions_of(site, each))
    others = len({place.text.path for place in places}) - 1
    also = f", as in {others} more file{'s' if others > 1 else ''}" if others else ""
    message = (
        f'"{first.expansion.key}" stands for "{first.expansion.words}" here{also}; '
        f'entry "{entry.id}" has "{known}"'
    )
    where = f"{entry.position.path}:{entry.position.line}"
    return _problem(first, message, f"if both are right, add it to the aliases at {where}")


def _problem(place: _Place, message: str, hint: str) -> Problem:
    position, line = place.position()
    width = place.expansion.stop - place.expansion.start
    return problem("expansion-differs", position, message, hint=hint, excerpt=line, width=width)
