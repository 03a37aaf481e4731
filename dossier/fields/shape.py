"""What a value may look like, and the problems found on the way; not which key has which shape."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, TypeVar

from dossier.model import Position, Problem
from dossier.nodes import LONGEST_QUOTED, Node, Scalar, Sequence, Table
from dossier.problems import problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T_co = TypeVar("T_co", covariant=True)

MOST_FOREIGN = 50
"""Warnings about one document's own front matter that are shown one by one."""
FOREIGN = "front-matter-ignored"
_NEVER_MERELY_FOREIGN = frozenset({"slug-invalid", "alias-invalid"})


class Findings:
    """Collects the problems of one file.

    `foreign` is for front matter that a document came with: what is wrong there is left out with a warning,
    except where it would take the site's own addresses.
    """

    def __init__(self, path: str, text: str, *, foreign: bool = False) -> None:
        self.path = path
        self.foreign = foreign
        self.problems: list[Problem] = []
        self._text = text
        self._uncounted = 0
        self._lines: list[str] | None = None

    def add(self, code: str, node: Node, message: str, hint: str = "", *, offset: int = 0) -> None:
        """Add a problem at a node, or `offset` characters into its text."""
        if (
            self.foreign
            and len(self.problems) >= MOST_FOREIGN
            and code not in _NEVER_MERELY_FOREIGN
        ):
            self._uncounted += 1
            return
        place = node.position
        excerpt = self._line(place.line)
        start = place.column - 1
        if isinstance(node, Scalar) and not node.is_block:
            width = node.width or len(node.text)
            if 0 < offset < width:
                start += offset + node.quoted
                width -= offset + 2 * node.quoted
        else:
            width = 1 if isinstance(node, Scalar) else len(excerpt.rstrip()) - start
        width = max(1, min(width, len(excerpt) - start))
        if self.foreign and code not in _NEVER_MERELY_FOREIGN:
            code = FOREIGN
            if not hint.startswith("did you mean"):
                hint = f"it is left out; {self.path}.yaml could say it better"
        place = Position(place.path, place.line, start + 1)
        self.problems.append(problem(code, place, message, hint=hint, excerpt=excerpt, width=width))

    def in_order(self) -> tuple[Problem, ...]:
        """All of them as they come in the file."""
        place = attrgetter("position.line", "position.column")
        ordered = sorted(self.problems, key=place)
        if self._uncounted:
            message = f"{self._uncounted} more keys and values of this front matter are left out"
            ordered.append(problem(FOREIGN, Position(self.path), message))
        return tuple(ordered)

    def _line(self, number: int) -> str:
        if self._lines is None:
            self._lines = self._text.split("\n")
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""


@dataclass(frozen=True, slots=True)
class Shape(Generic[T_co]):
    """How a kind of value is read. `read` takes the node, the words that name it, and where to complain."""

    read: Callable[[Node, str, Findings], T_co | None]
    """The value, or None after a complaint."""
    empty: T_co
    """The value of a key that is not stated."""
    schema: Mapping[str, object] = field(default_factory=dict)
    """The same as JSON Schema, for editors."""


def quoted(text: str) -> str:
    """A value as a message repeats it: on one line, not too long."""
    plain = " ".join(text.split())
    return f'"{plain if len(plain) <= LONGEST_QUOTED else plain[: LONGEST_QUOTED - 1] + "…"}"'


def nature_of(node: Node) -> str:
    """What a node is, with its article."""
    if isinstance(node, Scalar):
        return "a text"
    return "a list" if isinstance(node, Sequence) else "a mapping"


def is_blank(node: Node) -> bool:
    """Whether a value says nothing, as if its key were not there."""
    if isinstance(node, Scalar):
        return node.is_null or not node.text.strip()
    return not (node.pairs if isinstance(node, Table) else node.items)
