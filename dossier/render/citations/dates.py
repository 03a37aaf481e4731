"""How the three styles write dates; no day or month that was not stated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dossier.date_words import ENGLISH
from dossier.edtf import Edtf, End, Moment, Span
from dossier.edtf_words import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_SEASONS = {21: "Spring", 22: "Summer", 23: "Fall", 24: "Winter"}


@dataclass(frozen=True, slots=True)
class DateForm:
    """A style's templates."""

    months: tuple[str, ...]
    day: str
    """`{day}`, `{month}`: what stands beside the year."""
    days: str
    """The same for days of one month: `{first}`, `{last}`, `{month}`."""
    with_day: str
    """`{part}`, `{year}`."""
    with_month: str
    signs: Mapping[str, str]
    """By EDTF sign: how a `{date}` is marked."""
    present: str
    """After the dash of an interval that has not ended."""
    before_era: str = "BCE"


APA = DateForm(
    months=ENGLISH.months,
    day="{month} {day}",
    days="{month} {first}–{last}",
    with_day="{year}, {part}",
    with_month="{year}, {part}",
    signs={"?": "ca. {date}", "~": "ca. {date}", "%": "ca. {date}"},
    present="present",
    before_era="B.C.E.",
)
CHICAGO = DateForm(
    months=ENGLISH.months,
    day="{month} {day}",
    days="{month} {first}–{last}",
    with_day="{part}, {year}",
    with_month="{part} {year}",
    signs={"?": "[{date}?]", "~": "[ca. {date}]", "%": "[ca. {date}?]"},
    present="",
)
MLA = DateForm(
    months=(
        *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July"),
        *("Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
    ),
    day="{day} {month}",
    days="{first}–{last} {month}",
    with_day="{part} {year}",
    with_month="{part} {year}",
    signs={"?": "[{date}?]", "~": "circa {date}", "%": "[circa {date}?]"},
    present="",
)


def dated(edtf: Edtf, form: DateForm) -> str:
    """Write a date in a style; what no style provides for is said in plain English words."""
    if edtf.kind in {"one", "all"} or any(_is_wordy(moment) for moment in edtf.moments):
        return in_words(edtf, ENGLISH).removeprefix("the ")
    match edtf.spans[0]:
        case Span(Moment() as start, Moment() as end):
            return _single(start, form) if start == end else _range(start, end, form)
        case Span(Moment() as start, End.OPEN):
            return f"{_single(start, form)}–{form.present}"
        case _:
            return in_words(edtf, ENGLISH)


def year_only(edtf: Edtf) -> Edtf:
    """Leave months and days out."""
    return _reduced(edtf, month=False)


def without_day(edtf: Edtf) -> Edtf:
    """Leave days out."""
    return _reduced(edtf, month=True)


def year_text(year: int, before_era: str = "BCE") -> str:
    """Give a year as read: year 0 is 1 BCE."""
    return str(year) if year > 0 else f"{1 - year} {before_era}"


def _is_wordy(moment: Moment) -> bool:
    return moment.precision in {"decade", "century"} or (
        moment.precision == "season" and moment.month not in _SEASONS
    )


def _reduced(edtf: Edtf, *, month: bool) -> Edtf:
    def reduced(end: Moment | End) -> Moment | End:
        if isinstance(end, End):
            return end
        return replace(end, month=end.month if month else None, day=None, time="")

    spans = tuple(Span(reduced(span.start), reduced(span.end)) for span in edtf.spans)
    return replace(edtf, spans=spans)


def _single(moment: Moment, form: DateForm) -> str:
    return form.signs.get(moment.qualifier, "{date}").format(date=_bare(moment, form))


def _bare(moment: Moment, form: DateForm) -> str:
    return _with_year(_part(moment, form), moment, form)


def _with_year(part: str, moment: Moment, form: DateForm) -> str:
    year = year_text(moment.year, form.before_era)
    template = form.with_month if moment.day is None else form.with_day
    return template.format(part=part, year=year) if part else year


def _part(moment: Moment, form: DateForm) -> str:
    if moment.month is None:
        return ""
    month = _SEASONS.get(moment.month) or form.months[moment.month - 1]
    return month if moment.day is None else form.day.format(day=moment.day, month=month)


def _range(start: Moment, end: Moment, form: DateForm) -> str:
    if start.qualifier != end.qualifier:
        return f"{_single(start, form)}–{_single(end, form)}"
    return form.signs.get(start.qualifier, "{date}").format(date=_bare_range(start, end, form))


def _bare_range(start: Moment, end: Moment, form: DateForm) -> str:
    same_shape = start.year == end.year and start.precision == end.precision
    if not same_shape or start.month is None or end.month is None:
        return f"{_bare(start, form)}–{_bare(end, form)}"
    if start.month == end.month and start.day is not None:
        month = form.months[start.month - 1]
        part = form.days.format(first=start.day, last=end.day, month=month)
    else:
        part = f"{_part(start, form)}–{_part(end, form)}"
    return _with_year(part, end, form)
