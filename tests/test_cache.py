"""Values outlive a build; whatever happens to the file, a value is right or it is not there."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dossier.cache import FILE, UNUSED_BUILDS, Cache, NoCache

VALUES = {f"key-{number}": bytes([number % 256]) * (number * 7) for number in range(300)}

WRITER = """
import sys
from pathlib import Path
from dossier.cache import Cache
cache = Cache(Path(sys.argv[1]))
print("ready", flush=True)
for turn in range(10_000):
    cache.put_many({f"key-{n}": b"%d %d " % (n, turn) * 200 for n in range(200)})
"""


def fill(folder: Path) -> Path:
    with Cache(folder) as cache:
        cache.put_many(VALUES)
    return folder / FILE


def read(folder: Path) -> dict[str, bytes]:
    with Cache(folder) as cache:
        return cache.get_many(VALUES)


def test_a_value_is_there_in_the_next_build(tmp_path: Path) -> None:
    fill(tmp_path)

    assert read(tmp_path) == VALUES


def test_a_value_is_there_in_the_same_build(tmp_path: Path) -> None:
    with Cache(tmp_path / "deep" / "folder") as cache:
        cache.put("a", b"old")
        cache.put("a", b"\0new")

        assert (cache.get("a"), cache.get("b")) == (b"\0new", None)


def test_a_build_that_remembers_nothing_makes_no_file(tmp_path: Path) -> None:
    with Cache(tmp_path / ".dossier") as cache:
        cache.get_many(["a"])
        cache.put_many({})

    assert list(tmp_path.iterdir()) == []


def test_a_build_that_only_reads_changes_nothing(tmp_path: Path) -> None:
    file = fill(tmp_path)
    before = (file.read_bytes(), file.stat().st_mtime_ns)

    for _ in range(UNUSED_BUILDS * 2):
        read(tmp_path)

    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert [each.name for each in tmp_path.iterdir()] == [FILE]


def test_what_several_builds_did_not_use_is_dropped(tmp_path: Path) -> None:
    fill(tmp_path)
    for turn in range(UNUSED_BUILDS + 2):
        with Cache(tmp_path) as cache:
            cache.get("key-7")
            cache.put("other", b"%d" % turn)

    assert read(tmp_path) == {"key-7": VALUES["key-7"]}


def test_the_file_shrinks_when_values_are_dropped(tmp_path: Path) -> None:
    before = fill(tmp_path).stat().st_size
    for turn in range(UNUSED_BUILDS + 2):
        with Cache(tmp_path) as cache:
            cache.put("other", b"%d" % turn)

    assert (tmp_path / FILE).stat().st_size < before / 4


def test_no_cache_remembers_nothing() -> None:
    with NoCache() as cache:
        cache.put("a", b"1")

        assert (cache.get("a"), cache.get_many(["a"])) == (None, {})


def test_what_is_asked_of_a_closed_cache_is_not_there(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", b"1")
    cache.close()
    cache.put("b", b"2")
    cache.close()

    assert (cache.get("a"), read(tmp_path)) == (None, {})


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_value_is_never_taken_for_a_whole_one(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    file = fill(tmp_path)
    data = bytearray(file.read_bytes())
    for _ in range(chance.choice([1, 5, 50])):
        start = chance.randrange(len(data))
        length = chance.choice([1, 16, 4096])
        data[start : start + length] = chance.randbytes(len(data[start : start + length]))
    file.write_bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])

    found = read(tmp_path)

    assert found.items() <= VALUES.items()


@pytest.mark.parametrize("seed", range(10))
def test_a_damaged_file_is_made_anew(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    file = fill(tmp_path)
    file.write_bytes(chance.randbytes(chance.choice([0, 1, 100, 100_000])))

    fill(tmp_path)

    assert read(tmp_path) == VALUES


def test_a_page_that_rots_while_the_cache_is_open_costs_only_time(tmp_path: Path) -> None:
    file = fill(tmp_path)
    with Cache(tmp_path) as cache:
        file.write_bytes(os.urandom(file.stat().st_size))
        found = cache.get_many(VALUES)
        cache.put_many(VALUES)

    assert found.items() <= VALUES.items()
    assert read(tmp_path).items() <= VALUES.items()


def test_a_file_of_another_version_is_made_anew(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute("CREATE TABLE entries (key TEXT PRIMARY KEY, value BLOB)")
    connection.execute("INSERT INTO entries VALUES ('key-1', x'00')")
    connection.commit()
    connection.close()

    before = read(tmp_path)
    fill(tmp_path)

    assert (before, read(tmp_path)) == ({}, VALUES)


def test_a_file_that_vanishes_while_the_cache_is_open_costs_only_time(tmp_path: Path) -> None:
    file = fill(tmp_path)
    with Cache(tmp_path) as cache:
        file.unlink()
        cache.put_many(VALUES)
        found = cache.get_many(VALUES)

    assert found.items() <= VALUES.items()


def test_a_folder_in_place_of_the_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE / "inside").mkdir(parents=True)

    fill(tmp_path)

    assert (read(tmp_path), (tmp_path / FILE / "inside").is_dir()) == ({}, True)


def test_a_file_in_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".dossier").write_text("mine")

    fill(tmp_path / ".dossier")

    assert (read(tmp_path / ".dossier"), (tmp_path / ".dossier").read_text()) == ({}, "mine")


def test_a_file_that_another_process_holds_costs_a_moment(tmp_path: Path) -> None:
    file = fill(tmp_path)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    started = time.monotonic()

    found = read(tmp_path)
    fill(tmp_path)

    assert (found, time.monotonic() - started < 5) == ({}, True)
    other.close()
    assert read(tmp_path) == VALUES


def test_a_file_that_cannot_be_written_can_still_be_read(tmp_path: Path) -> None:
    file = fill(tmp_path)
    file.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with Cache(tmp_path) as cache:
            cache.put("other", b"1")
    finally:
        tmp_path.chmod(0o755)

    assert read(tmp_path) == VALUES


def test_a_full_disk_costs_only_time(tmp_path: Path) -> None:
    fill(tmp_path)
    script = (
        "import resource, sys; from pathlib import Path; from dossier.cache import Cache\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))\n"
        "with Cache(Path(sys.argv[1])) as cache:\n"
        "    cache.put_many({str(n): bytes(50_000) for n in range(100)})\n"
        "    print(cache.get('1'))\n"
    )

    run = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False
    )

    assert (run.stdout, run.stderr, run.returncode) == ("None\n", "", 0)
    assert read(tmp_path) == VALUES


def test_after_a_kill_every_value_is_whole(tmp_path: Path) -> None:
    chance = random.Random(0)  # noqa: S311 - moments, not secrets
    for _ in range(15):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE
        )
        assert writer.stdout
        writer.stdout.readline()
        time.sleep(chance.random() * 0.06)
        writer.send_signal(signal.SIGKILL)
        writer.communicate()

        with Cache(tmp_path) as cache:
            found = cache.get_many([f"key-{number}" for number in range(200)])

        turns = {value.split()[1] for value in found.values()}
        assert len(turns) <= 1
        assert len(found) in {0, 200}
