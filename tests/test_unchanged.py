"""A dossier that nobody touched is not read again; whatever was touched is."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.build import Options, Outcome, build

FILES = {
    "dossier.yaml": "title: Rest\n",
    "seeds/one.md": "# One\n\nWords about the PMF that stay as they are.\n",
    "seeds/two.md": "# Two\n\nOther words, and a link to [nowhere](three.md).\n",
    "content/glossary.yaml": "- term: PMF\n  definition: A force.\n",
}


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """Of a dossier that was built, and built again so that its lock is settled."""
    for path, text in FILES.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    options = Options(root=tmp_path, output=tmp_path / "site", jobs=1)
    for _ in range(2):
        time.sleep(0.15)  # so long that another touch would show
        _built(options)
    return options


def _built(options: Options) -> tuple[Outcome, list[str]]:
    """The outcome, and the names of the stages that were gone through."""
    stages: list[str] = []
    return build(options, lambda name, _: stages.append(name)), stages


def test_nothing_is_read_where_nothing_was_touched(options: Options) -> None:
    whole, _ = _built(replace(options, use_cache=False))
    time.sleep(0.15)
    _built(options)

    outcome, stages = _built(options)

    assert stages == []
    assert outcome.published is not None
    assert (outcome.published.written, outcome.published.removed) == (0, 0)
    assert (outcome.problems, outcome.pages) == (whole.problems, whole.pages)


def test_the_number_of_processes_changes_nothing(options: Options) -> None:
    _, stages = _built(replace(options, jobs=2))

    assert stages == []


def _same_size_and_time(root: Path) -> None:
    file = root / "seeds/one.md"
    before = file.stat()
    file.write_text(FILES["seeds/one.md"].replace("stay", "went"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _replaced(root: Path) -> None:
    (root / "new").write_text(FILES["seeds/one.md"], encoding="utf-8")
    (root / "new").replace(root / "seeds/one.md")


def _own_style(root: Path) -> None:
    (root / "themes/folio/styles").mkdir(parents=True)
    (root / "themes/folio/styles/page.css").write_text("body { color: red }", encoding="utf-8")


TOUCHES: dict[str, Callable[[Path], object]] = {
    "a document with other words of the same length, its time set back": _same_size_and_time,
    "a document replaced by its equal": _replaced,
    "a new document": lambda root: (root / "seeds/new.md").write_text("# New\n"),
    "a document gone": lambda root: (root / "seeds/two.md").unlink(),
    "a document renamed": lambda root: (root / "seeds/two.md").rename(root / "seeds/2.md"),
    "an entry": lambda root: (root / "content/people.yaml").write_text("- name: Ada Lovelace\n"),
    "the configuration": lambda root: (root / "dossier.yaml").write_text("title: Other\n"),
    "the lock gone": lambda root: (root / "dossier.lock").unlink(),
    "a theme": _own_style,
    "a page of the site": lambda root: (root / "site/index.html").write_text("mine"),
    "a page of the site gone": lambda root: (root / "site/readings/one/index.html").unlink(),
    "the cache gone": lambda root: (root / ".dossier/cache.sqlite").unlink(),
}


@pytest.mark.parametrize("touch", TOUCHES.values(), ids=TOUCHES)
def test_whatever_was_touched_is_looked_at(
    options: Options, touch: Callable[[Path], object]
) -> None:
    touch(options.root)

    _, stages = _built(options)

    assert stages[:1] == ["read"]


@pytest.mark.parametrize(
    "other",
    [
        {"base_url": "https://example.org/"},
        {"strict": True},
        {"drafts": True},
        {"date": "2026-01-01"},
        {"is_locked": True},
        {"use_cache": False},
    ],
    ids=str,
)
def test_another_option_is_another_build(options: Options, other: dict[str, object]) -> None:
    _, stages = _built(replace(options, **other))  # type: ignore[arg-type]

    assert stages[:1] == ["read"]


def test_a_file_touched_a_moment_ago_is_not_trusted(options: Options) -> None:
    file = options.root / "seeds/one.md"
    file.write_text(FILES["seeds/one.md"].replace("stay", "went"), encoding="utf-8")
    _built(options)

    _, stages = _built(options)

    assert stages[:1] == ["read"]
