"""The site as last built, for those who ask for its files and for those who wait for the next; not how it is sent."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Condition
from typing import Final

from dossier.jobs import default_jobs, spread
from dossier.model import Position, Problem
from dossier.place import Made
from dossier.problems import problem
from dossier.serve.shelf import Shelf
from dossier.serve.state import State
from dossier.write import Kept, Published, clash_problems

_NOWHERE: Final = Path()


class Preview:
    """A `Place` for builds to go to. Every file shown is one of the last good build, or of the first one still going on."""

    def __init__(self, base: str = "/") -> None:
        self._shelf = Shelf()
        self._changed = Condition()
        self._next: Mapping[str, str] | None = None
        self._early: dict[str, str] = {}
        self._asked: list[str] = []
        self._is_busy = True
        self._state = State({}, base)
        self._revision = 0
        self.on_offer: Callable[[], None] = lambda: None
        """Called when the first files are there to be shown."""

    # what a build asks for

    def standing(self) -> Mapping[str, str]:
        """What is shown."""
        return self._state.files

    def offer(self, files: Mapping[str, bytes]) -> None:
        """Show files before their site, if there is no site yet."""
        if not self._state.files:
            with suppress(OSError):
                self._show_early(files)
            self.on_offer()

    def make(self, work: Callable[[int], Made], addresses: Sequence[str]) -> list[Made]:
        """Make the pages of the first site one by one, those that somebody waits for before the others."""
        if self._state.files:
            return spread(work, len(addresses), default_jobs())
        made: dict[int, Made] = {}
        waiting = {_file_of(address): index for index, address in reversed([*enumerate(addresses)])}
        while waiting:
            index = waiting.pop(self._asked_among(waiting) or next(reversed(waiting)))
            made[index] = work(index)
            with suppress(OSError):
                self._show_early(made[index][0])
        return [made[index] for index in range(len(addresses))]

    def publish(self, files: Mapping[str, bytes | Kept]) -> tuple[Published, tuple[Problem, ...]]:
        """Lay the files down for `show`."""
        if clashes := clash_problems(_NOWHERE, files):
            return Published(), clashes
        try:
            digests = {
                path: content.sha256 if isinstance(content, Kept) else self._shelf.put(content)
                for path, content in files.items()
            }
        except OSError as error:
            message = f"the preview cannot be kept: {error.strerror or error}"
            return Published(), (problem("output-unwritable", Position(""), message),)
        old = self._state.files
        new = [path for path, digest in digests.items() if old.get(path) != digest]
        size = sum(len(data) for path in new if isinstance(data := files[path], bytes))
        self._next = digests
        gone = len(old.keys() - digests.keys())
        return Published(len(new), len(digests) - len(new), gone, size), ()

    # what the session says

    def show(self, base: str, problems: tuple[Problem, ...]) -> int:
        """Show what was published last, or only its problems; returns how many pages are other ones than before."""
        old = self._state.files
        files = old if self._next is None else self._next
        state = State(files, base, problems)
        with self._changed:
            self._state = state
            self._next = None
            self._early = {}
            self._revision += 1
            self._shelf.keep(files.values())
            self._changed.notify_all()
        paths = (path for path in old.keys() | files.keys() if path.endswith(".html"))
        return sum(old.get(path) != files.get(path) for path in paths)

    def drop(self) -> None:
        """Never show what was published last."""
        self._next = None

    def set_busy(self, *, is_busy: bool) -> None:
        """Whether something has changed that is not shown yet."""
        with self._changed:
            self._is_busy = is_busy
            self._changed.notify_all()

    # what the server asks for

    @property
    def state(self) -> State:
        """What is shown now."""
        return self._state

    def settled(self, paths: Sequence[str], patience: float) -> None:
        """Return when one of the files is there, no build is going on, or `patience` seconds have passed.

        Before there is a site, patience has no end: there is nothing else to show.
        """
        end = time.monotonic() + patience
        with self._changed:
            if not self._state.is_built:
                self._asked.extend(paths)
            while self._is_busy and not any(path in self._early for path in paths):
                left = end - time.monotonic() if self._state.is_built else 1.0
                if left <= 0:
                    return
                self._changed.wait(left)

    def digest_of(self, path: str) -> str:
        """The digest of the file shown at a path of the site, or nothing."""
        return self._state.files.get(path) or self._early.get(path, "")

    def read(self, digest: str) -> bytes:
        """The bytes; KeyError if they have just gone."""
        return self._shelf.get(digest)

    def after(self, revision: int, patience: float) -> int:
        """The number of the state shown, as soon as that is another than `revision`, or after `patience` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._revision != revision, patience)
            return self._revision

    def _show_early(self, files: Mapping[str, bytes]) -> None:
        digests = {path: self._shelf.put(data) for path, data in files.items()}
        with self._changed:
            self._early.update(digests)
            self._changed.notify_all()

    def _asked_among(self, waiting: Mapping[str, int]) -> str:
        with self._changed:
            wanted = [path for path in self._asked if path in waiting]
            self._asked = wanted[:-1]
            return wanted[-1] if wanted else ""


def _file_of(address: str) -> str:
    return address if address.endswith(".html") else f"{address}index.html"
