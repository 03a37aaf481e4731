"""How an EDTF date reads in a language; it says what was stated and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.edtf import End, Moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dossier.date_words import DateWords
    from dossier.edtf import Edtf, Span


def in_words(edtf: Edtf, words: DateWords) -> str:
    """Say a date in the words of a language: `around June 2014`, `between 2014 and 2016`, `the 2010s`."""
    if edtf.kind == "date":
        return _moment(edtf.moments[0], words)
    if edtf.kind == "interval":
        return _interval(edtf.spans[0], words)
    members = [_member(span, words, one=edtf.kind == "one") for span in edtf.spans]
    if len(members) == 1:
        return members[0]
    if edtf.kind == "all":
        return _listed(members, words.comma, words.last_and)
    return words.one_of.format(list=_listed(members, words.comma, words.last_or))


def _interval(span: Span, words: DateWords) -> str:
    match span.start, span.end:
        case Moment() as start, Moment() as end:
            return words.between.format(start=_inside(start, words), end=_inside(end, words))
        case Moment() as start, End() as end:
            template = words.since if end is End.OPEN else words.to_unknown
            return template.format(start=_inside(start, words))
        case End() as start, Moment() as end:
            until = _until(end, words)
            return until if start is End.OPEN else words.from_unknown.format(end=until)
        case _:
            return ""


def _until(end: Moment, words: DateWords) -> str:
    form = "qualified" if end.qualifier else end.precision
    template = words.until.get(form)
    if template is None:
        return words.until[""].format(end=_inside(end, words))
    return template.format(end=_moment(end, words))


def _member(span: Span, words: DateWords, *, one: bool) -> str:
    match span.start, span.end:
        case Moment() as start, Moment() as end if start != end:
            return words.span.format(start=_moment(start, words), end=_moment(end, words))
        case Moment() as start, End():
            template = words.or_after if one else words.and_after
            return template.format(date=_moment(start, words))
        case End(), Moment() as end:
            template = words.or_before if one else words.and_before
            return template.format(date=_moment(end, words))
        case _:
            return _moment(span.moments[0], words)


def _inside(moment: Moment, words: DateWords) -> str:
    return _moment(moment, words) if moment.qualifier else _phrase(moment, words)


def _phrase(moment: Moment, words: DateWords) -> str:
    if moment.precision == "season" and words.seasons_inside:
        return _season(moment, words.seasons_inside, words)
    return words.inside.get(moment.precision, "{date}").format(date=_bare(moment, words))


def _season(moment: Moment, seasons: Sequence[str], words: DateWords) -> str:
    return seasons[(moment.month or 21) - 21].format(year=_year(moment.year, words))


def _moment(moment: Moment, words: DateWords) -> str:
    template = {"?": words.uncertain, "~": words.approximate, "%": words.both}.get(moment.qualifier)
    if template is None:
        return _bare(moment, words)
    return template.format(date=_phrase(moment, words))


def _bare(moment: Moment, words: DateWords) -> str:
    year = _year(moment.year, words)
    match moment.precision:
        case "century" | "decade" if moment.precision == "century" or moment.year <= 0:
            first, last = moment.earliest[0], moment.latest[0]
            return words.century.format(first=_year(first, words), last=_year(last, words))
        case "decade":
            return words.decade.format(year=year)
        case "season":
            return _season(moment, words.seasons, words)
        case "month":
            return words.month.format(month=words.months[(moment.month or 1) - 1], year=year)
        case "day":
            return _day(moment, words)
        case _:
            return year


def _day(moment: Moment, words: DateWords) -> str:
    date = words.day.format(
        day=words.first_day if moment.day == 1 else moment.day,
        month=words.months[(moment.month or 1) - 1],
        year=_year(moment.year, words),
    )
    return words.at_time.format(date=date, time=_time(moment.time)) if moment.time else date


def _time(text: str) -> str:
    clock, zone = text[:8].removesuffix(":00"), text[8:]
    if not zone:
        return clock
    return f"{clock} UTC" if zone == "Z" else f"{clock} UTC{zone.replace('-', '−')}"


def _year(year: int, words: DateWords) -> str:
    return str(year) if year > 0 else words.before_era.format(year=1 - year)


def _listed(members: Sequence[str], comma: str, last: str) -> str:
    if len(members) == 1:
        return members[0]
    return comma.join(members[:-1]) + last + members[-1]
