"""The search index of a site: small plain scripts that a page loads as it needs them; not the searching itself.

`search/manifest.js` says what there is; `search/words-N.js` hold terms and forms of entries with their postings,
in order of the keys; `search/texts-N.js` hold the words that hits show; `search/entries-N.js` hold entries.
Documents, items (titles and passages) and entries go by number.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dossier.render.search import folding
from dossier.render.search.entries import forms_of, groups, key_of
from dossier.render.search.folds import UNSPACED
from dossier.render.search.folds import words as folded
from dossier.render.search.items import finds
from dossier.render.search.numbers import ALPHABET, FINAL, row
from dossier.render.search.postings import SIZES, Counted, count, joined, posting
from dossier.render.search.shards import (
    ENTRIES_SIZE,
    TEXTS_SIZE,
    WORDS_SIZE,
    as_json,
    cut,
    front_coded,
    in_order,
    script,
)
from dossier.render.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dossier.model import Site
    from dossier.render.search.entries import Group
    from dossier.render.search.items import Find

_PLAIN = Words("en", {}, {})
_SNIPPET = 200


def search_files(site: Site, words: Words = _PLAIN) -> tuple[tuple[str, str], ...]:
    """Every file of the index, as path and text. `words` are the interface's."""
    found = finds(site, words.language)
    counted = tuple(count(find.words) for find in found)
    kin = groups(site, found)
    keys = {**joined(counted), **_forms(site, kin)}
    terms = cut(
        ((key, keys[key]) for key in in_order(keys)), lambda pair: sum(map(len, pair)), WORDS_SIZE
    )
    texts = cut(_items(found), lambda item: len(item[2]), TEXTS_SIZE)
    entries = cut(_entries(site, found, kin), lambda entry: len(as_json(entry)), ENTRIES_SIZE)
    shards: dict[str, object] = {
        **{f"words-{at}": front_coded(shard) for at, shard in enumerate(terms)},
        **{f"texts-{at}": _texts(found, shard) for at, shard in enumerate(texts)},
        **{f"entries-{at}": shard for at, shard in enumerate(entries)},
    }
    manifest = {
        "fold": [folding.BETWEEN, folding.SILENT, folding.LETTERS, UNSPACED],
        "alphabet": ALPHABET,
        "final": FINAL,
        "words": [shard[0][0] for shard in terms],
        "texts": row(map(len, texts)),
        "entries": row(map(len, entries)),
        **_documents(found, counted, words),
    }
    texts_of = {
        name: as_json(value) for name, value in sorted({**shards, "manifest": manifest}.items())
    }
    version = hashlib.sha256("\n".join(texts_of.values()).encode()).hexdigest()[:10]
    return tuple(
        (f"search/{name}.js", script(version, name, text)) for name, text in texts_of.items()
    )


def _documents(
    found: tuple[Find, ...], counted: tuple[Counted, ...], words: Words
) -> dict[str, object]:
    """What facets and ranking need of every document: a number, 0 for none, into each list of names."""
    kinds = sorted({find.kind for find in found if find.kind})
    sources = sorted({find.source for find in found if find.source})
    years = sorted({find.year for find in found if find.year}, reverse=True)
    topics = sorted({topic for find in found for topic in find.topics})
    kind, source, year, topic = (
        {name: at for at, name in enumerate(names, 1)} for names in (kinds, sources, years, topics)
    )
    return {
        "sizes": SIZES,
        "items": "".join(row(one.sizes) for one in counted),
        "documents": row(len(one.sizes) for one in counted),
        "kinds": [(name.rpartition(".")[2], _kind_words(name, words)) for name in kinds],
        "sources": sources,
        "years": years,
        "topics": topics,
        "kind": row(kind.get(find.kind, 0) for find in found),
        "source": row(source.get(find.source, 0) for find in found),
        "year": row(year.get(find.year, 0) for find in found),
        "topic": row(
            number
            for find in found
            for number in (len(find.topics), *(topic[name] for name in find.topics))
        ),
    }


def _kind_words(key: str, words: Words) -> str:
    return words(key) if words.has(key) else key.rpartition(".")[2].replace("-", " ")


def _items(found: tuple[Find, ...]) -> Iterable[tuple[int, str, str]]:
    return (
        (document, identifier, text)
        for document, find in enumerate(found)
        for identifier, text in zip(find.ids, find.texts, strict=True)
    )


def _texts(found: tuple[Find, ...], items: list[tuple[int, str, str]]) -> list[object]:
    """Documents that a shard's items are of, each with its number; ids of the items; their texts."""
    documents = [
        [number, it.title, it.address, it.source, it.date, it.language, it.direction]
        for number in sorted({item[0] for item in items})
        for it in (found[number],)
    ]
    return [documents, " ".join(item[1] for item in items), [item[2] for item in items]]


def _forms(site: Site, kin: tuple[Group, ...]) -> dict[str, str]:
    """Every form, and `=id`, to the entries that have it: number, and how far before it the head of its group is."""
    numbers = _numbers(kin)
    found: dict[str, list[tuple[int, int]]] = {}
    for entry in site.entries:
        if entry.id in numbers:
            keys = filter(None, map(key_of, forms_of(entry)))
            for key in dict.fromkeys((f"={entry.id}", *keys)):
                found.setdefault(key, []).append(numbers[entry.id])
    return {key: row(n for pair in sorted(held) for n in pair) for key, held in found.items()}


def _numbers(kin: tuple[Group, ...]) -> dict[str, tuple[int, int]]:
    members = (pair for group in kin for pair in enumerate(group.members))
    return {entry: (number, at) for number, (at, entry) in enumerate(members)}


def _entries(site: Site, found: tuple[Find, ...], kin: tuple[Group, ...]) -> Iterable[list[object]]:
    """Entries by number.

    Id, name, expansion, kind, address, a few words, language, direction, folded forms, number as a document; last,
    of the head of a group its posting, of the others how far before them the head stands.
    """
    entries = {entry.id: entry for entry in site.entries}
    places = {find.entry: (number, find) for number, find in enumerate(found) if find.entry}
    for group in kin:
        for at, member in enumerate(group.members):
            entry, (number, find) = entries[member], places[member]
            yield [
                entry.id,
                entry.name,
                entry.expansion,
                entry.kind,
                find.address,
                entry.role or _clipped(" ".join(find.texts[1:2])),
                find.language,
                find.direction,
                [" ".join(folded(form)) for form in forms_of(entry)],
                number,
                at or posting(group.items),
            ]


def _clipped(text: str) -> str:
    if len(text) <= _SNIPPET:
        return text
    return text[:_SNIPPET].rpartition(" ")[0] + "…"
