"""Claims from `content/claims.yaml`: questions, and what each source answers; not where the answers stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dossier.fields.form import Field, Form, Vocabulary, json_schema
from dossier.fields.many import many, tables_of
from dossier.fields.names import slug_fault
from dossier.fields.shape import Findings, Shape, nature_of, quoted
from dossier.fields.texts import DATE, LINE, SLUG, TEXT
from dossier.model import Answer, Claim
from dossier.nodes import Node, Table, read_nodes
from dossier.parse.definitions import body_of
from dossier.parse.evidence import EXACT, READING, evidence_from
from dossier.quantities import is_stated
from dossier.urls import slugify

if TYPE_CHECKING:
    from dossier.model import Problem, Source

_UNKNOWN = "claim-unknown-key"

ANSWER_ID = Field("id", SLUG, "A name for other answers to repeat it by; else its number, from 1.")
VALUE = Field("value", LINE, "What the source says, in figures or words that its sentence has too.")
UNIT = Field("unit", LINE, "What is counted; else the unit of the claim.")
AS_OF = Field("as_of", DATE, "As of when, in EDTF.")
BY = Field("by", LINE, "Who says so: the id of an entry, or a name.")
REPEATS = Field("repeats", LINE, "The answer that this one only repeats, by id or number.")
ANSWER = Vocabulary(
    "answer", _UNKNOWN, (ANSWER_ID, VALUE, UNIT, AS_OF, READING, EXACT, BY, REPEATS)
)


def _read_answer(node: Node, name: str, findings: Findings) -> Answer | None:
    if not isinstance(node, Table):
        message = f'{name}: this is {nature_of(node)}; it must have "value", "reading" and "exact"'
        findings.add("value-wrong-type", node, message)
        return None
    form = Form(node, ANSWER, findings)
    if not form.require("value") or not (evidence := evidence_from(form)):
        return None
    value = form[VALUE]
    if not value:
        return None
    if not is_stated(value, evidence.exact):
        message = f"value: {quoted(value)} is not in the words quoted, {quoted(evidence.exact)}"
        hint = "quote the words that state it, in figures or in words"
        findings.add("claim-value-missing", form.node("value") or node, message, hint)
    return Answer(
        value=value,
        evidence=evidence,
        unit=form[UNIT],
        as_of=form[AS_OF],
        by=form[BY],
        by_position=form.places.get("by", node.position),
        id=form[ANSWER_ID],
        repeats=form[REPEATS],
        repeats_position=form.places.get("repeats", node.position),
        position=node.position,
    )


_ANSWER: Shape[Answer | None] = Shape(_read_answer, None, json_schema(ANSWER))

ID = Field("id", SLUG, "Its name in addresses; else made from the question.")
QUESTION = Field("question", LINE, "What the sources answer differently.")
DESCRIPTION = Field("description", TEXT, "What to make of it, in Markdown.")
CLAIM_UNIT = Field("unit", LINE, "What is counted, for every answer that does not say.")
ANSWERS = Field("answers", many(_ANSWER), "What each source says, in the order to be shown.")
CLAIM = Vocabulary("claim", _UNKNOWN, (ID, QUESTION, DESCRIPTION, CLAIM_UNIT, ANSWERS))


def parse_claims(source: Source) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """Read a file of claims. One that has no question, or an id that another has, is left out."""
    node, problems = read_nodes(source.text, source.path)
    findings = Findings(source.path, source.text)
    claims: dict[str, Claim] = {}
    for table in tables_of(node, "claim", findings):
        claim = _claim(Form(table, CLAIM, findings))
        if claim is None:
            continue
        first = claims.setdefault(claim.id, claim)
        if first is not claim:
            other = f"{quoted(first.question)} in line {first.position.line}"
            message = f'the id "{claim.id}" of {quoted(claim.question)} is also that of {other}'
            where = next((value for key, value in table.pairs if key.text == "id"), table)
            findings.add("claim-duplicate-id", where, message, 'give one of them another "id"')
    return tuple(claims.values()), (*problems, *findings.in_order())


def _claim(form: Form) -> Claim | None:
    if not form.require("question") or not (question := form[QUESTION]):
        return None
    form.require("answers")
    identity = form[ID] if form.is_stated("id") else slugify(question)
    if not form.is_stated("id") and (fault := slug_fault(identity)):
        where = form.node("question") or form.table
        message = f"the id made from {quoted(question)} {fault}"
        form.findings.add("slug-invalid", where, message, 'give the claim an "id"')
        return None
    if not identity:
        return None
    unit = form[CLAIM_UNIT]
    return Claim(
        id=identity,
        question=question,
        description=body_of(form, DESCRIPTION),
        answers=tuple(replace(it, unit=it.unit or unit) for it in form[ANSWERS]),
        position=form.table.position,
        lines=form.places,
    )
