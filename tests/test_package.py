"""The wheel: themes inside, the same bytes every time, and at work away from the repository."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


def build(folder: Path) -> Path:
    command = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "wheel",
        "--directory",
        str(folder),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return next(folder.glob("*.whl"))


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_the_package_and_every_file_of_its_themes(wheel: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "dossier", "themes"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    wanted = {f"dossier/{name}" if name.startswith("themes/") else name for name in tracked}

    assert wanted <= names_in(wheel)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in names_in(wheel)}

    assert {top.partition("-")[0] for top in tops} == {"dossier", "dossier_site"}


def test_the_same_source_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    again = build(tmp_path)

    assert again.read_bytes() == wheel.read_bytes()


def test_the_wheel_builds_a_dossier_away_from_the_repository(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    (tmp_path / "dossier.yaml").write_text("title: Away\n", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a note.txt").write_text("A note\n\nIts only words.\n", encoding="utf-8")
    alone = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    command = [sys.executable, "-P", "-m", "dossier", "build", str(tmp_path)]

    run = subprocess.run(
        command, cwd=tmp_path, env=alone, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stdout + run.stderr
    page = (tmp_path / "site" / "readings" / "a-note" / "index.html").read_text(encoding="utf-8")
    assert "Its only words." in page
