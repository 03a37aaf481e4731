from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.date_words import ARABIC, CATALOGUES, ENGLISH, FRENCH, words_for
from dossier.edtf import BEGINNING, ENDING, Edtf, EdtfError, month_key, parse, sort_key, years
from dossier.edtf_words import in_words
from tests.text_cases import every_case

if TYPE_CHECKING:
    from dossier.edtf import Day
    from tests.text_cases import Agree, Case

# --- every date that the grammar allows --------------------------------------------------------

_years = st.one_of(
    st.integers(0, 9999).map("{:04}".format),
    st.integers(1, 9999).map("-{:04}".format),
    st.integers(10_000, 10**11).map("Y{}".format),
    st.integers(10_000, 10**11).map("Y-{}".format),
)
_decades = st.sampled_from(["201X", "19XX", "1XXX", "000X", "-201X", "-19XX"])
_months = st.builds("{:04}-{:02}".format, st.integers(0, 9999), st.integers(1, 12))
_seasons = st.builds("{:04}-{:02}".format, st.integers(0, 9999), st.integers(21, 41))
_blank_days = st.one_of(_months.map("{}-XX".format), st.sampled_from(["1985-XX", "1985-XX-XX"]))
_days = st.builds("{}-{:02}".format, _months, st.integers(1, 28))
_signs = st.sampled_from(["", "?", "~", "%"])
_dayless = st.builds(
    "{}{}".format, st.one_of(_years, _decades, _months, _seasons, _blank_days), _signs
)
_singles = st.one_of(_dayless, st.builds("{}{}".format, _days, _signs))


def _wholes(single: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Single dates, intervals and sets of them; a span whose end comes first is turned round."""
    ends = st.tuples(single, single).map(
        lambda pair: sorted(pair, key=lambda end: sort_key(parse(end)))
    )
    return st.one_of(
        single,
        ends.map("/".join),
        st.builds("{}/{}".format, single, st.sampled_from(["", ".."])),
        st.builds("{}/{}".format, st.sampled_from(["", ".."]), single),
        st.lists(single, min_size=1, max_size=4).map(lambda dates: f"[{','.join(dates)}]"),
        st.lists(ends.map("..".join), min_size=1, max_size=3).map(
            lambda all_: f"{{{','.join(all_)}}}"
        ),
        st.builds("[..{}]".format, single),
        st.builds("{{{}..}}".format, single),
    )


@every_case("edtf")
def test_a_date_reads_as_its_case_says(case: Case, agree: Agree) -> None:
    output = "\n".join(_described(line) for line in case.input.splitlines())

    agree(case, output)


def _described(written: str) -> str:
    """Read one line; `""` stands for the empty text."""
    text = written.strip('"')
    try:
        edtf = parse(text)
    except EdtfError as error:
        suggestion = f"\n    suggests {error.suggestion}" if error.suggestion else ""
        return f"{written}\n    {error.offset}: {error.message}{suggestion}"
    said = "\n".join(f"    {words.language} {in_words(edtf, words)}" for words in CATALOGUES)
    bounds = f"{_bound(edtf.earliest)} to {_bound(edtf.latest)}"
    return f"{text}\n{said}\n    {bounds}, years {years(edtf)}, month {month_key(edtf)}"


def _bound(day: Day) -> str:
    if day in {BEGINNING, ENDING}:
        return ".."
    return f"{day[0]:0{5 if day[0] < 0 else 4}}-{day[1]:02}-{day[2]:02}"


@given(_wholes(_singles))
def test_for_every_date_the_earliest_is_not_after_the_latest(text: str) -> None:
    edtf = parse(text)

    assert edtf.earliest <= edtf.latest
    assert edtf.earliest <= sort_key(edtf)[0] <= edtf.latest
    assert edtf.text == text


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="0123456789X-/.[]{},?~%TYZ: ", max_size=24),
        st.text(alphabet="0123456789/.- МayJunfévrierربcwinter", max_size=24),
        st.text(st.characters(codec=None)),
    )
)
def test_for_every_text_reading_gives_a_date_or_says_what_is_wrong(text: str) -> None:
    edtf, error = _outcome(text)

    if edtf is not None:
        assert all(in_words(edtf, words) for words in CATALOGUES)
    if error is not None:
        assert error.message
        assert 0 <= error.offset <= len(text)
        assert not error.suggestion or parse(error.suggestion).text == error.suggestion


def _outcome(text: str) -> tuple[Edtf | None, EdtfError | None]:
    try:
        return parse(text), None
    except EdtfError as error:
        return None, error


@given(_wholes(_dayless))
def test_for_every_date_without_a_day_the_words_have_no_day(text: str) -> None:
    edtf = parse(text)
    allowed = {str(year) for moment in edtf.moments for year in _shown_years(moment.year)}
    allowed |= {str(abs(bound)) for m in edtf.moments for bound in _shown_years(m.earliest[0])}
    allowed |= {str(abs(bound)) for m in edtf.moments for bound in _shown_years(m.latest[0])}

    for words in CATALOGUES:
        assert set(re.findall("[0-9]+", in_words(edtf, words))) <= allowed


def _shown_years(year: int) -> tuple[int, ...]:
    return (year,) if year > 0 else (1 - year,)


@given(
    st.integers(1, 12),
    st.integers(1000, 2999),
    st.sampled_from(
        ["{month} {year}", "the {month} of {year}", "{year}/{number}", "c. {month} {year}"]
    ),
)
def test_for_every_suggestion_no_day_comes_in(month: int, year: int, template: str) -> None:
    text = template.format(month=ENGLISH.months[month - 1], year=year, number=month)

    try:
        found = parse(text)
    except EdtfError as error:
        found = parse(error.suggestion or f"{year}")

    assert all(moment.day is None for moment in found.moments)


def test_dates_sort_by_their_first_day_and_the_wider_comes_first() -> None:
    texts = [
        "../2015",
        "2014-06-01",
        "2014/2016",
        "2014",
        "2014-01-01T09:00:00",
        "2014-01-01",
        "-0044",
    ]

    ordered = sorted((parse(text) for text in texts), key=sort_key)

    assert [edtf.text for edtf in ordered] == [
        *(
            "-0044",
            "2014/2016",
            "2014",
            "2014-01-01",
            "2014-01-01T09:00:00",
            "2014-06-01",
            "../2015",
        ),
    ]


def test_a_language_without_a_catalogue_reads_in_english() -> None:
    found = [words_for(tag) for tag in ("fr-CA", "ar", "en-GB", "fa", "")]

    assert found == [FRENCH, ARABIC, ENGLISH, ENGLISH, ENGLISH]


# Where the other implementation is right about the format; it cannot do open ends, nor winter beyond December.
_SHARED = (
    *(
        "2024",
        "2024-02",
        "2024-02-29",
        "0000",
        "-0044",
        "201X",
        "19XX",
        "1XXX",
        "2004-XX",
        "1985-04-XX",
    ),
    *(
        "1985-XX-XX",
        "2020-21",
        "2020-22",
        "2020-23",
        "2020-33",
        "2020-36",
        "2020-41",
        "Y17000",
        "Y-17000",
    ),
    *(
        "2014/2016",
        "2024-02-02/2024-02-05",
        "[1667,1668,1670]",
        "[1667,1668,1670..1672]",
        "{1960,1961-12}",
    ),
    *("2004-01-01T10:10:10Z", "2004-01-01T10:10:10+05:00", "-201X"),
)
_REFUSED = (
    "2024-02-30",
    "/",
    "-0000",
    "Y2024",
    "2024-02-02T10:00:00Z/2025",
    "24",
    "2024-13",
    "2024-2",
)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("text", _SHARED)
def test_another_implementation_gives_the_same_bounds(text: str) -> None:
    other = pytest.importorskip("edtf", reason="the edtf package is not installed")
    theirs = other.parse_edtf(text)

    ours = parse(text)

    assert ours.earliest == tuple(theirs.lower_strict())[:3]
    assert ours.latest == tuple(theirs.upper_strict())[:3]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("text", _REFUSED)
def test_another_implementation_refuses_the_same_texts(text: str) -> None:
    other = pytest.importorskip("edtf", reason="the edtf package is not installed")
    with pytest.raises(other.parser.edtf_exceptions.EDTFParseException):
        other.parse_edtf(text)

    with pytest.raises(EdtfError):
        parse(text)
