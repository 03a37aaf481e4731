"""Old and new passages of one document, matched by what the lock keeps of the old ones."""

from __future__ import annotations

from random import Random
from time import process_time

from dossier.lock.alignment import Alignment, align
from dossier.lock.likeness import Words
from dossier.lock.prints import exact_of, print_of
from tests.lock.edits import WORDS

A = "The mill stood at the bend of the river, and its wheel turned day and night in the flood."
B = "A bridge was built of oak in the year of the treaty, and it carries wagons to this day."
C = "The court heard nine witnesses about the harbour, of whom only two had ever been there."
D = "The minister wrote a letter to the captain, which was read aloud on the market square."


HEADINGS = {"Added", "Fixed"}


def aligned(old: list[str], new: list[str]) -> Alignment:
    exact = [exact_of(text, is_heading=text in HEADINGS) for text in new]
    words = [Words(text, is_heading=text in HEADINGS) for text in new]
    return align([print_of(text, is_heading=text in HEADINGS) for text in old], words, exact)


def test_what_moved_is_found_where_it_is() -> None:
    assert aligned([A, B, C, D], [D, A, B, C]).pairs == {0: 3, 1: 0, 2: 1, 3: 2}


def test_what_was_reworded_is_the_same_passage() -> None:
    other = C.replace("nine", "seven").replace("about the harbour", "of the harbour case")

    assert aligned([A, C, D], [A, other, D]).pairs == {0: 0, 1: 1, 2: 2}


def test_what_was_reworded_and_moved_is_the_same_passage() -> None:
    assert aligned([A, B, C], [B.replace("wagons", "carts"), A, C]).pairs[0] == 1


def test_what_was_split_goes_on_in_one_part() -> None:
    one, other = C.split(", ")

    pairs = aligned([A, C, D], [A, f"{one}.", f"{other}.", D]).pairs

    assert sorted(pairs.values()) == [0, 1, 2]


def test_what_was_merged_leads_to_what_it_is_part_of() -> None:
    found = aligned([A, B, C, D], [A, f"{B} {C}", D])

    assert found.pairs[1] in {1, 2}
    assert found.merged == {3 - found.pairs[1]: 1}


def test_what_was_replaced_is_another_passage_with_what_stands_in_its_place() -> None:
    found = aligned([A, B, D], [A, C, D])

    assert (found.pairs, dict(found.places), found.doubts) == ({0: 0, 2: 2}, {1: 1}, ())


def test_of_two_that_are_alike_none_is_taken_for_the_other() -> None:
    first, second = (
        f"Version {number} mends a fault in the reader of tables." for number in (1, 2)
    )
    third = "Version 3 mends a fault in the reader of tables."

    found = aligned([A, first, second, B], [A, third, second, B])

    assert found.pairs[2] == 2


def test_texts_that_stand_often_are_known_by_their_place() -> None:
    old = ["Added", A, "Fixed", B, "Added", C]
    new = ["Added", D, "Added", A, "Fixed", B, "Added", C]

    assert {new_at: old_at for new_at, old_at in aligned(old, new).pairs.items() if new_at > 1} == {
        2: 0,
        3: 1,
        4: 2,
        5: 3,
        6: 4,
        7: 5,
    }


def test_one_edited_document_is_aligned_in_twenty_milliseconds() -> None:
    random = Random(1)  # noqa: S311 - no secret
    old = [" ".join(random.choices(WORDS, k=60)) for _ in range(100)]
    new = [f"{text} indeed, as {text[:20]}" if at % 9 == 4 else text for at, text in enumerate(old)]
    prints = [print_of(text) for text in old]
    times = []

    for _ in range(5):
        started = process_time()
        exact = [exact_of(text, is_heading=False) for text in new]
        found = align(prints, [Words(text, is_heading=False) for text in new], exact)
        times.append(process_time() - started)

    assert len(found.pairs) == 100
    assert min(times) < 0.02
