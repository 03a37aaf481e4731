"""TOML text as the nodes that YAML gives: every value as text, places as near as the standard library allows."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from dossier.model import Position, Problem
from dossier.nodes import Node, Scalar, Sequence, Table
from dossier.problems import problem

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")


def read_toml(
    text: str, path: str, *, first_line: int = 1
) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read a TOML document that begins on line `first_line` of a file; None if it cannot be read."""
    lines = text.split("\n")
    try:
        table = tomllib.loads(text, parse_float=str)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return None, (_syntax(str(error), lines, path, first_line),)
    return _Places(lines, path, first_line).table(table, Position(path, first_line, 1)), ()


def _syntax(error: str, lines: list[str], path: str, first_line: int) -> Problem:
    found = _PLACE.search(error)
    line = int(found[1]) if found and found[1] else len(lines)
    column = int(found[2]) if found and found[2] else len(lines[-1]) + 1
    what = _PLACE.sub("", error).strip()
    return problem(
        "toml-syntax",
        Position(path, first_line + line - 1, column),
        f"the front matter is not TOML: {what[:1].lower()}{what[1:]}",
        excerpt=lines[line - 1] if line <= len(lines) else "",
    )


class _Places:
    """Finds keys again in the text that the parser read."""

    def __init__(self, lines: list[str], path: str, first_line: int) -> None:
        self.lines = lines
        self.path = path
        self.first_line = first_line

    def table(self, table: Mapping[str, object], near: Position) -> Table:
        pairs: list[tuple[Scalar, Node]] = []
        for key, value in table.items():
            key_place, value_place = self._find(key, near)
            pairs.append((Scalar(key, key_place), self._node(value, value_place)))
        return Table(tuple(pairs), near)

    def _node(self, value: object, place: Position) -> Node:
        if isinstance(value, dict):
            return self.table(value, place)
        if isinstance(value, list):
            return Sequence(tuple(self._node(item, place) for item in value), place)
        return Scalar(_text(value), place, quoted=isinstance(value, str))

    def _find(self, key: str, near: Position) -> tuple[Position, Position]:
        """Where a key stands, and its value, on the first line from `near` on that can be the key's."""
        begins = re.compile(rf"""(\s*\[*\s*["']?){re.escape(key)}["']?\s*(?:[=.\]]\s*)""")
        for number in range(near.line - self.first_line, len(self.lines)):
            if found := begins.match(self.lines[number]):
                line = number + self.first_line
                return (
                    Position(self.path, line, found.end(1) + 1),
                    Position(self.path, line, found.end() + 1),
                )
        return near, near


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value)
