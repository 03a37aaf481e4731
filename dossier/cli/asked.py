"""What several commands share: the folder they are given, progress while they run, and what they tell."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from dossier.build import Options, Outcome, Progress
    from dossier.report import Format

Result = TypeVar("Result")

FOLDER = click.Path(path_type=Path, file_okay=False)
_SLOW = 1.0
"""Seconds after which a terminal is shown what is being done."""
_INTERRUPTED = 130


def day_of(date: str | None) -> str:
    """The day of a build, `YYYY-MM-DD`: as said, else that of SOURCE_DATE_EPOCH, else today's, in universal time."""
    if date:
        try:
            return datetime.strptime(date, "%Y-%m-%d").replace(tzinfo=UTC).date().isoformat()
        except ValueError:
            raise click.UsageError(f'"{date}" is no day; write it as 2026-12-31') from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).date().isoformat()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        message = f'SOURCE_DATE_EPOCH is "{epoch}"; it must be seconds since 1970'
        raise click.UsageError(message) from None


def dossier_in(folder: Path) -> Path:
    """The dossier's root; exit status 2 where there is none."""
    root = folder.resolve()
    if not root.is_dir():
        raise click.UsageError(f'there is no folder "{folder}"')
    if not any((root / name).exists() for name in ("dossier.yaml", "seeds", "content")):
        raise click.UsageError(
            f'"{folder}" is no dossier: it has neither seeds/ nor content/ nor dossier.yaml. '
            "Put your documents into a folder seeds/ and try again."
        )
    return root


def run(stage: Callable[[Options, Progress], Outcome], options: Options) -> tuple[Outcome, float]:
    """The outcome, and the seconds that it took; with progress on a terminal."""
    started = time.perf_counter()
    is_terminal = sys.stderr.isatty()

    def progress(name: str, count: int) -> None:
        if is_terminal and time.perf_counter() - started > _SLOW:
            click.echo(f"\r\x1b[K{name}" + (f" {count:,} …" if count else " …"), err=True, nl=False)

    try:
        outcome = stage(options, progress)
    except KeyboardInterrupt:
        click.echo("interrupted; the last good site is as it was", err=True)
        sys.exit(_INTERRUPTED)
    if is_terminal:
        click.echo("\r\x1b[K", err=True, nl=False)
    return outcome, time.perf_counter() - started


def tell(outcome: Outcome, form: Format) -> None:
    """Print the problems: for people to the error stream, for programs to the standard output."""
    from dossier.report import problems_text

    stream = sys.stderr if form == "text" else sys.stdout
    text = problems_text(outcome.problems, form, colours=stream.isatty())
    if text:
        click.echo(text, file=stream)


def or_exit(work: Callable[[], Result], what: str) -> Result:
    """The result of some writing; one line and exit status 1 if the system refuses."""
    try:
        return work()
    except OSError as error:
        click.echo(f"{what}: {error.strerror or error}", err=True)
        sys.exit(1)
