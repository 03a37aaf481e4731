"""Problems and outcomes as people and programs read them: terminal text, JSON, GitHub annotations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dossier.build import Outcome
    from dossier.model import Position, Problem

Format = Literal["text", "json", "github"]
FORMATS: tuple[Format, ...] = ("text", "json", "github")

_WIDEST = 100
_CODES = {"error": "31;1", "warning": "33;1", "help": "36", "faint": "2"}


def paint(text: str, style: str, *, colours: bool) -> str:
    """The text in a style, for terminals that show it."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if colours else text


def problems_text(problems: Sequence[Problem], form: Format, *, colours: bool = False) -> str:
    """All problems in one format; empty text if there are none and the format is text."""
    writers: dict[Format, Callable[[Sequence[Problem]], str]] = {
        "text": lambda found: "\n".join(_text(each, colours=colours) for each in found),
        "json": _json,
        "github": lambda found: "\n".join(_github(each) for each in found),
    }
    return writers[form](problems)


def where(position: Position) -> str:
    """`file:line:column`, as far as known."""
    parts = [position.path or "dossier"]
    if position.line:
        parts += [str(position.line), str(max(position.column, 1))]
    return ":".join(parts)


def _text(problem: Problem, *, colours: bool) -> str:
    kind = paint(f"{problem.severity}[{problem.code}]", problem.severity, colours=colours)
    lines = [f"{where(problem.position)}: {kind}: {problem.message}"]
    if problem.excerpt:
        excerpt, column = _window(problem.excerpt.expandtabs(1), problem.position.column)
        caret = " " * (column - 1) + "^" * max(1, min(problem.width, len(excerpt) - column + 1))
        lines += [f"    {excerpt}", "    " + paint(caret, problem.severity, colours=colours)]
    if problem.help:
        hint = problem.help.replace("\n", "\n          ")
        lines.append("    " + paint("help: ", "help", colours=colours) + hint)
    return "\n".join(lines)


def _window(excerpt: str, column: int) -> tuple[str, int]:
    """The part of a long line around a column, and the column in it."""
    column = max(1, min(column, len(excerpt) + 1))
    if len(excerpt) <= _WIDEST:
        return excerpt, column
    start = max(0, min(column - _WIDEST // 2, len(excerpt) - _WIDEST))
    shown = excerpt[start : start + _WIDEST]
    ahead, behind = ("…" if start else ""), ("…" if start + _WIDEST < len(excerpt) else "")
    return ahead + shown + behind, column - start + len(ahead)


def _json(problems: Sequence[Problem]) -> str:
    rows = [
        {
            "code": each.code,
            "severity": each.severity,
            "path": each.position.path,
            "line": each.position.line,
            "column": each.position.column,
            "message": each.message,
            "help": each.help,
        }
        for each in problems
    ]
    return json.dumps({"problems": rows}, ensure_ascii=False, indent=2)


def _github(problem: Problem) -> str:
    """A workflow command; see GitHub Actions, "Workflow commands"."""
    position = problem.position
    properties = [f"file={_property(position.path)}"]
    if position.line:
        properties += [f"line={position.line}", f"col={max(position.column, 1)}"]
    properties.append(f"title={_property(problem.code)}")
    message = problem.message + (f"\nhelp: {problem.help}" if problem.help else "")
    data = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{problem.severity} {','.join(properties)}::{data}"


def _property(text: str) -> str:
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        text = text.replace(character, code)
    return text


def count_of(number: int, word: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number:,} {word}" + ("" if number == 1 else "s")


def summary(outcome: Outcome, seconds: float) -> str:
    """One line on what a build did."""
    errors, warnings = outcome.errors, len(outcome.problems) - outcome.errors
    found = ", ".join(
        part
        for part in (
            count_of(errors, "error") if errors else "",
            count_of(warnings, "warning") if warnings else "",
        )
        if part
    )
    problems = found or "no problems"
    if outcome.published is None:
        return f"nothing published: {problems}, {seconds:.2f} s; the last good site is as it was"
    files = outcome.published
    removed = f", {files.removed:,} removed" if files.removed else ""
    return (
        f"{count_of(outcome.pages, 'page')}: {files.written:,} files written, "
        f"{files.unchanged:,} unchanged{removed}; {problems}; {seconds:.2f} s"
    )
