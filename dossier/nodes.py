"""YAML text as nodes with their places: every scalar stays text; what the keys mean is not known here."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, Protocol

import yaml

from dossier.model import Position, Problem
from dossier.problems import problem
from dossier.yaml_advice import wording_of

if TYPE_CHECKING:
    from yaml.events import Event, NodeEvent

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # PyYAML was built without libyaml
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

DEEPEST = 100
"""Levels of nesting."""
MOST_COPIES = 100_000
"""Nodes, and shares of 64 characters, that all aliases of a file may stand for together."""

LONGEST_QUOTED = 60
"""Characters of a text that a message repeats."""

_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NULLS = frozenset({"", "~", "null"})
_CORE_TAG = "tag:yaml.org,2002:"
_CORE_TYPES = frozenset({"str", "int", "float", "bool", "null", "seq", "map", "timestamp", "merge"})
_LINE_BREAKS_OF_YAML = "\r\x85\u2028\u2029"
"""Ends of lines to YAML 1.1, and to nobody else."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, in NFC. `is_null` is true for nothing at all, `~` and `null` without quotation marks."""

    text: str
    position: Position
    is_null: bool = False
    quoted: bool = False
    is_block: bool = False
    """Whether it stands below a `|` or `>`, at which `position` points."""
    width: int = 0
    """Characters from `position` to its end, or to the end of its first line; 0 if unknown."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with values, as written; no key twice."""

    pairs: tuple[tuple[Scalar, Node], ...]
    position: Position


Node = Scalar | Sequence | Table


def read_nodes(
    text: str, path: str, *, first_line: int = 1
) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read one YAML document; None if it is empty or cannot be read. `text` begins on line `first_line`."""
    reader = _Reader(text, path, first_line)
    try:
        node = reader.read()
    except _Refused as refused:
        return None, (*reader.problems, refused.problem)
    return node, tuple(reader.problems)


class _Mark(Protocol):
    """A place as either of PyYAML's parsers has it, counted from 0."""

    index: int
    line: int
    column: int


class _Refused(Exception):  # noqa: N818 - it never leaves this file
    """The rest of the file cannot be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Reader:
    """Goes through the events of one text once."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = 0
        self.copies = 0
        self.lines: list[str] | None = None
        self.starts: list[int] | None = None
        if any(mark in text for mark in _LINE_BREAKS_OF_YAML):
            self.starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]

    def read(self) -> Node | None:
        try:
            loader = _Loader(self.text)
        except (yaml.reader.ReaderError, UnicodeEncodeError):
            self._refuse_character()
        try:
            self.next = iter(loader.get_event, None).__next__
            return self._document()
        except yaml.MarkedYAMLError as error:
            self._refuse_syntax(error)
        except (yaml.reader.ReaderError, UnicodeEncodeError):
            self._refuse_character()
        finally:
            loader.dispose()

    def _document(self) -> Node | None:
        self.next()
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None
        node = self._node(self.next(), 0)
        self.next()
        if not isinstance(after := self.next(), yaml.StreamEndEvent):
            hint = "leave out the line --- that begins the second one"
            self._refuse("yaml-documents", after, "a second YAML document begins here", hint)
        return None if isinstance(node, Scalar) and node.is_null else node

    def _node(self, event: Event, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._copy(event)
        before = self.count
        self.count += 1
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event)
        elif depth == DEEPEST:
            self._refuse("yaml-too-deep", event, f"lists and mappings nest deeper than {DEEPEST}")
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(event, depth + 1)
        else:
            node = self._table(event, depth + 1)
        if isinstance(event, yaml.NodeEvent):
            self._note(event, node, self.count - before)
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start = event.start_mark
        text, style = event.value, event.style
        self.count += len(text) // 64
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        plain = style is None or style == ""
        return Scalar(
            text,
            self._position(start),
            plain and text in _NULLS,
            style in {"'", '"'},
            style in {"|", ">"},
            _width(start, event.end_mark),
        )

    def _sequence(self, event: Event, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(inner := self.next(), yaml.SequenceEndEvent):
            items.append(self._node(inner, depth))
        return Sequence(tuple(items), self._position(event.start_mark))

    def _table(self, event: Event, depth: int) -> Table:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        merged: list[Table] = []
        while not isinstance(inner := self.next(), yaml.MappingEndEvent):
            key = self._node(inner, depth)
            value = self._node(self.next(), depth)
            if not isinstance(key, Scalar):
                self._refuse("yaml-key", inner, "a key is a list or a mapping; it must be text")
            if key.text == "<<" and not key.quoted:
                merged += self._merged(key, value)
            elif (first := pairs.setdefault(key.text, (key, value))[0]) is not key:
                self._complain_about_duplicate(key, first)
        for table in merged:
            for pair in table.pairs:
                pairs.setdefault(pair[0].text, pair)
        return Table(tuple(pairs.values()), self._position(event.start_mark))

    def _merged(self, key: Scalar, value: Node) -> list[Table]:
        tables = value.items if isinstance(value, Sequence) else (value,)
        found = [table for table in tables if isinstance(table, Table)]
        if len(found) < len(tables):
            message = "<< takes keys over from a mapping, and this is none"
            self.problems.append(self._problem("yaml-key", key.position, message))
        return found

    def _copy(self, event: yaml.AliasEvent) -> Node:
        node, size = self.anchors.get(event.anchor or "", (None, 0))
        if node is None:
            message = f'nothing before this is named "&{event.anchor}"'
            hint = f'put a text that begins with "*" in quotes: "*{event.anchor}"'
            self._refuse("yaml-syntax", event, message, hint)
        self.copies += size
        self.count += size
        if self.copies > MOST_COPIES:
            message = f"the aliases of this file stand for more than {MOST_COPIES} values"
            self._refuse("yaml-alias-bomb", event, message, "write the values out")
        return node

    def _note(self, event: NodeEvent, node: Node, size: int) -> None:
        """Remember an anchor, and say so if a tag hides what the text is."""
        if event.anchor is not None:
            self.anchors[event.anchor] = node, size
        tag = getattr(event, "tag", None)
        if tag is None or tag == "!" or tag.removeprefix(_CORE_TAG) in _CORE_TYPES:
            return
        message = f'"{tag.replace(_CORE_TAG, "!!")}" is a tag, and tags have no meaning here'
        hint = 'put a text that begins with "!" in quotes'
        self.problems.append(self._problem("yaml-tag", node.position, message, hint))

    def _position(self, mark: _Mark | None) -> Position:
        if mark is None:
            return Position(self.path, self.first_line)
        if self.starts is None:
            return Position(self.path, mark.line + self.first_line, mark.column + 1)
        line = bisect_right(self.starts, mark.index)
        column = mark.index - self.starts[line - 1] + 1
        return Position(self.path, line + self.first_line - 1, column)

    def _within(self, place: Position) -> Position:
        """The parser gives up after the last line; the fault is shown at the end of what is there."""
        lines = self.text.rstrip().split("\n")
        if place.line - self.first_line < len(lines):
            return place
        return Position(self.path, self.first_line + len(lines) - 1, max(1, len(lines[-1])))

    def _problem(
        self, code: str, position: Position, message: str, hint: str = "", width: int = 1
    ) -> Problem:
        if self.lines is None:
            self.lines = self.text.split("\n")
        at = position.line - self.first_line
        excerpt = self.lines[at] if at < len(self.lines) else ""
        return problem(code, position, message, hint=hint, excerpt=excerpt, width=max(width, 1))

    def _complain_about_duplicate(self, key: Scalar, first: Scalar) -> None:
        message = f'the key "{_clip(key.text)}" stands here again; line {first.position.line} has it already'
        hint = "leave one of the two"
        self.problems.append(
            self._problem("yaml-duplicate-key", key.position, message, hint, key.width)
        )

    def _refuse(self, code: str, event: Event, message: str, hint: str = "") -> NoReturn:
        raise _Refused(self._problem(code, self._position(event.start_mark), message, hint))

    def _refuse_syntax(self, error: yaml.MarkedYAMLError) -> NoReturn:
        mark = error.problem_mark
        sign = self.text[mark.index : mark.index + 1] if mark else ""
        wording = wording_of(error.problem or "", sign)
        mark = (error.context_mark if wording.at_context else None) or mark or error.context_mark
        place = self._within(self._position(mark))
        found = self._problem("yaml-syntax", place, wording.message, wording.hint)
        raise _Refused(found) from error

    def _refuse_character(self) -> NoReturn:
        found = _NOT_YAML.search(self.text)
        at = found.start() if found else 0
        begin = self.text.rfind("\n", 0, at) + 1
        position = Position(
            self.path, self.first_line + self.text.count("\n", 0, at), at - begin + 1
        )
        name = f"U+{ord(found[0]):04X}" if found else "a character that Unicode does not have"
        message = f"the control character {name} cannot stand in YAML"
        raise _Refused(self._problem("yaml-syntax", position, message, "delete it")) from None


def _width(start: _Mark | None, end: _Mark | None) -> int:
    return end.column - start.column if start and end and end.line == start.line else 0


def _clip(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTED else text[: LONGEST_QUOTED - 1] + "…"
