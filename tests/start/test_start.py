"""From an empty folder to a dossier that builds, and one thing more of each kind."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.nodes import Scalar, Table, read_nodes
from dossier.start.texts import yaml_text
from tests.builds import run_dossier

HOSTILE = 'Q: it\'s "ours" – #1 عربي'


@pytest.mark.parametrize("name", ["plain", "a \"quoted\" 'name'", "ملف القراءة"])
def test_a_new_dossier_builds_at_once_without_a_problem(tmp_path: Path, name: str) -> None:
    root = tmp_path / name
    made = run_dossier("init", str(root), "--title", HOSTILE)
    built = run_dossier("build", str(root), "--strict")

    assert (made.returncode, built.returncode) == (0, 0), made.stderr + built.stderr
    assert "no problems" in built.stderr
    assert HOSTILE.split('"')[1] in (root / "site" / "index.html").read_text(encoding="utf-8")


def test_nothing_that_is_there_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("title: Mine\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("keep", encoding="utf-8")

    first = run_dossier("init", str(tmp_path))
    second = run_dossier("init", str(tmp_path))

    assert "left dossier.yaml as it is" in first.stderr
    assert "made" not in second.stdout
    assert (tmp_path / "dossier.yaml").read_text(encoding="utf-8") == "title: Mine\n"
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "keep"


def test_every_key_of_the_settings_is_explained(tmp_path: Path) -> None:
    run_dossier("init", str(tmp_path))
    schema = json.loads((tmp_path / "schemas" / "dossier.json").read_text(encoding="utf-8"))
    settings = (tmp_path / "dossier.yaml").read_text(encoding="utf-8")

    assert [key for key in schema["properties"] if f"{key}:" not in settings] == []
    assert [
        entry["description"]
        for entry in schema["properties"].values()
        if f"# {entry['description']}\n" not in settings
    ] == []


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("reading", "seeds/abu-baqir.md.yaml"),
        ("person", "content/people.yaml"),
        ("organisation", "content/organisations.yaml"),
        ("place", "content/places.yaml"),
        ("term", "content/glossary.yaml"),
        ("event", "content/events.yaml"),
    ],
)
def test_a_new_thing_reads_without_an_error(tmp_path: Path, kind: str, file: str) -> None:
    run_dossier("init", str(tmp_path))
    added = run_dossier("new", kind, "Abu Baqir", "--dir", str(tmp_path))
    checked = run_dossier("check", str(tmp_path))

    assert added.returncode == 0, added.stderr
    assert "Abu Baqir" in (tmp_path / file).read_text(encoding="utf-8")
    assert "0 errors" in checked.stderr, checked.stderr


def test_a_name_that_is_taken_is_not_added_again(tmp_path: Path) -> None:
    run_dossier("init", str(tmp_path))
    run_dossier("new", "person", "Abu Baqir", "--dir", str(tmp_path))
    before = (tmp_path / "content" / "people.yaml").read_text(encoding="utf-8")

    again = run_dossier("new", "place", "Abu Baqir", "--dir", str(tmp_path))

    assert again.returncode == 1
    assert '"abu-baqir" is there already: content/people.yaml:1' in again.stderr
    assert (tmp_path / "content" / "people.yaml").read_text(encoding="utf-8") == before
    assert not (tmp_path / "content" / "places.yaml").exists()


def test_the_schemas_of_editors_are_those_of_the_program(tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "schemas", ignore_errors=True)
    wrote = run_dossier("schema", "--output", str(tmp_path / "schemas"))
    printed = run_dossier("schema", "record")

    assert wrote.returncode == printed.returncode == 0
    assert (tmp_path / "schemas" / "record.json").read_text(encoding="utf-8") == printed.stdout
    assert "container-title" in json.loads(printed.stdout)["properties"]


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1).filter(
        str.strip
    )
)
def test_for_every_text_its_yaml_reads_back(text: str) -> None:
    node, problems = read_nodes(f"key: {yaml_text(text)}\n", "x.yaml")

    assert problems == ()
    assert isinstance(node, Table)
    value = node.pairs[0][1]
    assert isinstance(value, Scalar)
    assert not value.is_null
