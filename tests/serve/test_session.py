"""A preview from start to end: its port, its first page, its lines, its end, and watches that fail."""

import re
import socket
import time
from pathlib import Path

import pytest

from tests.serve.previews import DOSSIER, PROSE, clean_build, differences, previewing, write

REPORT = "/readings/report/"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "dossier", DOSSIER)


def test_a_port_in_use_gives_a_line_and_the_next_free_one(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with previewing(root, "--port", str(port)) as preview:
            line = preview.next_line()
            assert line.startswith(f"port {port} is in use; taking ")
            assert preview.port == int(line.rsplit(" ", 1)[1])
            assert preview.get("/")[0] == 200


def test_ctrl_c_ends_it_at_once(root: Path) -> None:
    with previewing(root) as preview:
        preview.line_with("built")
        with socket.create_connection(("127.0.0.1", preview.port)):
            seconds = preview.stop()

        assert preview.process.returncode == 0
        assert seconds < 2


@pytest.mark.slow
def test_ctrl_c_ends_it_at_once_while_it_builds(root: Path) -> None:
    write(
        root,
        {f"seeds/many/{number}.md": f"# No. {number}\n\n{PROSE * 20}" for number in range(400)},
    )
    with previewing(root) as preview:
        assert preview.port
        time.sleep(0.5)
        seconds = preview.stop()

        assert preview.process.returncode == 0
        assert seconds < 2
        assert not [line for line in preview.later_lines(0.2) if "Traceback" in line]


def test_each_change_has_one_line(root: Path) -> None:
    with previewing(root) as preview:
        assert re.fullmatch(
            r"built: \d+ pages, \d+ warnings, \d+\.\d\d s", preview.line_with("built")
        )

        (root / "seeds" / "notes" / "second.md").write_text("# Second note\n\nSomething.\n")

        assert preview.next_line().startswith("seeds/notes/second.md: ")
        (root / "content" / "people.yaml").write_text("- id: haddad\n  nom: Karim\n")
        wrong = preview.next_line()
        assert wrong.startswith("content/people.yaml: content/people.yaml:")
        assert "; the last good pages stay, " in wrong
        assert preview.later_lines(0.5) == []


def test_reading_a_file_sets_off_nothing(root: Path) -> None:
    with previewing(root) as preview:
        preview.line_with("built")
        time.sleep(0.3)

        for file in sorted(root.rglob("*")):
            if file.is_file():
                file.read_bytes()
        list((root / "seeds").iterdir())

        assert preview.later_lines(1) == []


@pytest.mark.slow
def test_a_build_of_the_site_beside_it_sets_off_nothing(root: Path) -> None:
    write(root, {"site/index.html": "", ".git/index": "", "README.md": ""})
    with previewing(root) as preview:
        preview.line_with("built")
        time.sleep(0.3)

        write(
            root, {"site/index.html": "1", ".git/index": "1", "README.md": "1", "seeds/x.md~": ""}
        )

        assert preview.later_lines(1) == []


def test_the_first_page_is_there_before_the_last_is_made(root: Path) -> None:
    count = 60
    write(
        root,
        {
            f"seeds/many/{number:03}.md": f"# No. {number:03}\n\n{PROSE * 4}"
            for number in range(count)
        },
    )
    with previewing(root) as preview:
        last = preview.page(f"/readings/{count - 1:03}/")
        is_early = not preview.later_lines(0.0)
        first_line = preview.line_with("built")

        assert b"Nothing else was reported" in last
        assert is_early
        assert first_line
        assert differences(preview, clean_build(root)) == []


def test_a_folder_to_be_looked_at_by_scanning_is(root: Path) -> None:
    with previewing(root, "--poll") as preview:
        preview.line_with("built")

        (root / "seeds" / "report.md").write_text("# Report\n\nAnother text.\n")

        assert differences(preview, clean_build(root)) == []
        (root / "seeds" / "report.md").unlink()
        assert differences(preview, clean_build(root)) == []


def test_a_change_that_nobody_announces_is_found_and_said_so(root: Path) -> None:
    write(root, {"versions/report.md": "# Report\n\nOne text.\n"})
    (root / "seeds" / "report.md").unlink()
    (root / "seeds" / "report.md").symlink_to("../versions/report.md")
    with previewing(root) as preview:
        preview.line_with("built")
        time.sleep(1)

        (root / "versions" / "report.md").write_text("# Report\n\nAnother text.\n")

        assert "as with --poll" in preview.line_with("not announced")
        assert differences(preview, clean_build(root)) == []


@pytest.mark.slow
def test_a_dossier_that_grows_all_its_folders_while_it_is_shown(tmp_path: Path) -> None:
    root = write(tmp_path / "dossier", {"dossier.yaml": "title: A dossier\n"})
    with previewing(root) as preview:
        preview.line_with("built")

        for path, text in DOSSIER.items():
            write(root, {path: text})
            time.sleep(0.05)

        assert differences(preview, clean_build(root)) == []


def test_no_dossier_is_said_in_one_line(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        preview.line_with("is no dossier")

        assert preview.process.wait(timeout=20) == 2


@pytest.mark.slow
def test_a_file_written_without_end_is_shown_all_the_same(root: Path) -> None:
    with previewing(root) as preview, (root / "seeds" / "report.md").open("a") as file:
        preview.line_with("built")

        end = time.monotonic() + 8
        while b"Line 9." not in preview.page(REPORT) and time.monotonic() < end:
            file.write("Line 9.\n\n")
            file.flush()
            time.sleep(0.05)

        assert b"Line 9." in preview.page(REPORT)


@pytest.mark.slow
def test_a_checkout_of_a_thousand_files_is_one_rebuild(root: Path) -> None:
    from tests.serve.edits import git

    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "First")
    git(root, "checkout", "-q", "-b", "many")
    files = {f"seeds/many/{number}.md": f"# No. {number}\n\n{PROSE}" for number in range(1000)}
    write(root, files)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Many")
    git(root, "checkout", "-q", "main")
    with previewing(root) as preview:
        preview.line_with("built")

        git(root, "checkout", "-q", "many")

        assert preview.line_with(": ", patience=60).startswith(
            "seeds/many/0.md and 999 more files:"
        )
        assert differences(preview, clean_build(root)) == []
        git(root, "checkout", "-q", "main")
        assert differences(preview, clean_build(root)) == []


@pytest.mark.slow
def test_an_overflow_of_announcements_loses_nothing(root: Path) -> None:
    with previewing(root) as preview:
        preview.line_with("built")
        limit = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
        preview.process.send_signal(19)  # while it is stopped, announcements pile up
        noise = root / "seeds" / ".noise"
        for number in range(limit // 2 + 1000):
            noise.touch()
            if number % 2:
                noise.unlink()
        (root / "seeds" / "report.md").write_text("# Report\n\nAnother text.\n")
        preview.process.send_signal(18)

        assert differences(preview, clean_build(root)) == []
