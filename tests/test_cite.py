"""`dossier cite`, as a person calls it."""

import json
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from tests.builds import run_dossier
from tests.conftest import ROOT

RECORDS = {
    "tower-22": "title: Tower 22\ntype: webpage\ncontainer-title: The White House\n"
    "date: 2024-01-28\nurl: https://example.org/tower-22\n",
    "grand-jury": "title: 'A \"quoted\" title: 100% & more'\ntype: report\nauthor: Ministry of Truth\n"
    "publisher: Ministry of Truth\ndate: 2014-06~\n",
}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("cite")
    (root / "seeds").mkdir()
    for name, record in RECORDS.items():
        (root / "seeds" / f"{name}.txt").write_text(f"Words of {name}.\n", encoding="utf-8")
        (root / "seeds" / f"{name}.txt.yaml").write_text(record, encoding="utf-8")
    return root


def test_the_whole_dossier_is_cited_in_chicago_if_nothing_else_is_asked(dossier: Path) -> None:
    run = run_dossier("cite", str(dossier))

    assert run.returncode == 0, run.stderr
    assert run.stdout == (
        'Ministry of Truth. A "quoted" title: 100% & more. Ministry of Truth, [ca. 2014].\n\n'
        "The White House. “Tower 22.” January 28, 2024. https://example.org/tower-22.\n"
    )


@pytest.mark.parametrize("style", ["apa", "chicago", "mla"])
def test_a_chosen_reading_is_cited_alone_and_in_one_line(dossier: Path, style: str) -> None:
    here = {"PYTHONPATH": str(ROOT)}
    run = run_dossier("cite", "tower-22", "--format", style, cwd=dossier, environment=here)

    assert run.stdout.count("\n") == 1
    assert "Tower 22" in run.stdout


def test_csl_json_has_the_readings_in_the_order_asked(dossier: Path) -> None:
    run = run_dossier("cite", str(dossier), "tower-22", "grand-jury", "--format", "csl-json")

    assert [item["id"] for item in json.loads(run.stdout)] == ["tower-22", "grand-jury"]


def test_bibtex_is_read_back_by_a_reader_of_bibtex(dossier: Path) -> None:
    run = run_dossier("cite", str(dossier), "--format", "bibtex")

    library = parse_string(run.stdout)
    assert library.failed_blocks == []
    assert {entry.key for entry in library.entries} == set(RECORDS)


def test_ris_is_read_back_by_a_reader_of_ris(dossier: Path) -> None:
    run = run_dossier("cite", str(dossier), "--format", "ris")

    assert {item["id"] for item in rispy.loads(run.stdout)} == set(RECORDS)


def test_an_unknown_slug_is_answered_with_the_nearest(dossier: Path) -> None:
    run = run_dossier("cite", str(dossier), "tower-2")

    assert run.returncode == 2
    assert 'no reading "tower-2"; did you mean "tower-22"?' in run.stderr
    assert run.stdout == ""


def test_what_would_stop_a_build_stops_a_citation(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Words.\n", encoding="utf-8")
    (tmp_path / "seeds" / "a.txt.yaml").write_text("date: yesterday\n", encoding="utf-8")

    run = run_dossier("cite", str(tmp_path))

    assert (run.returncode, run.stdout) == (1, "")
    assert "yesterday" in run.stderr


def test_a_folder_that_is_no_dossier_is_said_so(tmp_path: Path) -> None:
    run = run_dossier("cite", str(tmp_path))

    assert run.returncode == 2
    assert "is no dossier" in run.stderr
