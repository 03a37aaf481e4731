import unicodedata
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Problem
from dossier.nodes import Node, Scalar, Sequence, Table, read_nodes
from tests.text_cases import Agree, Case, every_case
from tests.yaml_text import shown_node, shown_problems

IN_TIME = 5.0
"""Seconds for anything hostile, on a slow machine."""


def only(problems: tuple[Problem, ...]) -> Problem:
    [problem] = problems
    return problem


@every_case("nodes")
def test_yaml_is_read_as_texts_with_places(case: Case, agree: Agree) -> None:
    node, problems = read_nodes(case.input, "x.yaml")

    agree(case, shown_node(node) + shown_problems(problems))


@pytest.mark.parametrize(
    "text", ["no", "12:30", "1.10", "2014-06-13", "0o17", "1_000", "yes", ".inf", "Null", "0x1F"]
)
def test_a_scalar_stays_the_text_that_was_written(text: str) -> None:
    node, _ = read_nodes(text, "x.yaml")

    assert isinstance(node, Scalar)
    assert (node.text, node.is_null) == (text, False)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# only a comment\n", "~", "null", "---\n", "--- \n..."]
)
def test_a_file_that_says_nothing_has_no_node_and_no_problem(text: str) -> None:
    assert read_nodes(text, "x.yaml") == (None, ())


@pytest.mark.parametrize(
    "text",
    ["ab\x07", "\x00", "\ufffe", "é\ud800", "\x1b[31m"],
    ids=["bell", "null", "none", "half", "escape"],
)
def test_a_control_character_is_refused_with_its_place(text: str) -> None:
    node, problems = read_nodes(f"a: b\nc: {text}", "x.yaml")

    assert (node, only(problems).code) == (None, "yaml-syntax")
    assert only(problems).position.line == 2
    assert "\n" not in only(problems).excerpt


def test_a_text_is_in_nfc() -> None:
    node, _ = read_nodes("Kata\u0301\u02bcib", "x.yaml")

    assert isinstance(node, Scalar)
    assert node.text == unicodedata.normalize("NFC", "Kata\u0301\u02bcib")


def test_an_escaped_no_break_space_is_one() -> None:
    node, _ = read_nodes(r'"United\_States"', "x.yaml")

    assert isinstance(node, Scalar)
    assert node.text == "United\u00a0States"


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_line_ends_that_only_yaml_knows_do_not_shift_the_places_of_others(separator: str) -> None:
    _, problems = read_nodes(f"a: 'x{separator} y'\nb: c: d\n", "x.yaml")

    assert (only(problems).position.line, only(problems).position.column) == (2, 5)


def test_places_count_from_the_line_that_the_text_begins_on() -> None:
    _, problems = read_nodes("a: 1\na: 2\n", "x.md", first_line=2)

    assert only(problems).position.line == 3
    assert only(problems).excerpt == "a: 2"


def test_a_merge_key_takes_over_what_the_mapping_does_not_say_itself() -> None:
    node, problems = read_nodes("- &base {a: 1, b: 2}\n- {<<: *base, b: 3}\n", "x.yaml")

    assert problems == ()
    assert isinstance(node, Sequence)
    merged = node.items[1]
    assert isinstance(merged, Table)
    assert {key.text: shown_node(value)[4:].strip() for key, value in merged.pairs} == {
        "b": "'3'",
        "a": "'1'",
    }


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)
LONG_BOMB = f"a: &a '{'x' * 100_000}'\nb: [{', '.join(['*a'] * 10_000)}]\n"


@pytest.mark.parametrize("text", [BOMB, LONG_BOMB], ids=["nested", "of one long text"])
def test_an_alias_bomb_is_refused_in_time(text: str) -> None:
    start = perf_counter()

    node, problems = read_nodes(text, "x.yaml")

    assert (node, only(problems).code) == (None, "yaml-alias-bomb")
    assert perf_counter() - start < IN_TIME


DEEP = {
    "brackets": "[" * 1_000 + "]" * 1_000,
    "a million brackets": "[" * 1_000_000,
    "mappings": "\n".join(" " * depth + "a:" for depth in range(1_000)),
    "lists": "- " * 100_000 + "x",
    "braces": "{a: " * 100_000,
    "keys": "? " * 100_000,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_a_thousand_levels_of_nesting_are_refused_in_time(text: str) -> None:
    start = perf_counter()

    node, problems = read_nodes(text, "x.yaml")

    assert (node, only(problems).code) == (None, "yaml-too-deep")
    assert perf_counter() - start < IN_TIME


def test_a_hundred_levels_of_nesting_are_read() -> None:
    node, problems = read_nodes("[" * 100 + "]" * 100, "x.yaml")

    assert node is not None
    assert problems == ()


def test_a_huge_text_is_read_in_time() -> None:
    start = perf_counter()

    node, problems = read_nodes(f"title: {'x' * 20_000_000}", "x.yaml")

    assert (isinstance(node, Table), problems) == (True, ())
    assert perf_counter() - start < IN_TIME


def test_a_hundred_thousand_duplicate_keys_are_reported_in_time() -> None:
    start = perf_counter()

    _, problems = read_nodes("a: b\n" * 100_000, "x.yaml")

    assert len(problems) == 99_999
    assert perf_counter() - start < IN_TIME


def has_no_tag_or_alias_loop(node: Node | None) -> bool:
    if node is None or isinstance(node, Scalar):
        return True
    if isinstance(node, Sequence):
        return all(map(has_no_tag_or_alias_loop, node.items))
    return all(has_no_tag_or_alias_loop(value) for _, value in node.pairs)


@given(st.text(st.characters(codec=None, categories=None), max_size=60))
def test_for_every_text_there_is_a_tree_or_a_problem_in_a_line_of_it(text: str) -> None:
    node, problems = read_nodes(text, "x.yaml")

    assert has_no_tag_or_alias_loop(node)
    assert all(1 <= problem.position.line <= text.count("\n") + 1 for problem in problems)


@given(st.text(st.sampled_from("ab:-?[]{},&*!|>'\"%@`#~ \t\n<é"), max_size=40))
def test_for_every_jumble_of_yaml_signs_there_is_a_tree_or_a_problem(text: str) -> None:
    node, problems = read_nodes(text, "x.yaml")

    assert has_no_tag_or_alias_loop(node)
    assert all(problem.excerpt in text.split("\n") for problem in problems)
