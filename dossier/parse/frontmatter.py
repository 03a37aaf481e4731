"""The record at the head of a Markdown file, and where the text begins; what its keys mean is not known here."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Literal

from dossier.model import Position, Problem, Record, Source
from dossier.nodes import Node, Table, read_nodes
from dossier.parse.toml import read_toml
from dossier.problems import problem

if TYPE_CHECKING:
    from collections.abc import Sequence

_FENCES: dict[str, Literal["yaml", "toml"]] = {"---": "yaml", "+++": "toml"}
_CLOSERS = {"yaml": frozenset({"---", "..."}), "toml": frozenset({"+++"})}
_KEY = re.compile(r"""(?:[^\W\d][\w .-]*|"[^"]*"|'[^']*')\s*[:=](?:\s|$)""")
_KNOWN = {field.name.replace("_", "-") for field in fields(Record)} - {
    "authors",
    "position",
    "lines",
}
_KNOWN_KEY = re.compile(rf"(?:{'|'.join(sorted(_KNOWN | {'author'}))})\s*[:=](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Split:
    """A file in two: the text between the fences, and the text after them. Lines are the file's, from 1."""

    format: Literal["yaml", "toml"] | None
    """None: there is no front matter, and `body` is the whole file."""
    text: str
    line: int
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands at the head of a file, and the text below it."""

    node: Table | None
    text: str
    body: str
    body_line: int


def split(text: str) -> Split:
    """Take a file apart at the fences `---` (YAML) or `+++` (TOML) on its first line and below.

    A thematic break at the head of a text is no fence: what follows one is a key, a brace or the other fence.
    """
    first, _, rest = text.partition("\n")
    form = _FENCES.get(first.rstrip())
    lines = rest.split("\n") if form else []
    for number, line in enumerate(lines):
        if form and line.rstrip() in _CLOSERS[form] and _is_front(form, lines[:number]):
            body = "\n".join(lines[number + 1 :])
            return Split(form, "\n".join(lines[:number]), 2, body, number + 3)
        if form and line.rstrip() in _CLOSERS[form]:
            break
    return Split(None, "", 1, text, 1)


def read_front_matter(source: Source) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """The front matter of a Markdown file, if it has any that can be read.

    What lies between two `---` and is no mapping is text, unless a line of it begins with a record's key.
    """
    parts = split(source.text)
    whole = FrontMatter(None, "", source.text, 1)
    if parts.format is None:
        return whole, _left_open(source)
    node, problems = _read(parts, source.path)
    if isinstance(node, Table) or not parts.text.strip():
        table = node if isinstance(node, Table) else None
        return FrontMatter(table, parts.text, parts.body, parts.body_line), problems
    if parts.format == "yaml" and not any(map(_KNOWN_KEY.match, parts.text.split("\n"))):
        return whole, ()
    return FrontMatter(None, parts.text, parts.body, parts.body_line), problems


def _read(parts: Split, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    read = read_toml if parts.format == "toml" else read_nodes
    return read(parts.text, path, first_line=parts.line)


def _is_front(form: Literal["yaml", "toml"], lines: Sequence[str]) -> bool:
    if form == "toml":
        return True
    words = (line for line in lines if line.strip() and not line.lstrip().startswith("#"))
    first = next(words, None)
    return first is None or first.startswith("{") or _KEY.match(first) is not None


def _left_open(source: Source) -> tuple[Problem, ...]:
    """A problem if the file begins as front matter does and no second fence follows."""
    first, _, rest = source.text.partition("\n")
    second = rest.partition("\n")[0]
    if first.rstrip() not in _FENCES or not _KNOWN_KEY.match(second):
        return ()
    fence = first.rstrip()
    return (
        problem(
            "front-matter-open",
            Position(source.path, 1, 1),
            f'front matter begins here, and no second line "{fence}" ends it',
            hint=f'put a line "{fence}" before the text',
            excerpt=first,
            width=len(fence),
        ),
    )
