"""However a file is changed, the preview comes to serve what a clean build writes, and never half of it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Self

import pytest

from tests.serve import edits, edits_of_folders
from tests.serve.previews import DOSSIER, Preview, clean_build, differences, previewing, write

PAGE = "/readings/report/"
ONE_BUILD = re.compile(r"\S+(?: and \d+ more files?)?: \d+ pages?(?:, \d+ warnings?)?, \d+\.\d\d s")
TYPICAL = {
    edits.written_in_place,
    edits.truncated_and_written_slowly,
    edits.saved_by_vim,
    edits.saved_by_emacs,
    edits.saved_by_an_ide_with_two_temporary_files,
    edits.only_backups_and_locks,
    edits.rewritten_with_the_same_size_and_time,
    edits_of_folders.a_new_document_that_is_empty_at_first,
    edits_of_folders.a_document_deleted,
    edits_of_folders.the_case_of_a_name_changed,
    edits_of_folders.a_rename_storm,
    edits_of_folders.a_file_in_folders_just_made,
    edits_of_folders.a_folder_moved_out_and_in_again,
    edits_of_folders.all_seeds_exchanged,
    edits_of_folders.a_link_turned_to_another_file,
    edits_of_folders.a_branch_checked_out,
    edits_of_folders.yaml_that_is_invalid_until_it_is_complete,
    edits_of_folders.a_theme_changed_in_part,
}
"""Those that every run of the tests tries; the others are for the long run."""
CHANGES = [
    pytest.param(each, id=each.__name__, marks=[] if each in TYPICAL else [pytest.mark.slow])
    for each in edits.EDITS
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write(tmp_path_factory.mktemp("edits") / "dossier", DOSSIER)
    edits.git(root, "init", "-q", "-b", "main")
    edits.git(root, "add", "-A")
    edits.git(root, "commit", "-qm", "First")
    return root


@pytest.fixture(scope="module")
def before(root: Path) -> dict[str, bytes]:
    """What a clean build writes before the first edit."""
    return clean_build(root)


@pytest.fixture(scope="module")
def preview(root: Path) -> Iterator[Preview]:
    with previewing(root) as started:
        yield started


def put_back(root: Path) -> None:
    """The dossier as it was before the first edit."""
    edits.git(root, "checkout", "-qf", "main")
    edits.git(root, "clean", "-qfdx", "-e", ".dossier")


class Reader:
    """Somebody who loads one page again and again while files change."""

    def __init__(self, preview: Preview) -> None:
        self.pages: set[bytes] = set()
        self._is_over = Event()
        self._preview = preview
        self._reading = Thread(target=self._read, daemon=True)

    def __enter__(self) -> Self:
        self._reading.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._is_over.set()
        self._reading.join(timeout=30)

    def _read(self) -> None:
        while not self._is_over.wait(0.01):
            self.pages.add(self._preview.page(PAGE))


@pytest.mark.parametrize("change", CHANGES)
def test_the_preview_becomes_what_a_clean_build_writes(
    change: edits.Edit, root: Path, preview: Preview, before: dict[str, bytes]
) -> None:
    put_back(root)
    assert differences(preview, before) == []
    # another edit than the last: words that no page has had
    words = f"Words of {change.__name__.replace('_', ' ')}."

    with Reader(preview) as reader:
        change(root, words)
        after = clean_build(root)
        different = differences(preview, after)

    assert different == []
    file = f"{PAGE[1:]}index.html"
    whole = {site.get(file, site["404.html"]) for site in (before, after)}
    assert reader.pages <= whole


def test_no_edit_is_missing() -> None:
    assert len(edits.EDITS) >= 40


def test_what_is_gone_from_the_sources_is_gone_from_the_preview(
    root: Path, preview: Preview, before: dict[str, bytes]
) -> None:
    put_back(root)
    assert differences(preview, before) == []

    shutil.rmtree(root / "seeds" / "notes")

    assert differences(preview, clean_build(root)) == []
    assert preview.get("/readings/first/")[0] == 404


def test_of_all_this_the_terminal_has_one_line_a_build_and_no_doubt(preview: Preview) -> None:
    lines = preview.later_lines(0.5)
    told = [line for line in (*preview.heard, *lines) if not line.startswith("http")]

    assert [line for line in told if not ONE_BUILD.fullmatch(line)] == []
