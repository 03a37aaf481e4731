import pytest

from dossier.fields.form import json_schema
from dossier.model import Claim, Position, Problem, Source
from dossier.parse.claims import CLAIM, parse_claims
from tests.text_cases import Agree, Case, every_case
from tests.yaml_text import shown_problems, shown_value


def parse(text: str) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    return parse_claims(Source("content/claims.yaml", "claims", text, "0"))


@every_case("claims")
def test_claims_are_read(case: Case, agree: Agree) -> None:
    claims, problems = parse(case.input)

    agree(case, "\n".join(map(shown_value, claims)) + shown_problems(problems))


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]"])
def test_a_file_without_claims_is_no_problem(text: str) -> None:
    assert parse(text) == ((), ())


def test_an_answer_knows_the_places_of_what_it_names() -> None:
    text = "- question: A\n  answers:\n  - value: 1\n    reading: b\n    exact: one\n    by: c\n"
    [claim], _ = parse(text)

    assert claim.answers[0].evidence.position == Position("content/claims.yaml", 5, 12)
    assert claim.answers[0].by_position == Position("content/claims.yaml", 6, 9)


def test_the_schema_for_editors_knows_every_key() -> None:
    properties = json_schema(CLAIM)["properties"]

    assert isinstance(properties, dict)
    assert set(properties) == {field.key for field in CLAIM.fields}
