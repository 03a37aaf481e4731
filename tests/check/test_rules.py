"""The rules over a whole dossier: what each reports, where, and with what advice; and what none reports."""

import re
from collections.abc import Mapping
from pathlib import Path

from dossier.check import RULES, check_site
from dossier.model import Problem
from dossier.problems import CODES
from tests.link.small_dossier import lines_of, linked_site
from tests.text_cases import FOLDER, Agree, Case, every_case, read_cases

CASES = ("acronyms", "expansions", "unused_and_empty", "records_and_titles", "paths_too_long")


def found_in(files: str, record: str = "") -> list[str]:
    """Problems of the files, each after a line `@ PATH`. `record` is that of every reading without one."""
    named = dict(map(_file, f"\n{files}".split("\n@ ")[1:]))
    readings = [path for path in named if path.startswith("seeds/") and path[-5:] != ".yaml"]
    records = {f"{path}.yaml": f"title: {path}\n{record}" for path in readings if record}
    site, _ = linked_site({**records, **named})
    return lines_of(check_site(site))


def _file(block: str) -> tuple[str, str]:
    path, _, text = block.partition("\n")
    return path, text + "\n"


@every_case("acronyms")
def test_acronyms(case: Case, agree: Agree) -> None:
    """Input: a text, or files, each after a line `@ PATH`."""
    files = case.input if case.input.startswith("@ ") else f"@ seeds/a.md\n{case.input}"

    agree(case, "\n".join(found_in(files, "date: 2024\npublisher: The editors\nrights: CC0\n")))


@every_case("expansions")
def test_expansions(case: Case, agree: Agree) -> None:
    found = found_in(case.input, "date: 2024\npublisher: The editors\nrights: CC0\n")

    agree(case, "\n".join(line for line in found if line.startswith("expansion-")))


@every_case("unused_and_empty")
def test_entries_that_nothing_mentions_or_that_say_nothing(case: Case, agree: Agree) -> None:
    agree(
        case, "\n".join(found_in(case.input, "date: 2024\npublisher: The editors\nrights: CC0\n"))
    )


@every_case("records_and_titles")
def test_what_records_lack_and_titles_that_several_readings_have(case: Case, agree: Agree) -> None:
    agree(case, "\n".join(found_in(case.input)))


@every_case("paths_too_long")
def test_paths_that_take_longer_than_they_say(case: Case, agree: Agree) -> None:
    """In the input `WORDS` stands for 1,150 of them, which take five minutes."""
    found = found_in(case.input.replace("WORDS", "word " * 1150), "rights: CC0\n")

    agree(case, "\n".join(line for line in found if line.startswith("path-")))


def test_every_rule_has_the_name_of_its_code_and_a_case() -> None:
    codes = {rule.__name__.replace("_", "-") for rule in RULES}
    expected = "\n".join(
        case.expected for name in CASES for case in read_cases(FOLDER / f"{name}.txt")
    )

    assert codes <= CODES.keys()
    assert {code for code in codes if f"{code} " not in expected} == set()


def test_of_real_documents_every_place_holds_the_acronym(corpora: Path) -> None:
    folder = corpora / "white-house" / "documents"
    files = {
        f"seeds/{path.relative_to(folder)}": path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.md"))[:20]
    }

    found = [it for it in check_site(linked_site(files)[0]) if it.code == "acronym-undefined"]

    assert len(found) > 10
    assert [it for it in found if it.message.split('"')[1] != _word_at(files, it)] == []


def _word_at(files: Mapping[str, str], problem: Problem) -> str:
    line = files[problem.position.path].split("\n")[problem.position.line - 1]
    start = problem.position.column - 1
    word = re.sub("[\u2010-\u2015]", "-", line[start : start + problem.width])
    return word.replace(".", "").removesuffix("s")
