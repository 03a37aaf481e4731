"""A path through the dossier, from one file of `content/paths/`; not where its stops stand."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dossier.fields.form import Field, Form, Vocabulary, json_schema
from dossier.fields.many import many
from dossier.fields.names import slug_fault
from dossier.fields.shape import Findings, Shape, nature_of, quoted
from dossier.fields.texts import LINE, NUMBER, SLUG, TEXT
from dossier.model import Path, Stop
from dossier.nodes import Node, Table, read_nodes
from dossier.parse.definitions import body_of
from dossier.urls import slugify

if TYPE_CHECKING:
    from dossier.model import Problem, Source

_UNKNOWN = "path-unknown-key"

READING = Field("reading", SLUG, "The slug of the reading to go to.")
EXACT = Field("exact", TEXT, "A quotation: then only its passage is meant, not all of the reading.")
WORDS = Field("text", TEXT, "Your words before it, in Markdown.")
STOP = Vocabulary("stop", _UNKNOWN, (READING, EXACT, WORDS))


def _read_stop(node: Node, name: str, findings: Findings) -> Stop | None:
    if not isinstance(node, Table):
        message = f'{name}: this is {nature_of(node)}; it must have "reading" or "text"'
        findings.add("value-wrong-type", node, message)
        return None
    form = Form(node, STOP, findings)
    needed = ("reading",) if form.is_stated("exact") else ("reading", "text")
    if not form.require(*needed):
        return None
    where = form.node("exact") or form.node("reading") or node
    return Stop(body_of(form, WORDS), form[READING], form[EXACT].strip(), where.position)


_STOP: Shape[Stop | None] = Shape(_read_stop, None, json_schema(STOP))

TITLE = Field("title", LINE, "What it is called.")
PURPOSE = Field("purpose", LINE, "Whom it is for, or when, in one line.")
MINUTES = Field("minutes", NUMBER, "The minutes that a reader has for it.")
STOPS = Field("stops", many(_STOP), "Readings and passages, in order.")
PATH = Vocabulary("path", _UNKNOWN, (TITLE, PURPOSE, MINUTES, STOPS))


def parse_path(source: Source) -> tuple[Path | None, tuple[Problem, ...]]:
    """Read a path. Its id is the name of the file; one without a title or stops is left out."""
    node, problems = read_nodes(source.text, source.path)
    findings = Findings(source.path, source.text)
    path = _path(node, source.path, findings) if node else None
    return path, (*problems, *findings.in_order())


def _path(node: Node, file: str, findings: Findings) -> Path | None:
    if not isinstance(node, Table):
        message = f"the path is {nature_of(node)}; it must be keys with values"
        findings.add("value-wrong-type", node, message, 'write "title:" and "stops:"')
        return None
    form = Form(node, PATH, findings)
    identity = slugify(PurePosixPath(file).stem)
    if fault := slug_fault(identity):
        name = quoted(PurePosixPath(file).name)
        findings.add("slug-invalid", node, f"the id made from {name} {fault}", "rename the file")
        return None
    if not (form.require("title") and form.require("stops")) or not (stops := form[STOPS]):
        return None
    return Path(
        id=identity,
        title=form[TITLE],
        purpose=form[PURPOSE],
        minutes=form[MINUTES],
        stops=stops,
        position=node.position,
        lines=form.places,
    )
