"""Entries as search knows them: under which words each is looked up, and in which items it is named."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.render.search.folds import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dossier.model import Entry, Linked, Site
    from dossier.render.search.items import Find

Named = dict[str, dict[int, set[int]]]
"""Entry id to document to the items that name the entry."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that are found together: one, and the acronyms that stand for it."""

    head: str
    members: tuple[str, ...]
    """Ids; the head first."""
    items: Mapping[int, set[int]]


def forms_of(entry: Entry) -> tuple[str, ...]:
    """Every way in which an entry is written: its name, what it stands for, its aliases."""
    return tuple(
        dict.fromkeys(form for form in (entry.name, entry.expansion, *entry.aliases) if form)
    )


def key_of(form: str) -> str:
    """What a form is looked up under: its folded words, `_` after each; empty if it has none."""
    return "".join(f"{word}_" for word in words(form))


def groups(site: Site, finds: tuple[Find, ...]) -> tuple[Group, ...]:
    """Groups, those that the most items name first; ties in the order of the entries."""
    known = {entry.id: entry for entry in site.entries if entry.id in site.addresses}
    members: dict[str, list[str]] = {}
    for entry in known.values():
        members.setdefault(_head(entry, known), []).append(entry.id)
    named = _named(site, finds, known)
    made = []
    for head, ids in members.items():
        items: dict[int, set[int]] = defaultdict(set)
        for member in ids:
            for document, found in named.get(member, {}).items():
                items[document] |= found
        made.append(Group(head, (head, *(i for i in ids if i != head)), dict(items)))
    return tuple(sorted(made, key=lambda group: -sum(map(len, group.items.values()))))


def _head(entry: Entry, known: Mapping[str, Entry]) -> str:
    seen = {entry.id}
    while entry.stands_for in known and entry.stands_for not in seen:
        entry = known[entry.stands_for]
        seen.add(entry.id)
    return entry.id


def _named(site: Site, finds: tuple[Find, ...], known: Mapping[str, Entry]) -> Named:
    named: Named = defaultdict(lambda: defaultdict(set))
    documents = {one.path: one for one in (*site.readings, *site.pages)}
    by_first = _by_first_word(known.values())
    for number, find in enumerate(finds):
        linked = site.definitions.get(find.entry) if find.entry else site.linked.get(find.path)
        for entry, item in _mentioned(find, linked):
            named[entry][number].add(item)
        for item, noted in enumerate(site.notes.get(find.path, ()), len(find.passages) + 1):
            for mention in noted.text.mentions:
                named[mention.entry][number].add(item)
        document = documents.get(find.path)
        unlinked = {tuple(words(phrase)) for phrase in document.record.unlink} if document else ()
        for entry, form, item in _written(find, by_first):
            is_bound = known[entry].only_in or known[entry].not_in
            if not is_bound and form not in unlinked:
                named[entry][number].add(item)
    return named


def _mentioned(find: Find, linked: Linked | None) -> Iterator[tuple[str, int]]:
    if linked is None:
        return
    items = {passage: item for item, passage in enumerate(find.passages, 1)}
    for mention in linked.mentions:
        if mention.passage in items:
            yield mention.entry, items[mention.passage]


def _by_first_word(entries: Iterable[Entry]) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """First folded word of a form to (all its folded words, the form if it could be a small word, the entry's id)."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for entry in entries:
        for form in forms_of(entry):
            if folded := tuple(words(form)):
                may_fold = entry.case is False or entry.kind == "term" or len(folded) > 1
                exact = "" if may_fold or form == form.lower() else form
                found.setdefault(folded[0], []).append((folded, exact, entry.id))
    return found


def _written(
    find: Find, by_first: Mapping[str, list[tuple[tuple[str, ...], str, str]]]
) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Entry, form and item wherever a form stands: in headings, links and longer names too, where no mention is.

    A single word with capitals, such as US, stands as it is written.
    """
    for item, folded in enumerate(find.words):
        text = find.texts[item]
        for at, begun in [
            (at, by_first[word]) for at, word in enumerate(folded) if word in by_first
        ]:
            for form, exact, entry in begun:
                if folded[at : at + len(form)] == form and exact in text:
                    yield entry, form, item
