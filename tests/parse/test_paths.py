from dossier.fields.form import json_schema
from dossier.model import Path, Problem, Source
from dossier.parse.paths import PATH, parse_path
from tests.text_cases import Agree, Case, every_case
from tests.yaml_text import shown_problems, shown_value


def parse(text: str, file: str = "in-a-hurry") -> tuple[Path | None, tuple[Problem, ...]]:
    return parse_path(Source(f"content/paths/{file}.yaml", "path", text, "0"))


@every_case("paths")
def test_paths_are_read(case: Case, agree: Agree) -> None:
    path, problems = parse(case.input)

    agree(case, (shown_value(path) if path else "") + shown_problems(problems))


def test_an_empty_file_is_no_problem() -> None:
    assert parse("# later\n") == (None, ())


def test_a_file_whose_name_gives_no_address_is_told() -> None:
    path, problems = parse("title: A\nstops: {reading: a}\n", "--")

    assert path is None
    assert [(it.code, it.help) for it in problems] == [("slug-invalid", "rename the file")]


def test_the_schema_for_editors_knows_every_key() -> None:
    properties = json_schema(PATH)["properties"]

    assert isinstance(properties, dict)
    assert set(properties) == {field.key for field in PATH.fields}
