"""A preview from its start to Ctrl-C: build, show, wait for a change, and again; how each is done is told elsewhere."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from urllib.parse import quote

from dossier.build import Options, Outcome, build
from dossier.config import load_config
from dossier.model import Position
from dossier.problems import problem
from dossier.serve.address import base_path
from dossier.serve.memory import Memory
from dossier.serve.preview import Preview
from dossier.serve.server import HOST, Server, listening
from dossier.serve.watch import Watch

_MOST_DROPPED: Final = 3
"""Sites in a row that are not shown because their sources have changed meanwhile."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says."""

    root: Path
    port: int = 8000
    base_url: str | None = None
    """A path, or an address whose path counts; the one in dossier.yaml if not said."""
    polls: bool = False
    drafts: bool = False
    date: str = "1970-01-01"
    """The day that a build on this day would have."""
    audience: str = "public"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What is told of one build."""

    changed: tuple[str, ...]
    """Paths of sources; none for the first build."""
    outcome: Outcome
    pages: int
    """Pages that are others than before."""
    seconds: float


class Session:
    """Listens from the moment it is made; `run` builds and shows until it is interrupted."""

    def __init__(self, wishes: Wishes, say: Say) -> None:
        self._say = say
        self._wishes = wishes
        self.preview = Preview()
        self.server: Server = listening(wishes.port, self.preview, self._tell_used)
        self._options = Options(
            root=wishes.root,
            output=wishes.root / "site",
            base_url=self._base_url(),
            drafts=wishes.drafts,
            date=wishes.date,
            audience=wishes.audience,
        )
        self._memory = Memory(wishes.root / ".dossier")
        self._watch = Watch(wishes.root, polls=wishes.polls, warn=say)
        self._watch.on_news = lambda: self.preview.set_busy(is_busy=True)
        self._watch.on_rest = lambda: self.preview.set_busy(is_busy=False)
        self._base = self._current_base()
        self.preview.show(self._base, ())

    @property
    def address(self) -> str:
        """Where the preview is."""
        return f"http://{HOST}:{self.server.server_port}{quote(self._base)}"

    def run(self, tell: Callable[[Rebuilt], None]) -> None:
        """Build, show, and wait for the next change, until KeyboardInterrupt."""
        # processes can be forked for the first build because no thread is started before there is something to show
        self.preview.on_offer = self.server.start
        changed: tuple[str, ...] = ()
        dropped = 0
        try:
            while True:
                rebuilt = self._rebuild(changed)
                self.server.start()
                is_late = changed and dropped < _MOST_DROPPED and self._watch.has_moved_on()
                dropped = dropped + 1 if is_late else 0
                if is_late:
                    self.preview.drop()
                else:
                    tell(self._show(rebuilt))
                if not changed:
                    self._watch.start()
                changed = tuple(sorted({*self._watch.wait(), *(changed if is_late else ())}))
        finally:
            self._watch.stop()
            self.server.stop()

    def _rebuild(self, changed: tuple[str, ...]) -> Rebuilt:
        started = time.perf_counter()
        try:
            outcome = build(self._options, lambda *_: None, self.preview, self._memory)
        except Exception as error:  # noqa: BLE001 - the preview outlives a bug of ours, and shows it
            outcome = self._broken(error)
        return Rebuilt(changed, outcome, 0, time.perf_counter() - started)

    def _show(self, rebuilt: Rebuilt) -> Rebuilt:
        self._base = self._current_base()
        pages = self.preview.show(self._base, rebuilt.outcome.problems)
        self.preview.set_busy(is_busy=False)
        return replace(rebuilt, pages=pages)

    def _broken(self, error: Exception) -> Outcome:
        self.preview.drop()
        self._say("".join(traceback.format_exception(error)).rstrip())
        message = f"dossier itself has failed: {type(error).__name__}: {error}"
        return Outcome((problem("preview-failed", Position(""), message),))

    def _base_url(self) -> str | None:
        wanted = self._wishes.base_url
        if wanted is None or "://" in wanted:
            return wanted
        return f"http://{HOST}:{self.server.server_port}/{wanted.lstrip('/')}"

    def _current_base(self) -> str:
        config, _ = load_config(self._wishes.root, self._options.base_url, drafts=False)
        return base_path(config.base_url)

    def _tell_used(self, wanted: int, taken: int) -> None:
        self._say(f"port {wanted} is in use; taking {taken}")
