"""Dated events from `content/events.yaml`, with the quotations that carry them; not where those stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.fields.form import Field, Form, Vocabulary
from dossier.fields.many import many, tables_of
from dossier.fields.names import slug_fault
from dossier.fields.shape import Findings, quoted
from dossier.fields.texts import DATE, LINE, SLUG, TEXT
from dossier.model import Event
from dossier.nodes import read_nodes
from dossier.parse.definitions import body_of
from dossier.parse.evidence import evidence_shape
from dossier.urls import slugify

if TYPE_CHECKING:
    from dossier.model import Problem, Source

_UNKNOWN = "event-unknown-key"

ID = Field("id", SLUG, "Its name in addresses and references; else made from its title.")
DATE_ = Field("date", DATE, "When it happened, in EDTF; left out if nobody knows.")
DATE_AS_STATED = Field("date_as_stated", LINE, "The date in the source's own words.")
TITLE = Field("title", LINE, "What happened, in one line.")
DESCRIPTION = Field("description", TEXT, "What happened, in Markdown.")
ENTRIES = Field(
    "entries", many(SLUG), "Ids of the people, organisations and things that took part."
)
PLACE = Field("place", SLUG, "The id of the place.")
EVIDENCES = Field("evidence", many(evidence_shape(_UNKNOWN)), "The quotations that say so.")
EVENT = Vocabulary(
    "event",
    _UNKNOWN,
    (ID, DATE_, DATE_AS_STATED, TITLE, DESCRIPTION, ENTRIES, PLACE, EVIDENCES),
)


def parse_events(source: Source) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Read a file of events. One that has no title, or an id that another has, is left out."""
    node, problems = read_nodes(source.text, source.path)
    findings = Findings(source.path, source.text)
    events: dict[str, Event] = {}
    for table in tables_of(node, "event", findings):
        event = _event(Form(table, EVENT, findings))
        if event is None:
            continue
        first = events.setdefault(event.id, event)
        if first is not event:
            other = f"{quoted(first.title)} in line {first.position.line}"
            message = f'the id "{event.id}" of {quoted(event.title)} is also that of {other}'
            where = next((value for key, value in table.pairs if key.text == "id"), table)
            findings.add("event-duplicate-id", where, message, 'give one of them another "id"')
    return tuple(events.values()), (*problems, *findings.in_order())


def _event(form: Form) -> Event | None:
    if not form.require("title") or not (title := form[TITLE]):
        return None
    identity = form[ID] if form.is_stated("id") else slugify(title)
    if not form.is_stated("id") and (fault := slug_fault(identity)):
        where = form.node("title") or form.table
        message = f"the id made from {quoted(title)} {fault}"
        form.findings.add("slug-invalid", where, message, 'give the event an "id"')
        return None
    if not identity:
        return None
    return Event(
        id=identity,
        date=form[DATE_],
        title=title,
        description=body_of(form, DESCRIPTION),
        entries=form[ENTRIES],
        place=form[PLACE],
        date_as_stated=form[DATE_AS_STATED],
        evidence=form[EVIDENCES],
        position=form.table.position,
        lines=form.places,
    )
