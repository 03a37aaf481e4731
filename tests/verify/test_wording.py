"""Quotations: marks of every kind are found, the same words are the same however they are set, other words are not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.verify.difference import difference
from dossier.verify.marks import quoted_stretches
from dossier.verify.wording import likeness

TEXT = (
    "The Ministry’s officials—some 1,200 of them—said that the “first\u00a0phase” of the program "
    "had ended [see annex], and that co\u00f6peration [12] would re\ufb02ect the north-south divide; "
    "they didn’t agree."
)
LINE = "The upper country shall deliver a third of the water that reaches the main channel in each year"
WORDS = LINE.split()


@pytest.mark.parametrize(
    ("quotation", "wanted"),
    [
        ("officials—some 1,200 of them—said", "verbatim"),
        ("some 1,200 of them,", "verbatim"),
        ("The Ministry's officials - some 1,200 of them - said that", "typography"),
        ("the Ministry’s officials", "typography"),
        ("said that the 'first phase' of the program", "typography"),
        ("had ended [see annex], and that", "verbatim"),
        ("that coo\u0308peration would reflect the north\u2011south divide", "typography"),
        ("The Ministry’s officials … said", "verbatim"),
        ("The Ministry’s officials [. . .] didn’t agree", "verbatim"),
        ("[T]he Ministry’s officials", "verbatim"),
        ("officials said", None),
        ("[the government’s] officials—some 1,200", "verbatim"),
        ("of the program [that] had end[ed]", "verbatim"),
        ("some 1,300 of them", None),
        ("they did agree", None),
        ("inistry’s officials", None),
        ("didn’t agree … The Ministry’s", None),
    ],
)
def test_words_are_the_same_but_for_typography(quotation: str, wanted: str | None) -> None:
    assert likeness(quotation, TEXT) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("he said “one ‘two’ three” and", ["one ‘two’ three"]),
        ('he said "one two" and "three"', ["one two", "three"]),
        ("er sagte „eins ‚zwei‘ drei“ und", ["eins ‚zwei‘ drei"]),
        ("il dit «\u00a0un “deux” trois\u00a0» et", ["\u00a0un “deux” trois\u00a0"]),
        ("han sade ”ett två” och", ["ett två"]),
        ("sagte »eins zwei« und", ["eins zwei"]),
        ("he said 'it isn't one' and the dogs' bowl", ["it isn't one"]),
        ("it's 6' 2\" tall, isn't it", []),
        ("the ‘don’t’ of ’em", ["don’t"]),
        ("“open and never closed", ["open and never closed"]),
        ("so “open and never closed", []),
        ("so “one “two three”", ["one “two three"]),
        ("“一二三”和「四五」", ["一二三", "四五"]),
    ],
)
def test_what_stands_between_marks_is_found(text: str, wanted: list[str]) -> None:
    assert [text[start:stop] for start, stop in quoted_stretches(text)] == wanted


@given(st.integers(0, 8), st.integers(6, 18))
def test_for_every_stretch_of_a_text_its_words_are_verbatim(start: int, length: int) -> None:
    assert likeness(" ".join(WORDS[start : start + length]), LINE) == "verbatim"


@given(st.integers(0, 8), st.integers(6, 18), st.data())
def test_for_every_word_that_is_replaced_the_difference_names_it(
    start: int, length: int, data: st.DataObject
) -> None:
    words = WORDS[start : start + length]
    at = data.draw(st.integers(1, len(words) - 2))
    quotation = " ".join([*words[:at], "zebra", *words[at + 1 :]])

    assert likeness(quotation, LINE) is None
    found = difference(quotation, LINE)
    assert found is not None
    assert [step for step in found.steps if step[0] != "same"] == [
        ("lost", words[at]),
        ("added", "zebra"),
    ]


@given(st.text(max_size=60), st.text(max_size=120))
def test_for_every_text_the_comparison_ends(quotation: str, text: str) -> None:
    assert likeness(quotation, text) in {None, "verbatim", "typography"}
    assert all(start <= stop for start, stop in quoted_stretches(text))
    difference(quotation, text)


def test_a_difference_passes_over_ellipses() -> None:
    found = difference("The upper country … deliver a quarter of the water", LINE)

    assert found is not None
    assert [step for step in found.steps if step[0] != "same"] == [
        ("lost", "third"),
        ("added", "quarter"),
    ]
    assert re.search("…", " ".join(words for _, words in found.steps))
