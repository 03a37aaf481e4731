"""How an entry stands to others, from the key `relations`; not whether those exist."""

from __future__ import annotations

from dossier.fields.form import Field, Form, Vocabulary, json_schema
from dossier.fields.many import many
from dossier.fields.shape import Findings, Shape, nature_of
from dossier.fields.texts import DATE, SLUG, choice
from dossier.model import RELATION_TYPES, Relation
from dossier.nodes import Node, Table
from dossier.parse.evidence import evidence_shape

_UNKNOWN = "entry-unknown-key"

TYPE = Field("type", choice(RELATION_TYPES, "a type of relation", None), "How it stands to it.")
TO = Field("to", SLUG, "The id of the other entry.")
DATE_ = Field("date", DATE, "When, in EDTF, such as 2013/.. for since 2013.")
EVIDENCE = Field("evidence", many(evidence_shape(_UNKNOWN)), "The quotations that say so.")
RELATION = Vocabulary("relation", _UNKNOWN, (TYPE, TO, DATE_, EVIDENCE))


def _read(node: Node, name: str, findings: Findings) -> Relation | None:
    if not isinstance(node, Table):
        message = f'{name}: this is {nature_of(node)}; it must have "type" and "to"'
        findings.add("value-wrong-type", node, message)
        return None
    form = Form(node, RELATION, findings)
    if not (form.require("type") and form.require("to")):
        return None
    kind, to = form[TYPE], form[TO]
    if kind is None or not to:
        return None
    where = form.node("to") or node
    return Relation(kind, to, form[DATE_], form[EVIDENCE], where.position)


RELATION_SHAPE: Shape[Relation | None] = Shape(_read, None, json_schema(RELATION))
