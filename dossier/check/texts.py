"""Every text of a dossier that is shown, with what is linked in it: documents, definitions, descriptions of events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.check.expansions_in_text import Expansion, expansions_in
from dossier.model import Body, Linked, Mention, Passage, Position, Site
from dossier.positions import position_of


@dataclass(frozen=True, slots=True)
class Text:
    """One text. `path` is that of its file."""

    path: str
    body: Body
    mentions: tuple[Mention, ...]
    unlink: tuple[str, ...] = ()
    """Phrases that its record leaves alone."""

    def position(self, passage: int, offset: int) -> tuple[Position, str]:
        """Where an offset in a passage stands in the file, and the line there."""
        return position_of(self.body, self.path, passage, offset)


def texts_of(site: Site) -> Iterator[Text]:
    """The readings, oldest first, the pages, the definitions, the descriptions of events."""
    for document in (*site.readings, *site.pages):
        yield _text(document.path, site.linked[document.path], document.record.unlink)
    for entry in site.entries:
        if entry.definition.passages:
            yield _text(entry.position.path, site.definitions[entry.id])
    for evident in site.events:
        if evident.event.description.passages:
            yield _text(evident.event.position.path, evident.description)


def _text(path: str, linked: Linked, unlink: tuple[str, ...] = ()) -> Text:
    return Text(path, linked.body, linked.mentions, unlink)


def passages_of(text: Text) -> Iterator[tuple[int, Passage]]:
    """Paragraphs and their like, each with its index: no headings, no code, none that only hold others."""
    for index, passage in enumerate(text.body.passages):
        if passage.number and passage.kind != "code":
            yield index, passage


def expansions_of_text(text: Text) -> Iterator[tuple[int, Expansion]]:
    """What the text says that acronyms stand for, each with the index of its passage."""
    for index, passage in passages_of(text):
        for expansion in expansions_in(passage.text):
            yield index, expansion
