"""What the glossary and the pages of people, organisations and places may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dossier.render.prose import Prose
    from dossier.render.tombstones import TombstoneView
    from dossier.render.views.curated import RelationGroup
    from dossier.render.views.readings import DefinitionView, EventView, MentionGroup, ReadingCard
    from dossier.render.views.shell import LinkView, Shell


@dataclass(frozen=True, slots=True)
class EntryItem:
    """An entry as it is listed."""

    id: str
    kind: str
    name: str
    expansion: str
    role: str
    href: str
    """Of the entry's own page or place."""
    language: str
    definition: Prose
    aliases: tuple[str, ...]
    letter: str
    """Under which it is filed."""
    count: int
    """Mentions, in all readings."""
    readings: int
    """Readings that mention it."""
    see: tuple[LinkView, ...] = ()
    links: tuple[LinkView, ...] = ()
    stands_for: LinkView | None = None
    mentions: tuple[MentionGroup, ...] = ()
    """Only where the page lists them."""
    relations: tuple[RelationGroup, ...] = ()
    """Those that it states, then those that others state to it."""
    former: tuple[str, ...] = ()
    """Ids in the glossary that it had before."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """`/people/<id>/`, `/organisations/<id>/`, `/places/<id>/`."""

    shell: Shell
    entry: EntryItem
    facts: tuple[tuple[str, str], ...]
    acronyms: tuple[LinkView, ...]
    """Acronyms that stand for this entry."""
    together: tuple[tuple[LinkView, int], ...]
    """Entries named in the same passages, with in how many, most first; up to twelve."""
    events: tuple[EventView, ...]
    definitions: tuple[DefinitionView, ...]
    about: tuple[ReadingCard, ...] = ()
    """Readings that are about it, as their records say, and in whose text, as far as it is shown, it is not named."""


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """Entries under one letter."""

    letter: str
    entries: tuple[EntryItem, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """`/glossary/`: acronyms and terms, each at `#<id>`, each with the sentences that use it."""

    shell: Shell
    letters: tuple[LetterGroup, ...]
    definitions: tuple[DefinitionView, ...]
    gone: tuple[TombstoneView, ...] = ()


@dataclass(frozen=True, slots=True)
class EntriesView:
    """`/people/`, `/organisations/`, `/places/`."""

    shell: Shell
    kind: str
    letters: tuple[LetterGroup, ...]
    definitions: tuple[DefinitionView, ...]
