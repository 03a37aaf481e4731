"""Notes on a document's words, from the YAML of its record; not where the words stand."""

from __future__ import annotations

from dossier.fields.form import Field, Form, Vocabulary, json_schema
from dossier.fields.many import many
from dossier.fields.shape import Findings, Shape, nature_of
from dossier.fields.texts import LINE, TEXT, choice
from dossier.model import NOTE_KINDS, Note, NoteKind
from dossier.nodes import Node, Table
from dossier.parse.definitions import body_of

_COMMENT: NoteKind = "comment"
EXACT = Field("exact", TEXT, "The words that it is on, as they stand in the document.")
PREFIX = Field("prefix", TEXT, "The words right before them, where they stand more than once.")
SUFFIX = Field("suffix", TEXT, "The words right after them, where they stand more than once.")
KIND: Field[NoteKind] = Field(
    "kind", choice(NOTE_KINDS, "a kind of note", _COMMENT), "What the note is."
)
WORDS = Field("text", TEXT, "The note, in Markdown.")
CORRECT = Field("correct", LINE, "Of a correction: what the words should read.")
NOTE = Vocabulary("note", "record-unknown-key", (EXACT, PREFIX, SUFFIX, KIND, WORDS, CORRECT))


def _read_note(node: Node, name: str, findings: Findings) -> Note | None:
    if not isinstance(node, Table):
        message = f'{name}: this is {nature_of(node)}; it must have "exact" and "text"'
        findings.add("value-wrong-type", node, message)
        return None
    form = Form(node, NOTE, findings)
    kind, correct = form[KIND], form[CORRECT]
    if not form.require("exact"):
        return None
    if kind == "correction" and not correct and not form.is_stated("correct"):
        message = f'{name}: a correction must have "correct": what the words should read'
        findings.add("key-missing", form.node("kind") or node, message)
    if correct and kind != "correction":
        message = f'{name}: only a note of the kind "correction" has "correct"'
        where = form.node("correct") or node
        findings.add("value-not-allowed", where, message, 'write "kind: correction"')
    if not correct and kind != "sic" and not form.require("text"):
        return None
    exact = form[EXACT].strip()
    if not exact:
        return None
    return Note(
        exact=exact,
        prefix=form[PREFIX].strip(),
        suffix=form[SUFFIX].strip(),
        kind=kind,
        text=body_of(form, WORDS),
        correct=correct if kind == "correction" else "",
        position=(form.node("exact") or node).position,
    )


_NOTE: Shape[Note | None] = Shape(_read_note, None, json_schema(NOTE))
NOTES = many(_NOTE)
