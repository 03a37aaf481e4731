"""Dates as the Extended Date/Time Format writes them: reading, bounds and order; not how they read aloud.

ISO 8601-2:2019, levels 0 and 1 as the Library of Congress specifies them, with the sets and the sub-year groupings
of level 2. Years are proleptic Gregorian and astronomical: year 0 is 1 BCE. Nothing is ever filled in: a date without
a day has bounds, but no day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from dossier.edtf_advice import complaint_about, suggestion_for

Day = tuple[int, int, int]
"""Year, month, day: a bound to compare with, never to show."""
Kind = Literal["date", "interval", "one", "all"]
Precision = Literal["century", "decade", "year", "season", "month", "day"]

BEGINNING: Day = (-(10**15), 1, 1)
"""Before every date that can be written."""
ENDING: Day = (10**15, 12, 31)
"""After every date that can be written."""

# Northern seasons for 21 to 28, southern for 29 to 32, then quarters, thirds and halves: first month, months.
_MONTHS = range(1, 13)
_SEASONS = (
    dict(
        zip(
            range(21, 33),
            [(3, 3), (6, 3), (9, 3), (12, 3)] * 2 + [(9, 3), (12, 3), (3, 3), (6, 3)],
            strict=True,
        )
    )
    | {33 + quarter: (1 + 3 * quarter, 3) for quarter in range(4)}
    | {37 + third: (1 + 4 * third, 4) for third in range(3)}
    | {40 + half: (1 + 6 * half, 6) for half in range(2)}
)
_LAST_OF_FOUR_DIGITS = 9999
_MOMENT = re.compile(
    r"(?P<year>Y-?[0-9]+|-?[0-9X]+)"
    r"(?:-(?P<month>[0-9X]{1,2})(?:-(?P<day>[0-9X]{1,2})(?:T(?P<time>[^?~%]*))?)?)?"
    r"(?P<qualifier>[?~%]?)"
)
_YEAR = re.compile(r"-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)|Y-?[1-9][0-9]{4,11}")
_NO_YEAR = re.compile("-0[0X]*")
_TIME = re.compile(
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?"
)


class EdtfError(ValueError):
    """A text that is no EDTF date: what is wrong, where (offset in the text), and what may have been meant."""

    def __init__(self, message: str, offset: int = 0, suggestion: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.suggestion = suggestion
        """A valid EDTF text that says the same, or empty where none is sure."""


class End(Enum):
    """An end of a span that is no date."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """One date as precisely as it was stated, and no more."""

    year: int
    """Of `201X` the first year: 2010."""
    unspecified: int = 0
    """How many last digits of the year are X."""
    month: int | None = None
    """1 to 12, or a season or grouping, 21 to 41."""
    day: int | None = None
    time: str = ""
    """`hh:mm:ss` and the zone, as written."""
    qualifier: Literal["", "?", "~", "%"] = ""

    @property
    def precision(self) -> Precision:
        """The smallest thing that was stated."""
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "season" if self.month in _SEASONS else "month"
        return "year" if not self.unspecified else "decade" if self.unspecified == 1 else "century"

    @property
    def earliest(self) -> Day:
        """The first day that this may be."""
        if self.day is not None and self.month is not None:
            return self.year, self.month, self.day
        if self.month is None:
            return self._first_year, 1, 1
        return self.year, _SEASONS.get(self.month, (self.month, 1))[0], 1

    @property
    def latest(self) -> Day:
        """The last day that this may be."""
        if self.day is not None:
            return self.earliest
        if self.month is None:
            return self._first_year + 10**self.unspecified - 1, 12, 31
        first, count = _SEASONS.get(self.month, (self.month, 1))
        years, month = divmod(first + count - 2, 12)
        return self.year + years, month + 1, _days_in(self.year + years, month + 1)

    @property
    def _first_year(self) -> int:
        return self.year - (10**self.unspecified - 1 if self.year < 0 else 0)


@dataclass(frozen=True, slots=True)
class Span:
    """From a start to an end, both included. A single date is a span whose ends are the same moment."""

    start: Moment | End
    end: Moment | End

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The dates that were stated, the first one first."""
        ends = (self.start,) if self.start == self.end else (self.start, self.end)
        return tuple(end for end in ends if isinstance(end, Moment))

    @property
    def earliest(self) -> Day:
        """The first day of it; an open or unknown start is before everything."""
        return self.start.earliest if isinstance(self.start, Moment) else BEGINNING

    @property
    def latest(self) -> Day:
        """The last day of it; an open or unknown end is after everything."""
        return self.end.latest if isinstance(self.end, Moment) else ENDING


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date in EDTF. `one` and `all` are the sets: one of its spans, or all of them."""

    text: str
    """As written."""
    kind: Kind
    spans: tuple[Span, ...]
    """At least one; exactly one unless this is a set."""

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Every date that was stated, at least one, in the order of the text."""
        return tuple(moment for span in self.spans for moment in span.moments)

    @property
    def earliest(self) -> Day:
        """The first day that this may be, or `BEGINNING`."""
        return min(span.earliest for span in self.spans)

    @property
    def latest(self) -> Day:
        """The last day that this may be, or `ENDING`."""
        return max(span.latest for span in self.spans)


def parse(text: str) -> Edtf:
    """Read an EDTF text. Raises EdtfError, and nothing else, for any text that is none."""
    try:
        return _read(text)
    except EdtfError as error:
        complaint = complaint_about(text)
        message, offset = (complaint, 0) if complaint else (error.message, error.offset)
        raise EdtfError(message, offset, _sure(suggestion_for(text))) from None


def sort_key(edtf: Edtf) -> tuple[Day, str, Day, str]:
    """Order by the first date stated: the time of day, then the wider span first, then the text."""
    first = min(edtf.moments, key=lambda moment: (moment.earliest, moment.time))
    year, month, day = edtf.latest
    return first.earliest, first.time, (-year, -month, -day), edtf.text


def years(edtf: Edtf) -> range:
    """The years from the first to the last that were stated; an open end adds none."""
    first = min(moment.earliest for moment in edtf.moments)[0]
    return range(first, max(moment.latest for moment in edtf.moments)[0] + 1)


def month_key(edtf: Edtf) -> str:
    """The EDTF text of the month in which this begins, as far as stated: `2024-02`, `2024`, `2020-21`, `201X`."""
    first = min(edtf.moments, key=lambda moment: moment.earliest)
    digits = f"{abs(first.year):04}"
    shown = digits[: len(digits) - first.unspecified] + "X" * first.unspecified
    prefix = ("Y" if abs(first.year) > _LAST_OF_FOUR_DIGITS else "") + (
        "-" if first.year < 0 else ""
    )
    return f"{prefix}{shown}" + (f"-{first.month:02}" if first.month is not None else "")


def _sure(suggestion: str) -> str:
    try:
        return _read(suggestion).text if suggestion else ""
    except EdtfError:
        return ""


def _read(text: str) -> Edtf:
    if not text:
        raise EdtfError("the date is empty; leave the key out if it is not known")
    if text[0] in "[{":
        return _read_set(text)
    if "/" in text:
        return Edtf(text, "interval", (_read_interval(text),))
    moment = _read_moment(text, 0)
    return Edtf(text, "date", (Span(moment, moment),))


def _read_set(text: str) -> Edtf:
    closing = "]" if text[0] == "[" else "}"
    if text[-1] != closing:
        raise EdtfError(f'a set that opens with "{text[0]}" ends with "{closing}"', len(text))
    spans: list[Span] = []
    offset = 1
    for member in text[1:-1].split(","):
        bare = member.strip(" ")
        spans.append(_read_member(bare, offset + len(member) - len(member.lstrip(" "))))
        offset += len(member) + 1
    return Edtf(text, "one" if closing == "]" else "all", tuple(spans))


def _read_member(text: str, offset: int) -> Span:
    if not text:
        raise EdtfError("a date is missing between the commas of the set", offset)
    start, dots, end = text.partition("..")
    if not dots:
        moment = _read_dated(text, offset)
        return Span(moment, moment)
    return _ordered(
        _read_dated(start, offset) if start else End.OPEN,
        _read_dated(end, offset + len(start) + 2) if end else End.OPEN,
        offset,
    )


def _read_interval(text: str) -> Span:
    start, _, end = text.partition("/")
    if "/" in end:
        raise EdtfError(
            'an interval has one "/", between its start and its end',
            len(start) + 1 + end.index("/"),
        )
    return _ordered(_read_end(start, 0), _read_end(end, len(start) + 1), 0)


def _read_end(text: str, offset: int) -> Moment | End:
    return End(text) if text in {"", ".."} else _read_dated(text, offset)


def _read_dated(text: str, offset: int) -> Moment:
    moment = _read_moment(text, offset)
    if moment.time:
        raise EdtfError("an interval or a set takes dates without a time", offset + text.index("T"))
    return moment


def _ordered(start: Moment | End, end: Moment | End, offset: int) -> Span:
    if isinstance(start, End) and isinstance(end, End):
        raise EdtfError("neither the start nor the end is a date", offset)
    span = Span(start, end)
    if span.earliest > span.latest:
        raise EdtfError("the end lies before the start", offset)
    return span


def _read_moment(text: str, offset: int) -> Moment:
    parts = _MOMENT.fullmatch(text)
    if parts is None:
        raise EdtfError(f'"{text}" is no date in EDTF, such as 2024, 2024-02 or 2024-02-02', offset)
    year, month, day, time = parts["year"], parts["month"], parts["day"], parts["time"]
    if not _YEAR.fullmatch(year) or _NO_YEAR.fullmatch(year):
        raise EdtfError(_year_message(year), offset)
    _check_parts(parts, offset)
    if day is not None and "X" not in day:
        _check_day(int(year), int(month), int(day), offset + parts.start("day"))
    if time is not None and not _TIME.fullmatch(time):
        message = f'"{time}" is no time such as 14:30:00, 14:30:00Z or 14:30:00+03:00'
        raise EdtfError(message, offset + parts.start("time"))
    return Moment(
        year=int(year.removeprefix("Y").replace("X", "0")),
        unspecified=year.count("X"),
        month=int(month) if month is not None and "X" not in month else None,
        day=int(day) if day is not None and "X" not in day else None,
        time=time or "",
        qualifier=_QUALIFIERS[parts["qualifier"]],
    )


_QUALIFIERS: dict[str, Literal["", "?", "~", "%"]] = {"": "", "?": "?", "~": "~", "%": "%"}


def _year_message(year: str) -> str:
    if year.startswith("Y"):
        return f'"{year}": a year after Y has 5 to 12 digits and does not begin with 0'
    if _NO_YEAR.fullmatch(year):
        return "there is no year -0000: the year before year 1 is 0000, that before it -0001"
    if "X" in year:
        return f'"{year}": X stands for last digits of a year of four, as in 201X or 19XX'
    return f'"{year}": a year has four digits (0987), or Y before five and more (Y12000)'


def _check_parts(parts: re.Match[str], offset: int) -> None:
    """Check what the parts of a date say of each other, and that the month exists."""
    if parts["month"] is not None:
        if "X" in parts["year"] or parts["year"].startswith("Y"):
            raise EdtfError("a year with X or Y takes no month", offset + parts.start("month"))
        _check_month(parts["month"], offset + parts.start("month"))
    if parts["day"] is not None:
        _check_month_and_day(parts["month"], parts["day"], offset + parts.start("day"))
    if parts["time"] is not None:
        if parts["day"] == "XX":
            raise EdtfError("a time needs a day before it", offset + parts.start("time"))
        if parts["qualifier"]:
            at = offset + parts.start("qualifier")
            raise EdtfError("a date with a time takes no sign after it", at)


def _check_month(month: str, offset: int) -> None:
    if month == "XX":
        return
    if not re.fullmatch("[0-9]{2}", month):
        raise EdtfError(f'"{month}": a month is written with two digits, or XX', offset)
    if int(month) not in _MONTHS and int(month) not in _SEASONS:
        message = f'there is no month "{month}": months are 01 to 12, seasons 21 to 41'
        raise EdtfError(message, offset)


def _check_month_and_day(month: str, day: str, offset: int) -> None:
    if month != "XX" and int(month) in _SEASONS:
        raise EdtfError("a season takes no day", offset)
    if day == "XX":
        return
    if month == "XX":
        raise EdtfError("a day needs a month before it", offset)
    if not re.fullmatch("[0-9]{2}", day):
        raise EdtfError(f'"{day}": a day is written with two digits, or XX', offset)


def _check_day(year: int, month: int, day: int, offset: int) -> None:
    last = _days_in(year, month)
    if not 1 <= day <= last:
        raise EdtfError(
            f'there is no day "{day:02}": month {month:02} of {year:04} has {last}', offset
        )


def _days_in(year: int, month: int) -> int:
    return monthrange(2000 + year % 400, month)[1]
