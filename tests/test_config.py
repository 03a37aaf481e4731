from pathlib import Path

import pytest

from dossier.config import CONFIG, load_config, read_config
from dossier.fields.form import json_schema
from dossier.model import Config
from tests.text_cases import Agree, Case, every_case
from tests.yaml_text import shown_problems, shown_value


@every_case("config")
def test_the_settings_are_read(case: Case, agree: Agree) -> None:
    config, problems = read_config(case.input)

    agree(case, shown_value(config) + shown_problems(problems))


def test_a_folder_without_settings_has_the_standard_ones(tmp_path: Path) -> None:
    assert load_config(tmp_path, None, drafts=False) == (Config(), ())


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_settings_that_say_nothing_are_the_standard_ones(text: str) -> None:
    assert read_config(text) == (Config(), ())


def test_the_command_lines_base_address_wins_and_gets_its_slash(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("base_url: https://a.example/\n", encoding="utf-8")

    config, problems = load_config(tmp_path, "https://b.example/site", drafts=True)

    assert (config.base_url, config.drafts, problems) == ("https://b.example/site/", True, ())


@pytest.mark.parametrize(
    "address", ["/site/", "ftp://a.example/", "https://a.example/?q=1", "https://"]
)
def test_a_base_address_that_pages_cannot_lie_below_is_refused(
    tmp_path: Path, address: str
) -> None:
    config, problems = load_config(tmp_path, address, drafts=False)

    assert config.base_url == ""
    assert [(problem.code, problem.position.path) for problem in problems] == [
        ("url-unsafe", "--base-url")
    ]


def test_settings_that_are_not_utf_8_are_refused_with_the_byte(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_bytes("title: Crème".encode("latin-1"))

    config, [problem] = load_config(tmp_path, None, drafts=False)

    assert (config, problem.code) == (Config(), "config-unreadable")
    assert problem.message == "dossier.yaml is not UTF-8: byte 9 is 0xE8"


def test_settings_that_are_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").mkdir()

    _, [problem] = load_config(tmp_path, None, drafts=False)

    assert problem.code == "config-unreadable"


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_bytes(b"\xef\xbb\xbftitle: A\r\nsubtitle: B\r\n")

    config, problems = load_config(tmp_path, None, drafts=False)

    assert (config.title, config.subtitle, problems) == ("A", "B", ())


def test_the_schema_for_editors_knows_every_key() -> None:
    properties = json_schema(CONFIG)["properties"]

    assert isinstance(properties, dict)
    assert set(properties) == {field.key for field in CONFIG.fields}
    assert all(schema["description"].endswith(".") for schema in properties.values())
