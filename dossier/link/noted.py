"""The notes of a document's record and the words that they are on: found exactly, or a problem; never by guess."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.link.quotation import Spot, Words
from dossier.model import Body, Document, Note, Problem, Reference, Run
from dossier.positions import position_of
from dossier.problems import problem

_LONGEST_QUOTED = 80

Piece = tuple[int, int, int]
"""(slot of a run, from, to), as offsets in the run's text."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A note and where its words stand."""

    note: Note
    at: Spot
    pieces: tuple[Piece, ...]
    behind: int = -1
    """Slot of the link in whose words the words end; -1 if they end in a run."""


def anchor_notes(document: Document) -> tuple[tuple[Anchored, ...], tuple[Problem, ...]]:
    """The notes in the order of the text, and a problem for each whose words are not found once."""
    notes = document.record.notes
    if not notes or document.is_absent:
        return (), ()
    words = Words(document.body)
    found = [_anchor(document, words, note) for note in notes]
    anchored = [each for each in found if isinstance(each, Anchored)]
    anchored.sort(key=lambda it: (it.at.passage, it.at.stop, it.at.start))
    return tuple(anchored), tuple(each for each in found if isinstance(each, Problem))


def _anchor(document: Document, words: Words, note: Note) -> Anchored | Problem:
    places = words.find(note.exact, note.prefix, note.suffix)
    if not places:
        return _missing(document, words, note)
    if len(places) > 1:
        return _ambiguous(document, note, places)
    pieces = _pieces(document.body, places[0])
    behind = _link_at(document.body, places[0])
    if not pieces and behind < 0:
        message = f"{_quoted(note.exact)} is code, where no note can stand"
        hint = 'take into "exact" some of the words beside it'
        return problem("note-unplaced", note.position, message, hint=hint)
    return Anchored(note, places[0], pieces, behind)


def _pieces(body: Body, at: Spot) -> tuple[Piece, ...]:
    pieces = []
    for number, slot in enumerate(body.slots):
        if isinstance(slot, Run) and slot.passage == at.passage:
            first = max(0, at.start - slot.offset)
            last = min(len(slot.text), at.stop - slot.offset)
            if first < last:
                pieces.append((number, first, last))
    return tuple(pieces)


def _link_at(body: Body, at: Spot) -> int:
    """The link in whose words the last character stands."""
    for number, slot in enumerate(body.slots):
        if isinstance(slot, Reference) and slot.passage == at.passage and slot.kind != "image":
            size = len(slot.text or (slot.target if slot.kind == "wiki" else ""))
            if slot.offset < at.stop <= slot.offset + size:
                return number
    return -1


def _missing(document: Document, words: Words, note: Note) -> Problem:
    elsewhere = words.find(note.exact)
    if elsewhere:
        context = " and ".join(
            f'"{key}" {_quoted(text)}'
            for key, text in (("prefix", note.prefix), ("suffix", note.suffix))
            if text
        )
        stands = _places(document, elsewhere)
        message = f"{_quoted(note.exact)} stands at {stands}, and not with the {context}"
        hint = "the prefix ends right before the words, the suffix begins right after them"
    else:
        message = f"{_quoted(note.exact)} does not occur in {document.path}"
        near = "" if words.has_across(note.exact) else words.nearest(note.exact)
        hint = "quote words that stand in one paragraph, as they stand there"
        if words.has_across(note.exact):
            message += " in one paragraph"
        elif near:
            hint = f"nearest is {_quoted(near, 2 * _LONGEST_QUOTED)}"
    return problem("note-missing", note.position, message, hint=hint)


def _ambiguous(document: Document, note: Note, places: tuple[Spot, ...]) -> Problem:
    message = (
        f"{_quoted(note.exact)} occurs {len(places)} times in {document.path}: "
        f"at {_places(document, places)}"
    )
    hint = 'say which by "prefix" or "suffix", the words right before or after it'
    return problem("note-ambiguous", note.position, message, hint=hint)


def _places(document: Document, places: tuple[Spot, ...]) -> str:
    shown = [_place(document, at) for at in places]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _place(document: Document, at: Spot) -> str:
    position, _ = position_of(document.body, document.path, at.passage, at.start)
    column = f":{position.column}" if position.column else ""
    return f"{position.line}{column} (#{document.body.passages[at.passage].id})"


def _quoted(text: str, longest: int = _LONGEST_QUOTED) -> str:
    plain = " ".join(text.split())
    return f'"{plain if len(plain) <= longest else plain[: longest - 1] + "…"}"'
