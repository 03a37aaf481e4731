"""The views of entries: the glossary, the lists of people, organisations and places, and each one's page."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from dossier.render.events import event_view
from dossier.render.gone import tombstone_views
from dossier.render.relations import relation_groups
from dossier.render.shell import shell_of
from dossier.render.views import (
    EntriesView,
    EntryItem,
    EntryView,
    GlossaryView,
    LetterGroup,
    LinkView,
    ReadingCard,
)

if TYPE_CHECKING:
    from dossier.model import Entry, Linked
    from dossier.render.desk import Desk

FOLDERS = {"person": "people", "organisation": "organisations", "place": "places"}
_COMPANY = 12


def glossary_view(desk: Desk) -> GlossaryView:
    """`/glossary/`."""
    page = "glossary/"
    entries = [entry for entry in desk.site.entries if entry.kind not in FOLDERS]
    shell = shell_of(desk, page, "glossary", desk.words("page.glossary"))
    letters = _letters(desk, entries, page, with_mentions=True)
    stones = desk.site.history.tombstones.get(page, ())
    gone = tombstone_views(desk, stones, page, what="entry")
    return GlossaryView(shell, letters, desk.definitions(_linked(desk, entries), page), gone)


def entries_view(desk: Desk, kind: str) -> EntriesView:
    """`/people/`, `/organisations/`, `/places/`."""
    page = f"{FOLDERS[kind]}/"
    entries = [entry for entry in desk.site.entries if entry.kind == kind]
    shell = shell_of(desk, page, "entries", desk.words(f"page.{FOLDERS[kind]}"))
    letters = _letters(desk, entries, page, with_mentions=False)
    return EntriesView(shell, kind, letters, desk.definitions(_linked(desk, entries), page))


def entry_view(desk: Desk, entry: Entry) -> EntryView:
    """The page of a person, an organisation or a place."""
    page = desk.site.addresses[entry.id].page
    events = tuple(
        event_view(desk, evident, page)
        for evident in desk.site.events
        if entry.id in evident.event.entries or entry.id == evident.event.place
    )
    bodies = [*_linked(desk, [entry]), *(event.description.linked for event in events)]
    description = desk.site.definitions[entry.id].body.text or entry.role
    return EntryView(
        shell=shell_of(desk, page, "entry", entry.name, description),
        entry=entry_item(desk, entry, page, with_mentions=True),
        facts=entry.facts,
        acronyms=tuple(desk.own_link(other.id, page) for other in desk.acronyms.get(entry.id, ())),
        together=_together(desk, entry, page),
        events=events,
        definitions=desk.definitions(bodies, page),
        about=_about(desk, entry, page),
    )


def _about(desk: Desk, entry: Entry, page: str) -> tuple[ReadingCard, ...]:
    named = {citation.document for citation in desk.mentioned.get(entry.id, ())}
    paths = desk.site.about.get(entry.id, ())
    return tuple(desk.card(desk.documents[path], page) for path in paths if path not in named)


def entry_item(desk: Desk, entry: Entry, page: str, *, with_mentions: bool) -> EntryItem:
    """An entry as it is listed on the page `page`."""
    citations = desk.mentioned.get(entry.id, ())
    readings = {c.document for c in citations if desk.documents[c.document].kind == "reading"}
    return EntryItem(
        id=entry.id,
        kind=entry.kind,
        name=entry.name,
        expansion=desk.expansion(entry.id) or entry.expansion,
        role=entry.role,
        href=desk.href(desk.site.addresses[entry.id], page),
        language=entry.language,
        definition=desk.definition(entry.id, page),
        aliases=entry.aliases,
        letter=_letter(entry.name),
        count=sum(len(citation.marks) for citation in citations),
        readings=len(readings),
        see=tuple(desk.own_link(other, page) for other in entry.see),
        links=tuple(LinkView(link.title or link.url, link.url) for link in entry.links),
        stands_for=desk.own_link(entry.stands_for, page) if entry.stands_for else None,
        mentions=desk.groups(citations, page) if with_mentions else (),
        relations=relation_groups(desk, entry.id, page),
        former=desk.site.history.anchors.get(page, {}).get(entry.id, ()),
    )


def _linked(desk: Desk, entries: list[Entry]) -> list[Linked]:
    return [desk.definition(entry.id, "").linked for entry in entries]


def _letters(
    desk: Desk, entries: list[Entry], page: str, *, with_mentions: bool
) -> tuple[LetterGroup, ...]:
    groups: dict[str, list[EntryItem]] = {}
    for entry in entries:
        item = entry_item(desk, entry, page, with_mentions=with_mentions)
        groups.setdefault(item.letter, []).append(item)
    return tuple(LetterGroup(letter, tuple(items)) for letter, items in groups.items())


def _letter(name: str) -> str:
    """The letter under which a name is filed: its first, without accents; `#` for anything else."""
    for character in unicodedata.normalize("NFKD", name):
        if character.isalpha():
            return character.upper()
        if character.isdigit():
            return "#"
    return "#"


def _together(desk: Desk, entry: Entry, page: str) -> tuple[tuple[LinkView, int], ...]:
    """Who is named in the same passages. An acronym counts as what it stands for."""
    counts: Counter[str] = Counter()
    for path, passages in _passages_of(desk, entry.id).items():
        company: dict[int, set[str]] = {}
        for mention in desk.site.linked[path].mentions:
            if mention.passage in passages:
                target = desk.entries[mention.entry].stands_for or mention.entry
                company.setdefault(mention.passage, set()).add(target)
        for named in company.values():
            counts.update(named - {entry.id})
    ranked = sorted(
        counts.items(), key=lambda pair: (-pair[1], desk.entries[pair[0]].name, pair[0])
    )
    return tuple((desk.own_link(other, page), count) for other, count in ranked[:_COMPANY])


def _passages_of(desk: Desk, entry: str) -> dict[str, set[int]]:
    passages: dict[str, set[int]] = {}
    for citation in desk.mentioned.get(entry, ()):
        passages.setdefault(citation.document, set()).add(citation.passage)
    return passages
