"""The manual names every command, option, key and problem code of the program, and none that it does not have."""

import re
from pathlib import Path

import click
import pytest

from dossier.cli import COMMANDS, main
from dossier.config import CONFIG
from dossier.fields.form import Vocabulary
from dossier.parse.claims import ANSWER, CLAIM
from dossier.parse.entries import ENTRY
from dossier.parse.events import EVENT
from dossier.parse.paths import PATH, STOP
from dossier.parse.records import DOCUMENT, PAGE
from dossier.parse.relations import RELATION
from dossier.problems import CODES
from tests.conftest import ROOT, build_site
from tests.site_checks import links, markup
from tests.site_checks.pages import read_site

MANUAL = ROOT / "docs" / "content"
CODE_TABLE = re.compile(r"(?m)^\| `[^`]+` \| (?:error|warning) \|.*\n")


def page(name: str) -> str:
    return (MANUAL / f"{name}.md").read_text(encoding="utf-8")


def test_every_problem_code_is_explained_as_the_program_knows_it(
    request: pytest.FixtureRequest,
) -> None:
    written = page("problems")
    rows = [
        f"| `{code}` | {severity} | {meaning} |\n"
        for code, (severity, meaning) in sorted(CODES.items())
    ]
    if request.config.getoption("--accept"):
        first, last = written.index("| `"), written.rindex("|\n") + 2
        path = MANUAL / "problems.md"
        path.write_text(written[:first] + "".join(rows) + written[last:], encoding="utf-8")
        return

    assert CODE_TABLE.findall(written) == rows


@pytest.mark.parametrize("name", COMMANDS)
def test_the_manual_names_every_option_of_a_command_and_no_other(name: str) -> None:
    section = page("command-line").partition(f"## dossier {name}\n")[2].partition("\n## ")[0]
    command = main.get_command(click.Context(main), name)
    assert command is not None

    options = {
        option for parameter in command.params for option in parameter.opts if option[:2] == "--"
    }
    assert set(re.findall(r"(?m)^\| `(--[a-z-]+)", section)) == options


def test_the_manual_has_no_command_that_is_not_there() -> None:
    assert re.findall(r"(?m)^## dossier (\S+)", page("command-line")) == list(COMMANDS)


@pytest.mark.parametrize(
    ("heading", "vocabulary"),
    [
        ("dossier.yaml", CONFIG),
        ("The record of a document", DOCUMENT),
        ("A page of your own", PAGE),
        ("Entries", ENTRY),
        ("Events", EVENT),
        ("Relations", RELATION),
        ("Claims", CLAIM),
        ("Answers", ANSWER),
        ("Paths", PATH),
        ("Stops", STOP),
    ],
)
def test_the_manual_names_every_key_of_a_file_and_no_other(
    heading: str, vocabulary: Vocabulary
) -> None:
    section = page("on-disk").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    cells = re.findall(r"(?m)^\| (`[^|]+) \|", section)
    keys = {key for cell in cells for key in re.findall(r"`([^`]+)`", cell)}

    assert keys == {field.key for field in vocabulary.fields}


@pytest.mark.parametrize("path", ["README.md", "scripts/site", "docs/content/getting-started.md"])
def test_what_a_newcomer_is_told_to_call_is_there(path: str) -> None:
    called = re.findall(r"(?m)^(?:\S*/)?dossier (\w+)", (ROOT / path).read_text(encoding="utf-8"))

    assert set(called) <= set(COMMANDS)


@pytest.mark.parametrize("path", sorted(MANUAL.glob("*.md")), ids=lambda path: path.stem)
def test_every_link_in_the_manual_names_a_page(path: Path) -> None:
    targets = re.findall(r"\]\(([\w-]+\.md)", path.read_text(encoding="utf-8"))

    assert [target for target in targets if not (MANUAL / target).is_file()] == []


def test_the_manual_is_a_dossier_without_a_problem(tmp_path: Path) -> None:
    manual = read_site(build_site(ROOT / "docs", tmp_path / "site", "--strict"))

    assert [
        complaint for page in manual.pages.values() for complaint in markup.complaints_about(page)
    ] == []
    assert links.broken_links(manual, links.Place("file:///media/stick/manual/")) == ()
