"""The sentences in which entries and readings are mentioned; not how they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dossier.link.sentences import Sentences, Span
from dossier.model import Address, Citation, Document, Entry, Linked, Mention, Reference

Mark = tuple[str, int, int, int]
"""What is mentioned, the passage, and the offsets in its text."""


def mentioned_in(
    documents: Sequence[Document], linked: Mapping[str, Linked], entries: Iterable[Entry]
) -> dict[str, tuple[Citation, ...]]:
    """Entry id to its citations, in the order of the documents. An acronym's also stand under what it stands for."""
    known = {entry.id: entry.stands_for for entry in entries}
    found: dict[str, list[Citation]] = {}
    for document in documents:
        marks = _marks_of_mentions(linked[document.path].mentions, known)
        for entry, citations in cite(document, marks).items():
            found.setdefault(entry, []).extend(citations)
    return {entry: tuple(found[entry]) for entry in sorted(found)}


def cited_in(
    documents: Sequence[Document], linked: Mapping[str, Linked], readings: Mapping[Address, str]
) -> dict[str, tuple[Citation, ...]]:
    """Path of a reading to the sentences of other documents that link to it. `readings`: their addresses."""
    found: dict[str, list[Citation]] = {}
    for document in documents:
        marks = _marks_of_links(document, linked[document.path], readings)
        for path, citations in cite(document, marks).items():
            found.setdefault(path, []).extend(citations)
    return {path: tuple(found[path]) for path in sorted(found)}


def cite(document: Document, marks: Iterable[Mark]) -> dict[str, list[Citation]]:
    """One citation for each sentence and what it mentions, in the order of the text."""
    sentences: dict[int, Sentences] = {}
    grouped: dict[tuple[str, int, Span], list[Span]] = {}
    for what, passage, start, stop in marks:
        if passage not in sentences:
            sentences[passage] = Sentences(document.body.passages[passage])
        first, last = sentences[passage].around(start)
        at = (what, passage, (first, max(last, stop)))
        grouped.setdefault(at, []).append((start, stop))
    cited: dict[str, list[Citation]] = {}
    for (what, passage, sentence), spans in grouped.items():
        citation = Citation(document.path, passage, sentence, tuple(spans))
        cited.setdefault(what, []).append(citation)
    return cited


def _marks_of_mentions(mentions: Iterable[Mention], known: Mapping[str, str]) -> Iterable[Mark]:
    for mention in mentions:
        place = mention.passage, mention.start, mention.stop
        yield mention.entry, *place
        target = known[mention.entry]
        if target in known and target != mention.entry:
            yield target, *place


def _marks_of_links(
    document: Document, linked: Linked, readings: Mapping[Address, str]
) -> Iterable[Mark]:
    for number, address in linked.targets.items():
        slot = document.body.slots[number]
        path = readings.get(Address(address.page)) if address else None
        if path and path != document.path and isinstance(slot, Reference):
            words = slot.text or (slot.target if slot.kind == "wiki" else "")
            yield path, slot.passage, slot.offset, slot.offset + len(words)
