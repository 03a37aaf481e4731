"""Publishing by git alone, onto a real bare repository."""

import os
import subprocess
from pathlib import Path

import pytest

from dossier.deploy import weigh
from tests.builds import run_dossier

AUTHOR = {
    "GIT_AUTHOR_NAME": "Curator",
    "GIT_AUTHOR_EMAIL": "curator@example.org",
    "GIT_COMMITTER_NAME": "Curator",
    "GIT_COMMITTER_EMAIL": "curator@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


def git(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, **AUTHOR}
    return subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A committed dossier whose remote is a bare repository beside it."""
    root = tmp_path / "my dossier"
    run_dossier("init", str(root))
    built = run_dossier("build", str(root))
    assert built.returncode == 0, built.stderr
    git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "remote", "add", "origin", str(tmp_path / "remote.git"))
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "-m", "A dossier")
    return root


def deploy(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run_dossier("deploy", str(root), *options, environment=AUTHOR)


def files_on(remote: Path, branch: str = "gh-pages") -> list[str]:
    return git(remote, "ls-tree", "-r", "--name-only", branch).splitlines()


def test_the_site_is_published_as_one_commit(dossier: Path, tmp_path: Path) -> None:
    run = deploy(dossier)
    remote = tmp_path / "remote.git"

    assert run.returncode == 0, run.stderr
    assert {".nojekyll", "index.html", "404.html"} <= set(files_on(remote))
    assert git(remote, "rev-list", "--count", "gh-pages") == "1"
    assert git(dossier, "status", "--porcelain") == ""
    assert git(dossier, "branch", "--list") == "* main"


def test_a_second_time_changes_nothing_until_something_has_changed(
    dossier: Path, tmp_path: Path
) -> None:
    deploy(dossier)
    again = deploy(dossier)
    (dossier / "content" / "index.md").write_text(
        "---\ntitle: Other\n---\nOther words.\n", encoding="utf-8"
    )
    run_dossier("build", str(dossier))
    git(dossier, "commit", "--quiet", "-am", "Other words")
    deploy(dossier)

    assert "has this very site already" in again.stdout
    assert git(tmp_path / "remote.git", "rev-list", "--count", "gh-pages") == "2"


def test_a_domain_of_ones_own_stays(dossier: Path, tmp_path: Path) -> None:
    deploy(dossier)
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", "remote.git", "clone")
    (tmp_path / "clone" / "CNAME").write_text("dossier.example.org\n", encoding="utf-8")
    git(tmp_path / "clone", "add", "CNAME")
    git(tmp_path / "clone", "commit", "--quiet", "-m", "Domain")
    git(tmp_path / "clone", "push", "--quiet")

    run = deploy(dossier)

    assert run.returncode == 0, run.stderr
    assert "CNAME" in files_on(tmp_path / "remote.git")


def test_uncommitted_changes_are_not_published(dossier: Path, tmp_path: Path) -> None:
    (dossier / "seeds" / "draft.md").write_text("# Draft\n", encoding="utf-8")

    run = deploy(dossier)

    assert run.returncode == 1
    assert "seeds/draft.md" in run.stderr
    assert git(tmp_path / "remote.git", "branch", "--list") == ""


def test_a_build_with_an_error_is_not_published(dossier: Path, tmp_path: Path) -> None:
    (dossier / "dossier.yaml").write_text("titel: A slip\n", encoding="utf-8")
    git(dossier, "commit", "--quiet", "-am", "A slip")

    run = deploy(dossier)

    assert run.returncode == 1
    assert "config-unknown-key" in run.stderr
    assert git(tmp_path / "remote.git", "branch", "--list") == ""


def test_a_remote_that_is_not_there_is_named(dossier: Path) -> None:
    run = deploy(dossier, "--remote", "elsewhere")

    assert run.returncode == 1
    assert 'no git remote "elsewhere"' in run.stderr


def test_a_push_that_is_refused_leaves_what_stood_there(dossier: Path, tmp_path: Path) -> None:
    deploy(dossier)
    remote = tmp_path / "remote.git"
    before = git(remote, "rev-parse", "gh-pages")
    hook = remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    (dossier / "content" / "index.md").write_text(
        "---\ntitle: Other\n---\nOther words.\n", encoding="utf-8"
    )
    run_dossier("build", str(dossier))
    git(dossier, "commit", "--quiet", "-am", "Other words")

    run = deploy(dossier)

    assert run.returncode == 1
    assert "what stood there stands" in run.stderr
    assert git(remote, "rev-parse", "gh-pages") == before


def test_without_git_it_says_so(dossier: Path) -> None:
    run = run_dossier("deploy", str(dossier), environment={**AUTHOR, "PATH": ""})

    assert run.returncode == 1
    assert "git is not installed" in run.stderr


def test_the_weight_of_a_site_names_its_largest_files(tmp_path: Path) -> None:
    for name, size in (("a.html", 10), ("b.html", 30), ("c.html", 20)):
        (tmp_path / name).write_bytes(b"x" * size)

    weight = weigh(tmp_path)

    assert weight.bytes == 60
    assert [path for path, _ in weight.largest] == ["b.html", "c.html", "a.html"]
