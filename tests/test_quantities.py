"""Numbers in figures and words are the same numbers; what is no number is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.quantities import is_stated, numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("16 people, and 25 wounded", [16, 25]),
        ("3,188 of them", [3188]),
        ("12.500.000", [12_500_000]),
        ("1.5 million", [1_500_000]),
        ("Seventeen dead", [17]),
        ("more than thirty-three and four", [33, 4]),
        ("two hundred and five thousand", [205_000]),
        ("well over a hundred", [100]),
        ("more than a dozen, two dozen", [12, 24]),
        ("quatre-vingt-dix-sept et vingt et un", [97, 21]),
        ("١٦ قتيلا", [16]),
        ("dozens, many, multiple", []),
        ("one, two three", [1, 2, 3]),
        ("3 and a million", [3, 1_000_000]),
        ("", []),
    ],
)
def test_numbers_are_found_in_figures_and_words(text: str, numbers: list[int]) -> None:
    assert list(numbers_in(text)) == numbers


@pytest.mark.parametrize(
    ("value", "text", "stated"),
    [
        ("17", "seventeen dead of the strikes", True),
        ("twelve", "12 governments", True),
        ("16", "116 people", False),
        ("30–40", "between thirty and forty", True),
        ("many", "“Many”, he said", True),
        ("no", "nobody", False),
        ("no number", "the Pentagon had no number", True),
    ],
)
def test_a_value_is_stated_if_its_numbers_are_or_its_very_words(
    value: str,
    text: str,
    stated: bool,  # noqa: FBT001  (a parameter of the test)
) -> None:
    assert is_stated(value, text) is stated


@given(st.integers(0, 10**12))
def test_for_every_number_its_figures_with_and_without_groups_are_it(number: int) -> None:
    assert list(numbers_in(f"about {number} or {number:,} of them")) == [number, number]


@given(st.text())
def test_every_text_has_numbers_or_none_and_states_itself(text: str) -> None:
    assert all(number >= 0 for number in numbers_in(text))
    assert is_stated(text, text)
