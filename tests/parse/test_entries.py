from pathlib import Path
from time import perf_counter

import pytest

from dossier.fields.form import json_schema
from dossier.model import Entry, Position, Problem, Source
from dossier.parse.entries import ENTRY, is_in_capitals, parse_entries
from tests.text_cases import Agree, Case, every_case
from tests.yaml_text import shown_problems, shown_value


def parse(text: str, file: str = "glossary") -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    return parse_entries(Source(f"content/{file}.yaml", "entries", text, "0"))


@every_case("entries")
def test_a_glossary_is_read(case: Case, agree: Agree) -> None:
    entries, problems = parse(case.input)

    agree(case, "\n".join(map(shown_value, entries)) + shown_problems(problems))


@pytest.mark.parametrize(
    ("file", "kind"),
    [("people", "person"), ("organisations", "organisation"), ("places", "place"), ("x", "term")],
)
def test_the_files_name_gives_the_kind(file: str, kind: str) -> None:
    entries, _ = parse("- name: ISIS\n", file)

    assert [entry.kind for entry in entries] == [kind]


def test_a_stated_kind_wins_over_the_files_name() -> None:
    entries, _ = parse("- {name: ISIS, kind: acronym}\n", "people")

    assert [entry.kind for entry in entries] == ["acronym"]


@pytest.mark.parametrize(
    "name", ["PMF", "IRGC-QF", "U.S.", "CJTF–OIR", "DoD", "PMUs", "UN SC", "Q"]
)
def test_a_name_written_like_an_acronym_is_in_capitals(name: str) -> None:
    assert is_in_capitals(name)


@pytest.mark.parametrize(
    "name", ["Axis of Resistance", "Daesh", "drone", "الحشد", "McCain", "U boat"]
)
def test_a_name_written_like_other_names_is_not_in_capitals(name: str) -> None:
    assert not is_in_capitals(name)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]", "~", "---\n"])
def test_a_file_without_entries_is_no_problem(text: str) -> None:
    assert parse(text) == ((), ())


@pytest.mark.parametrize("name", ["con", "AUX", "Nul"])
def test_an_entry_named_like_a_device_gets_an_id_that_is_none(name: str) -> None:
    [entry], problems = parse(f"- {{term: {name}, expansion: x}}\n")

    assert (entry.id, problems) == (f"{name.lower()}-{entry.kind}", ())


def test_every_value_and_every_reference_has_its_place() -> None:
    [entry], _ = parse("- term: PMF\n  see:\n    - pmu\n    - iraq\n  for: hashd\n")

    assert entry.position == Position("content/glossary.yaml", 1, 3)
    assert entry.lines == {
        "term": Position("content/glossary.yaml", 1, 9),
        "see": Position("content/glossary.yaml", 3, 5),
        "see.pmu": Position("content/glossary.yaml", 3, 7),
        "see.iraq": Position("content/glossary.yaml", 4, 7),
        "for": Position("content/glossary.yaml", 5, 8),
    }


@pytest.mark.parametrize(("header", "line"), [("|\n    ", 3), (">-\n    ", 3), ("", 2), ("'", 2)])
def test_a_definition_knows_the_line_that_it_begins_on(header: str, line: int) -> None:
    close = "'" if header == "'" else ""
    [entry], _ = parse(f"- term: PMF\n  definition: {header}An umbrella.{close}\n")

    assert entry.definition.line == line
    assert entry.definition.text == "An umbrella."


def test_two_thousand_entries_with_an_unknown_key_are_read_in_time() -> None:
    start = perf_counter()

    entries, problems = parse("".join(f"- {{term: T{n}, variants: [x]}}\n" for n in range(2_000)))

    assert (len(entries), len(problems)) == (2_000, 2_000)
    assert perf_counter() - start < 5.0


def test_a_glossary_of_another_shape_keeps_its_names_and_says_what_does_not_fit(
    corpora: Path,
) -> None:
    text = (corpora / "white-house" / "glossary.yaml").read_text(encoding="utf-8")

    entries, problems = parse(text)

    assert len(entries) == 124
    assert {problem.code for problem in problems} == {
        "entry-unknown-key",
        "value-not-allowed",
        "slug-invalid",
    }


def test_the_schema_for_editors_knows_every_key() -> None:
    properties = json_schema(ENTRY)["properties"]

    assert isinstance(properties, dict)
    assert set(properties) == {field.key for field in ENTRY.fields}
    assert properties["kind"]["enum"] == ["acronym", "term", "person", "organisation", "place"]
