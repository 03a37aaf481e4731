"""The day that the head of a document states, and why none is taken where it is not plain; no other dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINES = 10
_WORDS_BESIDE = 4
"""Words that may stand beside the date on its line: `Published:`, a place, a day of the week, a time."""
_LONGEST = 200
"""Characters of a line that can say little else than a day."""
_MOST_NAMED = 3
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_DATE = re.compile(
    rf"(?<![\w-])(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?![\d-])"
    rf"|(?P<month>{'|'.join(_MONTHS)})[ \u00a0]+(?P<day>\d{{1,2}}),[ \u00a0]*(?P<year>\d{{4}})(?!\w))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A day as `YYYY-MM-DD`, empty if there is doubt, and a remark that says where it was found or what the doubt is."""

    day: str
    remark: str


@dataclass(frozen=True, slots=True)
class _Seen:
    day: str
    line: int
    is_plain: bool
    """Whether the line says little else."""


def stated_date(text: str, first_line: int = 1) -> StatedDate:
    """The one day that stands on a line of its own among the first ten: ISO, or `Month D, YYYY`."""
    seen = tuple(_seen(text, first_line))
    days = tuple(dict.fromkeys(each.day for each in seen))
    if not seen:
        return StatedDate("", f"no day is stated in its first {_LINES} lines")
    if len(days) > 1:
        first = {each.day: each.line for each in reversed(seen)}
        where = ", ".join(f"{day} on line {first[day]}" for day in days[:_MOST_NAMED])
        return StatedDate("", f"which of these: {where}?")
    plain = next((each for each in seen if each.is_plain), None)
    if plain is None:
        return StatedDate("", f"line {seen[0].line} mentions {days[0]}; is it the document's?")
    return StatedDate(days[0], f"found on line {plain.line}")


def _seen(text: str, first_line: int) -> Iterator[_Seen]:
    for number, line in enumerate(text.split("\n")[:_LINES]):
        for match in _DATE.finditer(line):
            if day := _day(match):
                yield _Seen(day, first_line + number, _is_plain(line, match))


def _is_plain(line: str, match: re.Match[str]) -> bool:
    if len(line) > _LONGEST:
        return False
    return len((line[: match.start()] + " " + line[match.end() :]).split()) <= _WORDS_BESIDE


def _day(match: re.Match[str]) -> str:
    """ISO 8601; empty for a day that no calendar has."""
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"]).isoformat()
        month = _MONTHS.index(match["month"].lower()) + 1
        return date(int(match["year"]), month, int(match["day"])).isoformat()
    except ValueError:
        return ""
