"""Values and problems as text cases show them: what is not stated is not shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass

from dossier.model import EMPTY_BODY, Body, Position, Problem, Rights
from dossier.nodes import Node, Scalar, Sequence

_PLACES = ("position", "lines", "by_position", "repeats_position")
_NOTHING: tuple[object, ...] = ("", (), {}, None, False, 0, EMPTY_BODY, Rights())


def shown_problems(problems: Iterable[Problem]) -> str:
    """Each problem with its line and its caret."""
    return "".join(map(_shown_problem, problems))


def _shown_problem(problem: Problem) -> str:
    place = f"{problem.position.line}:{problem.position.column}"
    caret = " " * (problem.position.column - 1) + "^" * problem.width
    text = f"{place}: {problem.severity}[{problem.code}]: {problem.message}\n"
    text += f"  | {problem.excerpt}\n  | {caret}\n"
    return text + (f"  help: {problem.help}\n" if problem.help else "")


def shown_value(value: object) -> str:
    """The fields of a frozen value that are stated, one a line."""
    lines = (
        f"{field.name}: {_shown(getattr(value, field.name))}\n"
        for field in (fields(value) if is_dataclass(value) else ())
        if field.name not in _PLACES and getattr(value, field.name) not in _NOTHING
    )
    return "".join(lines)


def _shown(value: object) -> str:
    if isinstance(value, Body):
        return f"{value.markdown!r} from line {value.line}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key!r}: {_shown(item)}' for key, item in value.items())}}}"
    if is_dataclass(value):
        stated = (
            f"{field.name}={_shown(getattr(value, field.name))}"
            for field in fields(value)
            if field.name not in _PLACES and getattr(value, field.name)
        )
        return f"{type(value).__name__}({', '.join(stated)})"
    return repr(value)


def shown_node(node: Node | None, indent: str = "") -> str:
    """A node with the places of everything in it."""
    if node is None:
        return "nothing\n"
    if isinstance(node, Scalar):
        null = " null" if node.is_null else ""
        return f"{indent}{_place(node.position)} {node.text!r}{null}\n"
    if isinstance(node, Sequence):
        inside = "".join(shown_node(item, f"{indent}  ") for item in node.items)
        return f"{indent}{_place(node.position)} list\n{inside}"
    inside = "".join(
        f"{shown_node(key, f'{indent}  ')}{shown_node(value, f'{indent}    ')}"
        for key, value in node.pairs
    )
    return f"{indent}{_place(node.position)} mapping\n{inside}"


def _place(position: Position) -> str:
    return f"{position.line}:{position.column}"
