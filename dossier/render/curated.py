"""What the curator says of a reading as a whole, and on its words: quality, rights, extent, notes, what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.digest import digest_of
from dossier.fields.rights import licence_link
from dossier.render.noting import NoteMark
from dossier.render.prose import Prose
from dossier.render.tombstones import TombstoneView
from dossier.render.views import ExtentView, LinkView, NoteView, QualityView, RightsView
from dossier.render.words import direction

if TYPE_CHECKING:
    from dossier.model import Document, Noted
    from dossier.render.desk import Desk
    from dossier.render.words import Words

_KINDS = ("person", "organisation", "place", "acronym", "term")


def version_word(document: Document, words: Words) -> str:
    """How a text came about, in a word; empty for an original and where nothing is said."""
    version = document.record.version
    return words(f"version.{version}") if version not in {"", "original"} else ""


def extent_word(document: Document, words: Words) -> str:
    """In a word, that not all of a text is shown."""
    return words(f"extent.{document.extent}") if document.extent != "full" else ""


def quality_of(document: Document, words: Words) -> QualityView | None:
    """What must be known of a text; None if nothing is said of it."""
    record = document.record
    sentence = words(f"version.{record.version}.told") if record.version else ""
    is_plain = record.version in {"", "original"}
    if is_plain and not record.reliability and not record.known_errors:
        return None
    return QualityView(sentence, record.reliability, record.known_errors)


def rights_of(document: Document) -> RightsView | None:
    """The rights in a document; None if nothing is said of them."""
    rights = document.record.rights
    if not rights.statement:
        return None
    licence = LinkView(*licence_link(rights.licence)) if rights.licence else None
    return RightsView(licence, rights.holder, rights.note)


def extent_of(document: Document, words: Words) -> ExtentView | None:
    """That a text is not shown in full; None if it is."""
    if document.extent == "full":
        return None
    return ExtentView(words(f"extent.{document.extent}.told"), _elsewhere(document, words))


def _elsewhere(document: Document, words: Words) -> LinkView | None:
    address = document.record.url or document.record.archived
    return LinkView(words("extent.read-on"), address) if address else None


def withheld_views(document: Document, words: Words) -> tuple[TombstoneView, ...]:
    """What stands for passages that are not shown: their addresses, and where to read on."""
    link = _elsewhere(document, words)
    return tuple(
        TombstoneView(
            ids=held.ids,
            words=words("withheld", count=len(held.ids)),
            href=link.href if link else "",
            link=link.text if link else "",
            language=words.language,
            direction=direction(words.language),
            before=held.before,
        )
        for held in document.withheld
        if held.ids
    )


def note_marks(desk: Desk, document: Document) -> tuple[NoteMark, ...]:
    """The marks of a document's notes in its text."""
    return tuple(
        NoteMark(
            it.number,
            it.note.kind,
            desk.words("note.mark", number=it.number, kind=desk.words(f"note.{it.note.kind}")),
            it.pieces,
            it.behind,
        )
        for it in desk.site.notes.get(document.path, ())
    )


def note_views(desk: Desk, document: Document, page: str) -> tuple[NoteView, ...]:
    """The notes on a document as its page shows them."""
    noted = desk.site.notes.get(document.path, ())
    return tuple(_note_view(desk, document, it, page) for it in noted)


def _note_view(desk: Desk, document: Document, it: Noted, page: str) -> NoteView:
    text = document.body.passages[it.passage].text[it.start : it.stop]
    key = digest_of(it.note.text.markdown)
    return NoteView(
        number=it.number,
        kind=it.note.kind,
        exact=" ".join(text.split()),
        correct=it.note.correct,
        text=Prose(key, it.text, page, desk.leads(it.text, page)),
    )


def about_of(
    desk: Desk, document: Document, page: str
) -> tuple[tuple[str, tuple[LinkView, ...]], ...]:
    """The entries that the record names, by kind."""
    named = [desk.entries[it] for it in document.record.entries if it in desk.entries]
    groups = ((kind, [it for it in named if it.kind == kind]) for kind in _KINDS)
    return tuple(
        (kind, tuple(desk.own_link(it.id, page) for it in some)) for kind, some in groups if some
    )
