"""Lines of a text that are shown elsewhere or nowhere: made empty, so that every other line keeps its number."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from dossier.problems import did_you_mean, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dossier.model import Position, Problem, Record

_SAME = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'") | {"\u00a0": " ", "\u202f": " "}
)
_LONGEST_TITLE = 200
"""Characters of a first line that can be a title as it stands."""
_LONGEST_BEGINNING = 90
"""Characters of a first line that stand for a title."""
_MOST_COMPARED = 500
_HEADING = re.compile(r" {0,3}#(?:[ \t].*)?")
_UNDERLINE = re.compile(r" {0,3}=+[ \t]*")


def folded(line: str) -> str:
    """What two lines have in common that differ only in outer white space, apostrophes and no-break spaces."""
    return unicodedata.normalize("NFC", line).translate(_SAME).strip()


def without(text: str, numbers: Iterable[int]) -> str:
    """The text with the lines of these numbers (from 0) empty."""
    empty = frozenset(numbers)
    if not empty:
        return text
    return "\n".join("" if n in empty else line for n, line in enumerate(text.split("\n")))


def take_out(text: str, record: Record) -> tuple[str, tuple[Problem, ...]]:
    """Empty every line that the record's `remove` names; a problem for each that does not occur."""
    if not record.remove:
        return text, ()
    lines = [folded(line) for line in text.split("\n")]
    unwanted = {folded(line) for line in record.remove}
    found = unwanted & set(lines)
    missing = (_missing(line, record, lines) for line in record.remove if folded(line) not in found)
    return without(text, (n for n, line in enumerate(lines) if line in found and line)), tuple(
        missing
    )


def leading_line(text: str) -> tuple[int, str, bool]:
    """Number and words of the first line that is not empty, and whether it is a paragraph by itself."""
    lines = text.split("\n")
    number = next((n for n, line in enumerate(lines) if line.strip()), 0)
    return number, lines[number].strip(), not "".join(lines[number + 1 : number + 2]).strip()


def leading_heading(text: str) -> tuple[str, Sequence[int]]:
    """The source of a heading of the first level at the head of a Markdown text, and its line numbers."""
    lines = text.split("\n")
    number = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if _HEADING.fullmatch(lines[number]):
        return lines[number], (number,)
    if len(lines) > number + 1 and _UNDERLINE.fullmatch(lines[number + 1]):
        return "\n".join(lines[number : number + 2]), (number, number + 1)
    return "", ()


def is_title(line: str) -> bool:
    """Whether a line that stands alone is short enough to be a title as it is."""
    return len(line) <= _LONGEST_TITLE


def beginning(line: str, *, is_whole: bool) -> str:
    """The first words of a paragraph, for want of a title."""
    if len(line) <= _LONGEST_BEGINNING:
        return line if is_whole else f"{line}…"
    cut = line.rfind(" ", 0, _LONGEST_BEGINNING)
    return f"{line[: cut if cut > 0 else _LONGEST_BEGINNING].rstrip()}…"


def _missing(line: str, record: Record, lines: Sequence[str]) -> Problem:
    place: Position = record.lines.get(
        f"remove.{line}", record.lines.get("remove", record.position)
    )
    near = [each for each in lines if each and abs(len(each) - len(line)) <= len(line) // 2 + 1]
    return problem(
        "remove-missing",
        place,
        f'the line "{line}" does not occur in the document',
        hint=did_you_mean(line, near[:_MOST_COMPARED])
        or "a line is given whole, as it stands in the file",
        width=len(line),
    )
