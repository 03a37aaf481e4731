"""Which words count as the same word; how the numbers of the index are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.render.search.folds import fold_table, terms, words
from dossier.render.search.numbers import decoded, encoded, row

SAME = (
    ("Kataib", "Kata'ib", "Kata’ib", "Katāʾib", "Kataʿib", "KATĀʼIB", "Kata\u0301ib"),
    ("كتائب", "کتائب", "كتـائب", "كَتَائِب", "كتايب"),
    ("الحشد الشعبي", "الحشد الشعبی", "الحشد الشعبى", "اَلحَشْد الشَّعبي"),
    ("أحمد", "احمد", "إحمد", "آحمد", "ٱحمد"),
    ("فاطمة", "فاطمه"),
    ("می‌خواهم", "ميخواهم", "میخواهم"),
    ("١٢٣", "۱۲۳", "123", "１２３"),
    ("Straße", "STRASSE", "strasse"),
    ("Łódź", "lodz", "ŁÓDŹ"),
    ("İstanbul", "istanbul", "ISTANBUL"),
    ("naïve ﬁle", "naive file"),
    ("Ёлка", "елка"),
    ("Ὀδυσσεύς", "οδυσσευσ"),
)


@pytest.mark.parametrize("written", SAME, ids=lambda written: written[0])
def test_ways_to_write_a_word_count_as_one(written: tuple[str, ...]) -> None:
    folded = {tuple(words(text)) for text in written}

    assert len(folded) == 1


@pytest.mark.parametrize(("one", "other"), [("Basra", "Basri"), ("كتب", "كتاب"), ("हिन्दी", "हिन्द")])
def test_words_that_differ_stay_apart(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_folding_what_is_folded_changes_nothing() -> None:
    table = fold_table()

    again = {text: text.translate(table) for text in table.values()}

    assert again == {text: text for text in again}


@given(st.text())
def test_every_text_folds_as_its_single_letters_do(text: str) -> None:
    letters = "".join(fold_table().get(ord(sign), sign) for sign in text)

    assert words(text) == letters.split()


def test_text_without_spaces_is_found_by_pairs_of_letters_and_its_last_letter() -> None:
    assert terms(words("人民动员部队")) == ["人民", "民动", "动员", "员部", "部队", "队"]


def test_words_that_end_in_a_script_without_spaces_keep_their_letters() -> None:
    assert terms(words("abc部队")) == ["abc", "部队", "队"]


@given(st.lists(st.integers(0, 10**9)))
def test_every_row_of_numbers_reads_back(numbers: list[int]) -> None:
    assert decoded(row(numbers)) == numbers


@pytest.mark.parametrize(("number", "width"), [(63, 1), (64, 2), (1855, 2), (1856, 3)])
def test_small_numbers_are_short(number: int, width: int) -> None:
    assert len(encoded(number)) == width


@given(st.integers(0, 10**6))
def test_numbers_need_no_escape_in_json(number: int) -> None:
    assert encoded(number).isascii()
    assert not set(encoded(number)) & set('"\\ ')
