import pytest

from dossier.fields.form import json_schema
from dossier.model import Event, Position, Problem, Source
from dossier.parse.events import EVENT, parse_events
from tests.text_cases import Agree, Case, every_case
from tests.yaml_text import shown_problems, shown_value


def parse(text: str) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    return parse_events(Source("content/events.yaml", "events", text, "0"))


@every_case("events")
def test_events_are_read(case: Case, agree: Agree) -> None:
    events, problems = parse(case.input)

    agree(case, "\n".join(map(shown_value, events)) + shown_problems(problems))


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]"])
def test_a_file_without_events_is_no_problem(text: str) -> None:
    assert parse(text) == ((), ())


def test_a_quotation_knows_its_place() -> None:
    [event], _ = parse("- title: A\n  evidence:\n    - reading: b\n      exact: c d\n")

    assert event.position == Position("content/events.yaml", 1, 3)
    assert event.evidence[0].position == Position("content/events.yaml", 4, 14)


def test_the_schema_for_editors_knows_every_key() -> None:
    properties = json_schema(EVENT)["properties"]

    assert isinstance(properties, dict)
    assert set(properties) == {field.key for field in EVENT.fields}
