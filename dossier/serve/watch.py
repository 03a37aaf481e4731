"""Waiting until the files of a dossier have changed and are at rest again; what is done then is not known here."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from dossier.serve.announced import Announcements
from dossier.serve.inputs import (
    INPUTS,
    changes_between,
    is_folder,
    is_half_done,
    is_input,
    marks_again,
    marks_of,
)
from dossier.serve.news import ANYTHING, News

_RETURN: Final = 0.25
"""Seconds in which a file that has gone or is empty may come back."""
_LONGEST: Final = 3.0
"""Seconds after which a change that does not end is taken as it is."""
_LOOK: Final = 0.1
"""Seconds between two looks at files of which no news comes."""
_LATE: Final = 0.5
"""Seconds that news may be late before it is taken to be lost."""
_SWEEP: Final = 2.0
"""Seconds between two looks at everything, in case news is lost."""
_SWEEP_OFTEN: Final = 0.5
_SWEEP_SHARE: Final = 40
"""A look at everything is followed by at least this many times its duration without one."""
_GIT: Final = 10.0
"""Seconds that git's lock is waited for; an older one was left behind."""
_MANY: Final = 200
"""News of more files than this, and everything is looked at."""


class Watch:
    """The files of the dossier in `root`, as they were when a change was last returned."""

    def __init__(self, root: Path, *, polls: bool, warn: Callable[[str], None]) -> None:
        self._root = root
        self._polls = polls
        self._warn = warn
        self._news = News()
        self._announced = Announcements(root, self._hear)
        self._git = next((each / ".git" for each in (root, *root.parents) if _has_git(each)), root)
        self.on_news: Callable[[], None] = lambda: None
        """Called when something may have changed, before it is at rest; from any thread."""
        self.on_rest: Callable[[], None] = lambda: None
        """Called when nothing has changed after all."""
        self._known = self._latest = marks_of(root)

    def start(self) -> None:
        """Have changes announced from now on; those since this was made are found by a look."""
        self._listen()
        self._news.tell(ANYTHING)

    def stop(self) -> None:
        """Have nothing announced any more."""
        self._announced.stop()

    def wait(self) -> tuple[str, ...]:
        """The paths that have changed since the last time, as soon as they are at rest; never none.

        Folders are among them only if nothing in them has changed.
        """
        while True:
            self._wait_for_news()
            self.on_news()
            self._wait_for_rest()
            changed = changes_between(self._known, self._latest)
            old, self._known = self._known, self._latest
            if changed:
                files = (each for each in changed if not is_folder(each, old, self._latest))
                return tuple(files) or changed
            self.on_rest()

    def has_moved_on(self) -> bool:
        """Whether something has changed since `wait` returned."""
        self._look()
        return self._has_changed()

    def _hear(self, path: str, *, is_writing: bool) -> None:
        if path == ANYTHING or is_input(path):
            self._news.tell(path, is_writing=is_writing)
            self.on_news()

    def _has_changed(self) -> bool:
        return self._latest != self._known

    def _wait_for_news(self) -> None:
        """Until some is heard, or a look at everything finds a change that nobody told of."""
        shortest = _SWEEP_OFTEN if self._polls else _SWEEP
        interval = shortest
        while not self._has_changed() and not self._news.wait(interval):
            began = time.monotonic()
            self._look_at_everything()
            interval = max(shortest, _SWEEP_SHARE * (time.monotonic() - began))
            if not self._polls and self._has_changed() and not self._news.wait(_LATE):
                self._fall_back("a change was not announced")

    def _wait_for_rest(self) -> None:
        """Until nothing is being written, and what has gone has had time to come back."""
        end = time.monotonic() + _LONGEST
        half_since = None
        while (now := time.monotonic()) < end:
            if unrest := max(self._news.unrest(), _LOOK if self._is_git_at_work() else 0):
                time.sleep(unrest)
                continue
            before = self._latest
            self._look()
            if self._news.is_waiting() or (self._polls and self._latest != before):
                continue
            if not self._is_half_done():
                return
            half_since = half_since or now
            if now - half_since > _RETURN:
                return
            self._news.wait(_LOOK / 2)

    def _is_half_done(self) -> bool:
        changed = changes_between(self._known, self._latest)
        return any(is_half_done(path, self._known, self._latest) for path in changed)

    def _is_git_at_work(self) -> bool:
        with suppress(OSError):
            return time.time() - (self._git / "index.lock").stat().st_mtime < _GIT
        return False

    def _look(self) -> None:
        """Look at what was heard of; at everything, a moment later, where hearing is not to be trusted."""
        if self._polls:
            time.sleep(_LOOK)
        paths = self._news.take()
        if self._polls or ANYTHING in paths or len(paths) > _MANY:
            self._look_at_everything()
        elif paths:
            if not paths.isdisjoint(INPUTS):
                self._listen()
            self._latest = marks_again(self._root, self._latest, sorted(paths))

    def _look_at_everything(self) -> None:
        self._listen()
        self._latest = marks_of(self._root)

    def _listen(self) -> None:
        if not self._polls:
            try:
                self._announced.listen()
            except OSError as error:
                self._fall_back(f"changes are not announced here ({error.strerror or error})")

    def _fall_back(self, why: str) -> None:
        self._polls = True
        self._warn(f"{why}; looking at every file twice a second instead, as with --poll")


def _has_git(folder: Path) -> bool:
    return (folder / ".git").is_dir()
