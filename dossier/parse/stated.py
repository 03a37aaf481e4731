"""What is stated about a document: its record file before its front matter before the dossier's defaults."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Literal

from dossier.model import Config, Name, Position, Problem, Record, Rights, Source
from dossier.nodes import read_nodes
from dossier.parse.records import record_from
from dossier.problems import problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from dossier.parse.frontmatter import FrontMatter

_KEYS = {"authors": "author", "container_title": "container-title"}
"""Fields of a record whose keys are spelled otherwise."""
_FIELDS = {
    _KEYS.get(field.name, field.name): field.name
    for field in fields(Record)
    if field.name not in {"position", "lines"}
}
"""A record's key to the name of its field."""


def stated_record(
    source: Source, front: FrontMatter, file: Source | None, config: Config
) -> tuple[Record, tuple[Problem, ...]]:
    """The record of a document or page."""
    kind: Literal["document", "page"] = "page" if source.kind == "page" else "document"
    head = Record(position=Position(source.path, 1))
    problems: tuple[Problem, ...] = ()
    if front.node:
        head, problems = record_from(front.node, source.path, source.text, kind=kind)
    if file:
        beside, more = _from_file(file)
        twice = _stated_twice(beside, head, file, source) if front.node else ()
        head, problems = _joined(beside, head), (*problems, *more, *twice)
    return _with_defaults(head, config, kind), problems


def _from_file(file: Source) -> tuple[Record, tuple[Problem, ...]]:
    node, problems = read_nodes(file.text, file.path)
    if node is None:
        return Record(position=Position(file.path, 1)), problems
    record, more = record_from(node, file.path, file.text, kind="document")
    return record, (*problems, *more)


def _joined(beside: Record, head: Record) -> Record:
    """The record file's keys, and the front matter's where the file is silent."""
    taken = {name: getattr(head, name) for key, name in _FIELDS.items() if key not in beside.lines}
    lines: Mapping[str, Position] = {**head.lines, **beside.lines}
    return replace(beside, **taken, lines=lines)


def _stated_twice(
    beside: Record, head: Record, file: Source, source: Source
) -> tuple[Problem, ...]:
    differing = [
        key
        for key, name in _FIELDS.items()
        if key in beside.lines
        and key in head.lines
        and getattr(beside, name) != getattr(head, name)
    ]
    if not differing:
        return ()
    says = f"they differ in {', '.join(differing)}; the file counts"
    message = f'"{source.path}" has a record in "{file.path}" and in its front matter: {says}'
    hint = "keep one of them"
    return (problem("record-twice", beside.lines[differing[0]], message, hint=hint),)


def _with_defaults(record: Record, config: Config, kind: Literal["document", "page"]) -> Record:
    """A page of the curator's own takes only the language."""
    filled: dict[str, Any] = {}
    for key, text in config.defaults.items():
        name = _FIELDS.get(key, "")
        if not name or getattr(record, name) or (kind == "page" and key != "language"):
            continue
        if name == "authors":
            filled[name] = (Name(literal=text),)
        elif getattr(record, name) == "":
            filled[name] = text
    if kind != "page":
        filled["rights"] = _with_default_rights(record.rights, config.default_rights)
        filled["audience"] = record.audience or config.default_audience
    return replace(record, **filled)


def _with_default_rights(stated: Rights, standard: Rights) -> Rights:
    """Key by key: words about the terms do not say that the text may be shown."""
    is_said = bool(stated.statement)
    extent = stated.text or standard.text
    part = stated if stated.words or stated.passages else standard
    return Rights(
        text=extent,
        licence=stated.licence if is_said else standard.licence,
        holder=stated.holder if is_said else standard.holder,
        note=stated.note if is_said else standard.note,
        words=part.words if extent == "excerpt" else 0,
        passages=part.passages if extent == "excerpt" else (),
        lines=stated.lines,
    )
