"""Killed, refused, out of room, or not alone: the output folder holds the old site or the new one, and nothing else."""

import ctypes
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from dossier.model import Problem
from dossier.write import publish

LISTING = ".dossier-files"
ROOT = Path(__file__).resolve().parent.parent
NOBODY = 65534
IS_ROOT = sys.platform != "win32" and os.geteuid() == 0

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="kills, mounts and permissions are POSIX"
)

WRITER = """
import ctypes, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from dossier.write import publish
if sys.argv[4] == "two renames":
    ctypes.CDLL = lambda *args, **options: object()
print("ready", flush=True)
for turn in range(int(sys.argv[3]), 100_000):
    files = {f"page-{n}/index.html": b"%d" % turn * (n + 1) for n in range(40)}
    files |= {f"turn-{turn % 3}/index.html": b"%d" % turn, "index.html": b"%d" % turn}
    published, problems = publish(Path(sys.argv[2]), files)
    if problems:
        sys.exit(problems[0].message)
"""

ONCE = """
import ctypes, fcntl, os, resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from dossier.write import publish
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
if sys.argv[3] != "0":
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
_, problems = publish(Path(sys.argv[2]), {"index.html": b"new", "big/index.html": bytes(100_000)})
print(*(f"{each.code}: {each.message}" for each in problems), sep="\\n")
"""
"""A publication by somebody without rights: the interpreter may lie where only root can reach."""


def put(output: Path, files: dict[str, bytes]) -> None:
    assert publish(output, files)[1] == ()


def site(turn: int) -> dict[str, bytes]:
    files = {f"page-{n}/index.html": b"%d" % turn * (n + 1) for n in range(40)}
    return files | {f"turn-{turn % 3}/index.html": b"%d" % turn, "index.html": b"%d" % turn}


def tree(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if not file.is_dir() and file.name != LISTING)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [each.code for each in problems]


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


def publish_as_nobody(output: Path, largest: int = 0) -> str:
    """What a build by somebody without rights prints; a file may have `largest` bytes."""
    command = [sys.executable, "-c", ONCE, str(ROOT), str(output), str(largest)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    return run.stdout


@pytest.fixture
def open_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that everybody may reach and that belongs to who publishes."""
    if IS_ROOT:
        os.chown(tmp_path, NOBODY, NOBODY)
        # pytest keeps two folders above to itself, and a third one where workers share the tests
        for above in tmp_path.parents[:3]:
            above.chmod(above.stat().st_mode | 0o011)
    yield tmp_path
    for folder in (tmp_path, *tmp_path.rglob("*")):
        if folder.is_dir():
            folder.chmod(0o755)


@contextmanager
def mounted(place: Path, *options: str) -> Iterator[Path]:
    """A file system of one's own, if we may make one."""
    place.mkdir(parents=True, exist_ok=True)
    run = subprocess.run(
        ["mount", *options, str(place)], capture_output=True, text=True, check=False
    )
    if run.returncode:
        pytest.skip(f"cannot mount here: {run.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


TMPFS = ("-t", "tmpfs", "-o", "size=1m", "dossier-test")


@pytest.mark.parametrize("way", ["exchange", "two renames"])
def test_a_kill_at_any_moment_leaves_the_old_site_or_the_new_one(tmp_path: Path, way: str) -> None:
    chance = random.Random(way)  # noqa: S311 - moments, not secrets
    output = tmp_path / "site"
    turn = 0
    put(output, site(turn))
    (output / "mine").write_bytes(b"mine")
    for _ in range(20):
        command = [sys.executable, "-c", WRITER, str(ROOT), str(output), str(turn), way]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(chance.random() * 0.08)
            writer.send_signal(signal.SIGKILL)
            assert writer.wait() == -signal.SIGKILL
        # between two renames the old site stands aside, whole, and the next build puts it back
        aside = [] if output.exists() else list(tmp_path.glob(".site.dossier-old-*"))
        assert len(aside) <= (way == "two renames")
        found = tree(*aside or [output])
        turn = int(found["index.html"])
        assert found == site(turn) | {"mine": b"mine"}
    put(output, site(turn + 1))

    assert beside(output) == ["site"]
    assert turn > 0


def test_a_site_that_a_killed_build_moved_aside_is_put_back(tmp_path: Path) -> None:
    output = tmp_path / "site"
    put(output, site(1))
    (output / "mine").write_bytes(b"mine")
    output.rename(tmp_path / ".site.dossier-old-0123abcd")

    put(output, site(2))

    assert tree(output) == site(2) | {"mine": b"mine"}
    assert beside(output) == ["site"]


def test_what_killed_builds_left_over_is_removed_and_nothing_else(tmp_path: Path) -> None:
    output = tmp_path / "site"
    put(output, site(1))
    names = [".site.dossier-next-0123abcd", ".site.dossier-old-0123abcd"]
    others = [".site.dossier-next-mine", ".other.dossier-next-0123abcd", ".site.dossier-next-"]
    for name in (*names, *others, "site/.dossier-next-0123abcd"):
        (tmp_path / name / "deep").mkdir(parents=True)

    put(output, site(1))

    assert beside(output) == sorted([*others, "site"])
    assert tree(output) == site(1)


def test_without_an_exchange_two_renames_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "site"
    put(output, site(1))
    (output / "mine").write_bytes(b"mine")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())

    put(output, site(2))

    assert tree(output) == site(2) | {"mine": b"mine"}
    assert beside(output) == ["site"]


def test_a_full_disk_leaves_the_old_site_and_nothing_else(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", *TMPFS) as disk:
        output = disk / "site"
        put(output, site(1))

        _, problems = publish(output, site(2) | {"big/index.html": bytes(2_000_000)})

        assert codes(problems) == ["output-unwritable"]
        assert f'"{output}/big/index.html"' in problems[0].message
        assert "No space left on device" in problems[0].message
        assert tree(output) == site(1)
        assert beside(output) == ["site"]


def test_a_full_disk_that_is_the_output_folder_leaves_the_old_site(tmp_path: Path) -> None:
    with mounted(tmp_path / "site", *TMPFS) as output:
        put(output, site(1))

        _, problems = publish(output, site(2) | {"big/index.html": bytes(2_000_000)})

        assert codes(problems) == ["output-unwritable"]
        assert f'"{output}/big/index.html"' in problems[0].message
        assert tree(output) == site(1)
        assert sorted(path.name for path in output.iterdir() if path.name.startswith(".")) == [
            LISTING
        ]


def test_a_file_too_large_leaves_the_old_site_and_nothing_else(open_folder: Path) -> None:
    output = open_folder / "site"
    first = publish_as_nobody(output)
    before = tree(output)
    (output / "big" / "index.html").unlink()

    printed = publish_as_nobody(output, 50_000)

    assert first == "\n"
    assert printed.startswith(f'output-unwritable: "{output}/big/index.html" cannot be written: ')
    assert tree(output) == {"index.html": before["index.html"]}
    assert beside(output) == ["site"]


@pytest.mark.parametrize("closed", ["site", "site/big", "."])
def test_a_folder_without_permission_is_named_with_the_reason(
    open_folder: Path, closed: str
) -> None:
    output = open_folder / "site"
    if closed != ".":
        publish_as_nobody(output)
        (output / "big" / "index.html").write_text("old")
    before = tree(open_folder)
    (open_folder / closed).chmod(0o555)

    printed = publish_as_nobody(output)

    assert printed.startswith("output-unwritable: ")
    assert "Permission denied" in printed
    assert str(output) in printed
    assert tree(open_folder) == before
    assert ".dossier-next-" not in printed


def test_where_only_the_folder_itself_may_be_written_it_is_filled_in_place(
    open_folder: Path,
) -> None:
    output = open_folder / "site"
    output.mkdir()
    os.chown(output, open_folder.stat().st_uid, -1)
    open_folder.chmod(0o555)

    printed = publish_as_nobody(output)

    assert printed == "\n"
    assert tree(output) == {"index.html": b"new", "big/index.html": bytes(100_000)}
    assert sorted(path.name for path in output.iterdir()) == [LISTING, "big", "index.html"]


def test_a_read_only_file_system_is_named_with_the_reason(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", *TMPFS) as disk:
        put(disk / "site", site(1))
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

        _, problems = publish(disk / "site", site(2))
        _, problems_of_a_first = publish(disk / "new" / "site", site(2))

        assert codes(problems) == codes(problems_of_a_first) == ["output-unwritable"]
        assert "Read-only file system" in problems[0].message
        assert tree(disk / "site") == site(1)


@pytest.mark.parametrize("is_bound", [True, False])
def test_a_mount_point_is_filled_in_place(tmp_path: Path, *, is_bound: bool) -> None:
    (tmp_path / "behind").mkdir()
    options = ("--bind", str(tmp_path / "behind")) if is_bound else TMPFS
    with mounted(tmp_path / "site", *options) as output:
        put(output, site(1) | {"a/b": b"1", "c": b"2"})
        (output / "mine").write_bytes(b"mine")
        put(output, site(2) | {"a": b"1", "c/d": b"2"})

        assert tree(output) == site(2) | {"mine": b"mine", "a": b"1", "c/d": b"2"}
        assert not (output / "turn-1").exists()
        assert beside(output) == ["behind", "site"]


def test_a_file_system_inside_the_site_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path / "site", site(1))
    with mounted(tmp_path / "site" / "disk", *TMPFS) as disk:
        (disk / "mine").write_bytes(b"mine")

        put(tmp_path / "site", site(2))

        assert tree(tmp_path / "site") == site(2) | {"disk/mine": b"mine"}


@pytest.mark.parametrize("name", ["x" * 300, "é" * 130])
def test_a_name_too_long_for_the_file_system_leaves_nothing_behind(
    tmp_path: Path, name: str
) -> None:
    output = tmp_path / "public" / "site"

    _, problems = publish(output, {"index.html": b"", f"readings/{name}/index.html": b""})

    assert codes(problems) == ["output-unwritable"]
    assert f'"{output}/readings/{name}' in problems[0].message
    assert "File name too long" in problems[0].message
    assert list(tmp_path.iterdir()) == []


def test_an_output_folder_with_a_long_name_is_filled_in_place(tmp_path: Path) -> None:
    output = tmp_path / ("x" * 250)
    output.mkdir()

    put(output, site(1))

    assert tree(output) == site(1)


def test_a_file_or_a_loop_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "loop").symlink_to("loop")

    found = {name: publish(tmp_path / name, site(1))[1] for name in ("file", "loop", "file/site")}

    assert [codes(problems) for problems in found.values()] == [["output-unwritable"]] * 3
    assert (tmp_path / "file").read_text() == "mine"


def test_a_build_that_does_not_get_its_turn_says_so(tmp_path: Path) -> None:
    import fcntl

    descriptor = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        _, problems = publish(tmp_path / "site", site(1), patience=0.1)
    finally:
        os.close(descriptor)

    assert codes(problems) == ["output-busy"]
    assert beside(tmp_path / "site") == []


def test_builds_at_the_same_time_come_one_after_the_other(tmp_path: Path) -> None:
    output = tmp_path / "site"
    faults: list[tuple[Problem, ...]] = []

    def build(first: int) -> None:
        faults.extend(publish(output, site(turn))[1] for turn in range(first, first + 10))

    threads = [Thread(target=build, args=(first,)) for first in (100, 200, 300)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert set(faults) == {()}
    assert tree(output) == site(int((output / "index.html").read_bytes()))
    assert beside(output) == ["site"]


def test_what_somebody_writes_during_a_publication_is_not_lost(tmp_path: Path) -> None:
    output = tmp_path / "site"
    put(output, site(0))
    written: list[str] = []
    is_done = False

    def write() -> None:
        while not is_done:
            try:
                (output / f"mine-{len(written)}").write_bytes(b"mine")
            except FileNotFoundError:  # the folder was exchanged under our hands
                continue
            written.append(f"mine-{len(written)}")
            time.sleep(0.001)

    thread = Thread(target=write)
    thread.start()
    for turn in range(1, 20):
        put(output, site(turn))
    is_done = True
    thread.join()

    assert set(written) - tree(output).keys() == set()
