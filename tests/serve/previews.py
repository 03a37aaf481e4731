"""`dossier serve` as a user starts it, in a process of its own, and a clean build to compare it with."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from queue import Empty, Queue
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.parse import quote, urlsplit

from dossier.build import Options, build
from dossier.cache import NoCache
from dossier.cli.asked import day_of
from dossier.place import Folder

PATIENCE = 20.0
"""Seconds after which what was waited for counts as lost."""
_SCRIPT = re.compile(rb'<script src="[^"]*_dossier/reload\.js"[^>]*></script>\n')


@dataclass(frozen=True)
class Preview:
    """A running preview, and what it says."""

    process: subprocess.Popen[str]
    lines: "Queue[str]"
    heard: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """As told in its first lines."""
        while not (found := [line.split()[0] for line in self.heard if line.startswith("http")]):
            self.next_line()
        return found[0]

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    def next_line(self, patience: float = PATIENCE) -> str:
        """The next line of its terminal."""
        line = self.lines.get(timeout=patience).rstrip("\n")
        self.heard.append(line)
        return line

    def line_with(self, words: str, patience: float = PATIENCE) -> str:
        """The next line that has these words in it."""
        while words not in (line := self.next_line(patience)):
            pass
        return line

    def later_lines(self, seconds: float) -> list[str]:
        """What it says within so many seconds."""
        lines = []
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                lines.append(self.next_line(left))
            except Empty:
                break
        return lines

    def get(self, path: str, **headers: str) -> tuple[int, bytes]:
        """Status and body."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers=names)
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def page(self, path: str) -> bytes:
        """The page without its reload script; what stands for a missing page too."""
        return _SCRIPT.sub(b"", self.get(path)[1])

    def files(self, paths: Mapping[str, bytes]) -> dict[str, bytes]:
        """What is served at these paths of the site."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        served = {}
        for path in paths:
            connection.request("GET", f"/{quote(path)}")
            served[path] = _SCRIPT.sub(b"", connection.getresponse().read())
        connection.close()
        return served

    def stop(self) -> float:
        """End it as Ctrl-C does; returns the seconds that it took."""
        started = time.monotonic()
        self.process.send_signal(2)
        self.process.wait(timeout=PATIENCE)
        return time.monotonic() - started


@contextmanager
def previewing(root: Path, *options: str) -> Iterator[Preview]:
    """A preview of the dossier in `root` on some free port, until the block ends."""
    command = [sys.executable, "-m", "dossier", "serve", str(root), "--port", "0", *options]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, encoding="utf-8"
    ) as process:
        lines: Queue[str] = Queue()

        def listen() -> None:
            assert process.stderr is not None
            for line in process.stderr:
                lines.put(line)

        listening = Thread(target=listen, daemon=True)
        listening.start()
        try:
            yield Preview(process, lines)
        finally:
            process.kill()
            process.wait(timeout=PATIENCE)
            listening.join(timeout=PATIENCE)


def clean_build(root: Path) -> dict[str, bytes]:
    """The files that a build writes which remembers nothing."""
    with TemporaryDirectory() as folder:
        output = Path(folder) / "site"
        options = Options(root, output, use_cache=False, date=day_of(None))
        place = Folder(output, jobs=1, trusts_what_stands=False)
        outcome = build(options, lambda *_: None, place, NoCache())
        assert outcome.published is not None, outcome.problems
        return {
            file.relative_to(output).as_posix(): file.read_bytes()
            for file in output.rglob("*")
            if file.is_file() and not file.name.startswith(".")
        }


def differences(preview: Preview, clean: Mapping[str, bytes]) -> list[str]:
    """The paths at which the preview does not serve what the clean build wrote, once there was time to."""
    end = time.monotonic() + PATIENCE
    wrong = list(clean)
    while wrong and time.monotonic() < end:
        first = wrong[0]
        if preview.files({first: b""})[first] == clean[first]:
            served = preview.files(clean)
            wrong = [path for path, data in clean.items() if served[path] != data]
        else:
            time.sleep(0.02)
    return wrong


def write(root: Path, files: Mapping[str, str]) -> Path:
    """Write files, with the folders that they need."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


PROSE = "The PMF met in Baghdad, as the letter says. Nothing else was reported on that day.\n\n"
DOSSIER = {
    "dossier.yaml": "title: A dossier\n",
    "seeds/report.md": f"# Report\n\n{PROSE}",
    "seeds/letter.txt": "A letter\n\nThe PMF is named here, and Karim Haddad too.\n",
    "seeds/letter.txt.yaml": "title: A letter\ndate: 2014-06-13\n",
    "seeds/notes/first.md": "# First note\n\nBaghdad again.\n",
    "seeds/notes/second.md": "# Second note\n\nNothing.\n",
    "content/glossary.yaml": "- id: pmf\n  kind: acronym\n  term: PMF\n  expansion: Popular Mobilization Forces\n",
    "content/people.yaml": "- id: haddad\n  name: Karim Haddad\n",
}
"""A small dossier: text by path."""
