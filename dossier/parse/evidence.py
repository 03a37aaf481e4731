"""Quotations that carry a statement of the curator's, from its YAML; not where they stand."""

from __future__ import annotations

from dossier.fields.form import Field, Form, Vocabulary, json_schema
from dossier.fields.shape import Findings, Shape, nature_of
from dossier.fields.texts import SLUG, TEXT
from dossier.model import Evidence
from dossier.nodes import Node, Table

READING = Field("reading", SLUG, "The slug of the reading.")
EXACT = Field("exact", TEXT, "The quotation, as it stands in the reading.")


def evidence_shape(code: str) -> Shape[Evidence | None]:
    """One piece of evidence. `code` is that of the problem that an unknown key is."""
    vocabulary = Vocabulary("piece of evidence", code, (READING, EXACT))

    def read(node: Node, name: str, findings: Findings) -> Evidence | None:
        if not isinstance(node, Table):
            message = f'{name}: this is {nature_of(node)}; it must have "reading" and "exact"'
            findings.add("value-wrong-type", node, message)
            return None
        return evidence_from(Form(node, vocabulary, findings))

    return Shape(read, None, json_schema(vocabulary))


def evidence_from(form: Form) -> Evidence | None:
    """The evidence that a mapping with the keys `reading` and `exact` states; None after a complaint."""
    if not (form.require("reading") and form.require("exact")):
        return None
    reading, exact = form[READING], form[EXACT].strip()
    quotation = form.node("exact") or form.table
    return Evidence(reading, exact, quotation.position) if reading and exact else None
