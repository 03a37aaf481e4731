"""What the system announces of changes in a dossier's folders; what they mean is not known here."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from dossier.serve.inputs import INPUTS
from dossier.serve.news import ANYTHING


class Hear(Protocol):
    """Told a path below the dossier's folder, with `/`, or `ANYTHING`; and whether the file is being written."""

    def __call__(self, path: str, *, is_writing: bool) -> None:
        """Any thread may call it."""


_READING = frozenset({"opened", "closed_no_write"})


class Announcements:
    """Watches on the folder itself and on the folders in it that a build reads."""

    def __init__(self, root: Path, hear: Hear) -> None:
        self._root = root
        self._hear = hear
        self._observer = Observer()
        self._observer.daemon = True
        self._watches: dict[str, tuple[tuple[int, int], ObservedWatch]] = {}
        self._is_started = False

    def listen(self) -> None:
        """Watch the folders as they are now; one that came, or came again, too. OSError if that is impossible."""
        if not self._is_started:
            _listen_to_warnings(lambda: self._hear(ANYTHING, is_writing=False))
            self._observer.start()
            self._is_started = True
        for name in ("", *INPUTS):
            self._listen_in(name)

    def stop(self) -> None:
        """Watch nothing any more."""
        if self._is_started:
            self._observer.stop()

    def _listen_in(self, name: str) -> None:
        folder = self._root / name
        here = _identity(folder)
        there, watch = self._watches.get(name, (None, None))
        if there == here:
            return
        if watch is not None:
            del self._watches[name]
            self._observer.unschedule(watch)
        if here is not None:
            handler = _Handler(self._root, self._hear)
            watch = self._observer.schedule(
                handler, str(folder), recursive=bool(name), event_filter=list(_of_interest())
            )
            self._watches[name] = (here, watch)


class _Handler(FileSystemEventHandler):
    def __init__(self, root: Path, hear: Hear) -> None:
        self._root = os.fspath(root)
        self._hear = hear

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _READING:
            return
        is_writing = event.event_type == "modified" and not event.is_directory
        for path in (event.src_path, event.dest_path):
            if path:
                place = os.path.relpath(os.fsdecode(path), self._root).replace(os.sep, "/")
                self._hear(ANYTHING if place.startswith("..") else place, is_writing=is_writing)


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if folder.is_dir() else None


def _of_interest() -> Iterator[type[FileSystemEvent]]:
    """Every kind of event but those of reading, which would make the system report each file of each build."""
    waiting = [FileSystemEvent]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if getattr(kind, "event_type", "") not in _READING:
                yield kind


def _listen_to_warnings(hear: Callable[[], None]) -> None:
    """The library says in its log only that it has lost events; its warnings to programmers are not for curators."""
    warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")

    class Heard(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            del record
            hear()

    log = logging.getLogger("watchdog")
    log.addHandler(Heard(logging.WARNING))
    log.propagate = False
