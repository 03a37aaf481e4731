"""Entries that nothing mentions, and entries that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.model import Entry, Linked, Problem, Site
from dossier.problems import problem

_WORD = re.compile(r"\w+")


def entry_unused(site: Site) -> Iterator[Problem]:
    """One problem for each entry that no document, definition or event mentions, not even in a heading or an image."""
    used = _used(site)
    unused = [entry for entry in site.entries if entry.id not in used]
    words = _words(site) if unused else frozenset[str]()
    for entry in unused:
        if not any(_stands_somewhere(site, name, words) for name in _names(entry)):
            yield problem(
                "entry-unused",
                entry.position,
                f'"{entry.name}" is mentioned nowhere',
                hint="leave it out, or add to its aliases the name that the readings use",
            )


def entry_empty(site: Site) -> Iterator[Problem]:
    """One problem for each entry whose page or tooltip would hold nothing but its name."""
    for entry in site.entries:
        if not _says_something(entry):
            yield problem(
                "entry-empty",
                entry.position,
                f'"{entry.name}" says nothing of itself',
                hint=f"give it a {'role' if entry.kind == 'person' else 'definition'}",
            )


def _used(site: Site) -> frozenset[str]:
    stands_for = {entry.id: entry.stands_for for entry in site.entries}
    used = set(site.mentioned)
    for owner, definition in site.definitions.items():
        used.update(it.entry for it in definition.mentions if it.entry != owner)
    for evident in site.events:
        used.update((*evident.event.entries, evident.event.place, *_mentioned(evident.description)))
    return frozenset(used | {stands_for.get(entry, "") for entry in used})


def _words(site: Site) -> frozenset[str]:
    """Every word of the documents, their headings, their links and their images."""
    chunks: set[str] = set()
    for document in (*site.readings, *site.pages):
        chunks.update(document.body.markdown.split())
    return frozenset(_WORD.findall(" ".join(chunks)))


def _names(entry: Entry) -> tuple[str, ...]:
    return tuple(name for name in (entry.name, *entry.aliases, entry.expansion) if name)


def _stands_somewhere(site: Site, name: str, words: frozenset[str]) -> bool:
    if not words.issuperset(_WORD.findall(name)):
        return False
    first, *rest = name.split()
    pattern = re.compile(r"\s+".join(map(re.escape, (first, *rest))) + r"(?!\w)")
    return any(
        first in it.body.markdown and pattern.search(it.body.markdown)
        for it in (*site.readings, *site.pages)
    )


def _mentioned(linked: Linked) -> Iterator[str]:
    return (mention.entry for mention in linked.mentions)


def _says_something(entry: Entry) -> bool:
    return bool(
        entry.definition.text.strip()
        or entry.expansion
        or entry.stands_for
        or entry.role
        or entry.facts
        or entry.links
    )
