"""A build is a function of its files: not of what was built before, nor of the machine that builds."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.build import Options, Outcome, build
from tests.builds import run_dossier
from tests.dossiers import Edit, Files, dossiers, edits


def write_files(root: Path, files: Files) -> None:
    """Make the dossier's own files just these."""
    for name in ("seeds", "content", "themes", "dossier.yaml"):
        shutil.rmtree(root / name, ignore_errors=True)
    (root / "dossier.yaml").unlink(missing_ok=True)
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def built(root: Path, *, use_cache: bool = True, jobs: int = 1) -> Outcome:
    return build(
        Options(root=root, output=root / "site", use_cache=use_cache, jobs=jobs), lambda *_: None
    )


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@settings(max_examples=int(os.environ.get("DOSSIER_EXAMPLES", "12")))
@given(dossiers, st.lists(edits, min_size=1, max_size=5))
def test_for_every_series_of_edits_a_warm_build_is_a_clean_build(
    tmp_path_factory: pytest.TempPathFactory, files: Files, series: list[Edit]
) -> None:
    folder = tmp_path_factory.mktemp("edits")
    warm, clean = folder / "warm", folder / "clean"
    warm.mkdir()
    write_files(warm, files)
    built(warm)
    for edit in series:
        files = edit.on(files)
        write_files(warm, files)
        shutil.rmtree(clean, ignore_errors=True)
        clean.mkdir()
        write_files(clean, files)
        if (warm / "dossier.lock").exists():
            shutil.copyfile(warm / "dossier.lock", clean / "dossier.lock")
        outcome = built(warm)
        again = built(clean, use_cache=False)

        assert [each.code for each in outcome.problems] == [each.code for each in again.problems]
        if not again.errors:
            assert differing(files_below(warm / "site"), files_below(clean / "site")) == []


@settings(max_examples=int(os.environ.get("DOSSIER_EXAMPLES", "12")))
@given(dossiers)
def test_for_every_dossier_a_second_build_reads_all_and_does_nothing(
    tmp_path_factory: pytest.TempPathFactory, files: Files
) -> None:
    root = tmp_path_factory.mktemp("twice")
    write_files(root, files)
    first = built(root)
    second = built(root)

    assert first.published is not None
    assert second.published is not None
    assert (second.parsed, second.rendered, second.published.written) == (0, 0, 0)


def test_an_edit_renders_the_pages_whose_view_it_changes(tmp_path: Path) -> None:
    files = {
        f"seeds/{name}.md": f"# {name}\n\nMany words of the document called {name}.\n"
        for name in ("a", "b", "c", "d")
    }
    write_files(tmp_path, files)
    built(tmp_path)
    before = files_below(tmp_path / "site")
    write_files(
        tmp_path, {**files, "seeds/b.md": files["seeds/b.md"] + "\nAnd one passage more.\n"}
    )

    outcome = built(tmp_path)

    changed = differing(before, files_below(tmp_path / "site"))
    assert outcome.parsed == 1
    pages = [path for path in changed if path.endswith("index.html")]
    assert pages == ["about/coverage/index.html", "readings/b/index.html"]
    assert outcome.rendered == len(pages)


def test_a_template_that_changes_parses_nothing(tmp_path: Path) -> None:
    files = {f"seeds/{name}.md": f"# {name}\n\nWords of {name}.\n" for name in ("a", "b")}
    write_files(tmp_path, files)
    first = built(tmp_path)
    template = "{% extends 'base.html' %}{% block main %}<h1>Gone</h1>{% endblock %}\n"
    write_files(tmp_path, {**files, "themes/folio/templates/not-found.html": template})

    outcome = built(tmp_path)

    assert outcome.parsed == 0
    assert outcome.rendered == first.pages


@pytest.mark.parametrize("damage", ["gone", "garbage", "empty"])
def test_a_cache_that_is_lost_or_damaged_changes_nothing_but_time(
    tmp_path: Path, damage: str
) -> None:
    write_files(
        tmp_path,
        {"seeds/a.md": "# A\n\nPMF.", "content/glossary.yaml": "- term: PMF\n  expansion: P M F\n"},
    )
    built(tmp_path)
    before = files_below(tmp_path / "site")
    for path in sorted((tmp_path / ".dossier").rglob("*")):
        if path.is_file() and damage != "gone":
            path.write_bytes(b"" if damage == "empty" else b"\x00\xffgarbage" * 99)
    if damage == "gone":
        shutil.rmtree(tmp_path / ".dossier")

    outcome = built(tmp_path)

    assert outcome.errors == 0
    assert files_below(tmp_path / "site") == before


def machine(seed: str, zone: str, locale: str) -> dict[str, str]:
    return {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale}


@pytest.mark.parametrize(
    ("environment", "jobs"),
    [
        (machine("1", "Asia/Kabul", "C"), "1"),
        (machine("2", "America/St_Johns", "C.UTF-8"), "2"),
        (machine("3", "UTC", "tr_TR.UTF-8"), "3"),
    ],
    ids=["C", "C.UTF-8", "Turkish"],
)
def test_the_same_files_give_the_same_bytes_on_every_machine(
    tmp_path: Path, environment: dict[str, str], jobs: str
) -> None:
    root = Path(__file__).resolve().parent.parent
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        for part in ("seeds", "content") if name == "one" else ("content", "seeds"):
            paths = sorted((root / part).rglob("*"), reverse=name == "other")
            for path in (path for path in paths if path.is_file()):
                target = tmp_path / name / path.relative_to(root)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
        shutil.copyfile(root / "dossier.yaml", tmp_path / name / "dossier.yaml")

    here = run_dossier("build", str(tmp_path / "one"), environment=machine("0", "UTC", "C.UTF-8"))
    there = run_dossier("build", str(tmp_path / "other"), "--jobs", jobs, environment=environment)

    assert (here.returncode, there.returncode) == (0, 0), here.stderr + there.stderr
    assert (
        differing(files_below(tmp_path / "one" / "site"), files_below(tmp_path / "other" / "site"))
        == []
    )
