"""`python -m bench.compare [N ...] [--rounds R] [--only NAME ...] [--work DIR]`: the corpus built by dossier and by other generators.

Peers are installed from the package indexes; one that cannot be had is passed over, and that is said. All build
the same documents, in turn, several times; printed are medians, and ratios to Hugo, in Markdown.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.corpus import write
from bench.peers import PEERS, Command, Peer

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Run:
    """What one build took."""

    wall: float
    processor: float
    """Seconds of all its processes."""
    memory: float
    """Megabytes of its largest process."""


@dataclass(frozen=True, slots=True)
class Contender:
    """Something that is measured: what is done before each run, and the run."""

    name: str
    does: str
    prepare: Callable[[], object]
    command: Command
    cwd: Path


def measured(command: Command, cwd: Path) -> Run:
    """Run a command; CalledProcessError with what it said if it fails."""
    with (cwd / "said.txt").open("wb") as said:
        begin = time.perf_counter()
        child = subprocess.Popen(command, cwd=cwd, stdout=said, stderr=said)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        tail = (cwd / "said.txt").read_text("utf-8", "replace")[-400:]
        raise subprocess.CalledProcessError(child.returncode, command, tail)
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def own(corpus: Path, jobs: int) -> list[Contender]:
    """What dossier is measured at; the order counts: each begins where the last one ended."""
    site = corpus.with_name(f"{corpus.name}-site")
    command: Command = (
        *(sys.executable, "-m", "dossier", "build", str(corpus), "--output", str(site)),
        *("--jobs", str(jobs), "--date", "2026-01-01"),
    )
    edited = corpus / "seeds/document-00007.md"
    glossary = corpus / "content/glossary.yaml"

    def cold() -> None:
        shutil.rmtree(site, ignore_errors=True)
        shutil.rmtree(corpus / ".dossier", ignore_errors=True)
        (corpus / "dossier.lock").unlink(missing_ok=True)

    def settle() -> None:
        measured(command, ROOT)

    def edit() -> None:
        edited.write_text(edited.read_text("utf-8") + "\nOne passage more.\n", encoding="utf-8")

    def enter() -> None:
        number = glossary.read_text("utf-8").count("- term:")
        word = edited.read_text("utf-8").split()[40].strip(".,")
        with glossary.open("a", encoding="utf-8") as opened:
            opened.write(f"- term: {word} {number}\n  aliases: [{word}]\n  definition: New.\n")

    return [
        Contender("dossier, cold", "everything on", cold, command, ROOT),
        Contender("dossier, nothing changed", "", settle, command, ROOT),
        Contender("dossier, one document edited", "", edit, command, ROOT),
        Contender("dossier, one entry added", "", enter, command, ROOT),
    ]


def peer_of(peer: Peer, corpus: Path, work: Path) -> Contender:
    """A peer, installed and laid out; any error means that it is passed over."""
    program = peer.install(work / "programs" / peer.name.replace(" ", "-").lower())
    root = corpus.with_name(f"{corpus.name}-{peer.name.replace(' ', '-').lower()}")
    if not root.exists():
        peer.lay_out(corpus, root)
    said = subprocess.run((program, *peer.version), capture_output=True, text=True, check=False)
    version = next(iter(re.findall(r"\d+\.\d+[.\d]*", said.stdout or said.stderr)), "")

    def clean() -> None:
        for name in ("out", ".cache", "docs/.doctrees"):
            shutil.rmtree(root / name, ignore_errors=True)

    return Contender(
        peer.name, f"{peer.does} ({version})", clean, peer.command(program, root), root
    )


def contenders(count: int, work: Path, jobs: int, only: list[str]) -> list[Contender]:
    """Everything that can be measured with `count` documents."""
    corpus = work / f"corpus-{count}"
    if not corpus.exists():
        write(count, corpus)
    found: list[Contender] = []
    for peer in (each for each in PEERS if not only or each.name in only):
        try:
            found.append(peer_of(peer, corpus, work))
        except (OSError, subprocess.SubprocessError) as error:
            print(f"passed over: {peer.name}: {error}", file=sys.stderr)
    return [*found, *own(corpus, jobs)]


def compare(count: int, rounds: int, work: Path, jobs: int, only: list[str]) -> str:
    """The table for one size of corpus."""
    all_of_them = contenders(count, work, jobs, only)
    runs: dict[str, list[Run]] = {each.name: [] for each in all_of_them}
    for number in range(rounds):
        for each in all_of_them:
            try:
                each.prepare()
                runs[each.name].append(measured(each.command, each.cwd))
            except (OSError, subprocess.CalledProcessError) as error:
                reason = getattr(error, "output", "") or error
                print(f"passed over: {each.name}, round {number}: {reason}", file=sys.stderr)
    medians = {
        name: Run(
            median(run.wall for run in some),
            median(run.processor for run in some),
            median(run.memory for run in some),
        )
        for name, some in runs.items()
        if some
    }
    return _table(count, all_of_them, medians)


def _table(count: int, all_of_them: list[Contender], medians: dict[str, Run]) -> str:
    hugo = medians.get("Hugo")
    lines = [
        f"| {count:,} documents | what | wall s | processor s | MB | wall ÷ Hugo | processor ÷ Hugo |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for each in all_of_them:
        if run := medians.get(each.name):
            wall = f"{run.wall / hugo.wall:.2f}" if hugo else ""
            processor = f"{run.processor / hugo.processor:.2f}" if hugo else ""
            lines.append(
                f"| {each.name} | {each.does} | {run.wall:.2f} | {run.processor:.2f} | {run.memory:.0f}"
                f" | {wall} | {processor} |"
            )
    return "\n".join([*lines, ""])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[1000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=[], help="peers; all, if not said")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--work", type=Path, default=ROOT / "bench/.work")
    asked = parser.parse_args()
    for count in asked.counts:
        print(
            compare(count, asked.rounds, asked.work.resolve(), asked.jobs, asked.only), flush=True
        )


if __name__ == "__main__":
    main()
