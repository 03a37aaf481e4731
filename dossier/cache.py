"""Bytes by key from one build to the next, in a file that may vanish or rot; not what keys are made of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Final, Self
from zlib import crc32

FILE: Final = "cache.sqlite"
VERSION: Final = 1
UNUSED_BUILDS: Final = 8
"""A value that no build asked for while this many builds wrote something is dropped."""
LARGEST: Final = 1 << 30
"""Bytes of values above which those that have not been used for longest are dropped."""

_SCHEMA: Final = (
    "CREATE TABLE builds (id INTEGER PRIMARY KEY, build INTEGER)",
    "CREATE TABLE entries (key TEXT PRIMARY KEY, build INTEGER, checksum INTEGER, value BLOB)",
)
_OF_ANOTHER_VERSION: Final = "SELECT no FROM table_of_ours"
"""Fails as a damaged file does."""
_AT_ONCE: Final = 500
_PATIENCE: Final = 0.25
"""Seconds to wait for another process before going on without the file."""
_MOST_BUILDS: Final = 1 << 40
_ROTTEN: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})


class NoCache:
    """Remembers nothing: what `--no-cache` uses."""

    def get(self, key: str) -> bytes | None:
        """The value, if it is there and whole."""
        return self.get_many((key,)).get(key)

    def put(self, key: str, value: bytes) -> None:
        """Remember the value, if that is possible."""
        self.put_many({key: value})

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:  # noqa: ARG002 - as in `Cache`
        """The values that are there and whole, by key."""
        return {}

    def put_many(self, items: Mapping[str, bytes]) -> None:
        """Remember the values, if that is possible: all or none of them."""

    def close(self) -> None:
        """Let go of the file; what is asked for afterwards is not there."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Cache(NoCache):
    """Values in `folder`/cache.sqlite. Whatever is wrong with that file is a miss, never an exception.

    The file is made by the first `put`: a build that has nothing new to remember writes nothing.
    It has no write-ahead log, whose shared memory would crash a process if somebody cut it short.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._build = 1
        self._is_rotten = False
        self._can_read = True
        self._can_write = True
        self._has_written = False
        self._to_renew: set[str] = set()
        """Keys in use whose entries were last stamped so long ago that they need a new stamp."""
        with self._lock, suppress(OSError):
            if self._file.exists():
                self._try_to_open()

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The values that are there and whole, by key."""
        wanted = iter(dict.fromkeys(keys))
        found: dict[str, bytes] = {}
        with self._lock:
            while (batch := tuple(islice(wanted, _AT_ONCE))) and self._can_read:
                if self._connection is None:
                    break
                try:
                    found.update(self._read(self._connection, batch))
                except (sqlite3.Error, UnicodeError) as error:
                    self._can_read = self._lost(error)
        return found

    def put_many(self, items: Mapping[str, bytes]) -> None:
        """Remember the values, if that is possible: all or none of them."""
        with self._lock:
            if items and self._can_write:
                # the first attempt may find that the file is rotten; the second has a new one
                _ = self._try_to_write(items) or self._try_to_write(items)

    def close(self) -> None:
        """Drop what has not been used for long, if this build wrote anything, and let go of the file."""
        with self._lock:
            if self._has_written and self._connection is not None:
                try:
                    self._sweep(self._connection)
                except (sqlite3.Error, UnicodeError) as error:
                    self._lost(error)
            self._disconnect()
            self._can_read = self._can_write = False

    def _read(self, connection: sqlite3.Connection, keys: tuple[str, ...]) -> dict[str, bytes]:
        marks = ",".join("?" * len(keys))
        rows = connection.execute(
            f"SELECT key, build, checksum, value FROM entries WHERE key IN ({marks})",  # noqa: S608 - marks only
            keys,
        )
        found = {}
        for key, build, checksum, value in rows:
            if (
                isinstance(key, str)
                and isinstance(value, bytes)
                and checksum == _checksum(key, value)
            ):
                found[key] = value
                if not isinstance(build, int) or self._build - build >= UNUSED_BUILDS // 2:
                    self._to_renew.add(key)
        return found

    def _try_to_write(self, items: Mapping[str, bytes]) -> bool:
        """Whether it is done or cannot be; if not, the file was rotten and is given up."""
        try:
            connection = self._ready()
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(
                "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)",
                ((key, self._build, _checksum(key, value), value) for key, value in items.items()),
            )
            connection.execute("COMMIT")
        except (sqlite3.Error, OSError, UnicodeError) as error:
            self._can_write = self._lost(error)
            return not self._can_write
        self._has_written = True
        return True

    def _sweep(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT OR REPLACE INTO builds VALUES (1, ?)", (self._build,))
        connection.executemany(
            "UPDATE entries SET build = ? WHERE key = ?",
            ((self._build, key) for key in sorted(self._to_renew)),
        )
        for age in range(UNUSED_BUILDS, 0, -1):
            if age < UNUSED_BUILDS and _size(connection) <= LARGEST:
                break
            connection.execute("DELETE FROM entries WHERE build <= ?", (self._build - age,))
        connection.execute("COMMIT")
        connection.executescript("PRAGMA incremental_vacuum")  # `execute` would free one page only

    def _ready(self) -> sqlite3.Connection:
        """The connection, with a file behind it that is ours: made anew if it is missing or rotten."""
        if self._connection is None and not self._is_rotten and self._file.exists():
            self._connection = self._open()
        if self._connection is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            for suffix in ("-journal", "-wal", "-shm", ""):
                self._file.with_name(FILE + suffix).unlink(missing_ok=True)
            self._connection = self._create()
            self._is_rotten = False
            self._can_read = True
        return self._connection

    def _try_to_open(self) -> None:
        try:
            self._connection = self._open()
        except (sqlite3.Error, UnicodeError) as error:
            self._can_read = self._lost(error)

    def _open(self) -> sqlite3.Connection:
        connection = _connect(self._file, "rw")
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql > '' ORDER BY name")
            is_ours = (version, *(sql for (sql,) in rows)) == (VERSION, *_SCHEMA)
            asked = "SELECT max(build) FROM builds" if is_ours else _OF_ANOTHER_VERSION
            (build,) = connection.execute(asked).fetchone()
        except BaseException:
            connection.close()
            raise
        self._build = build + 1 if isinstance(build, int) and 0 < build < _MOST_BUILDS else 1
        return connection

    def _create(self) -> sqlite3.Connection:
        connection = _connect(self._file, "rwc")
        try:
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            connection.execute("BEGIN IMMEDIATE")
            for statement in (*_SCHEMA, f"PRAGMA user_version = {VERSION}", "COMMIT"):
                connection.execute(statement)
        except BaseException:
            connection.close()
            raise
        return connection

    def _lost(self, error: Exception) -> bool:
        """Let go of the file after a failure; whether a new one may take its place."""
        self._disconnect()
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        self._is_rotten = isinstance(error, sqlite3.Error) and code in _ROTTEN
        return self._is_rotten

    def _disconnect(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None


def _connect(file: Path, mode: str) -> sqlite3.Connection:
    address = f"{file.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(
        address, uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
    )
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "synchronous = OFF"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _size(connection: sqlite3.Connection) -> int:
    asked = ("page_count", "freelist_count", "page_size")
    pages, free, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked)
    return int((pages - free) * size)


def _checksum(key: str, value: bytes) -> int:
    return crc32(value, crc32(key.encode()))
