"""The commands and their options; what they do is done elsewhere."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier import __version__

if TYPE_CHECKING:
    from dossier.build import Outcome
    from dossier.report import Format

_FOLDER = click.Path(path_type=Path, file_okay=False)
_SLOW = 1.0
"""Seconds after which a terminal is shown what is being done."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
def main() -> None:
    """Turn a folder of source documents into a linked, searchable, citable site."""


@main.command()
@click.argument("folder", metavar="[DIR]", type=_FOLDER, default=Path())
@click.option("--output", type=_FOLDER, help="Where the site goes; DIR/site if not said.")
@click.option("--base-url", metavar="URL", help="Address of the published site, instead of dossier.yaml's.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes to use; all cores if not said.")
@click.option("--no-cache", is_flag=True, help="Read and render everything anew.")
@click.option("--drafts", is_flag=True, help="Include documents whose record says draft: true.")
def build(
    folder: Path,
    output: Path | None,
    base_url: str | None,
    strict: bool,
    jobs: int | None,
    no_cache: bool,
    drafts: bool,
) -> None:
    """Build the site of the dossier in DIR (here, if not said)."""
    from dossier import build as pipeline

    started = time.perf_counter()
    root = _dossier(folder)
    options = pipeline.Options(
        root, output or root / "site", base_url, strict, jobs or 0, not no_cache, drafts
    )
    outcome = _guarded(pipeline.build, options, started)
    _tell(outcome, "text")
    _line(_summary(outcome, started))
    sys.exit(1 if outcome.errors else 0)


@main.command()
@click.argument("folder", metavar="[DIR]", type=_FOLDER, default=Path())
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="For people, for programs, or as GitHub annotations.",
)
@click.option("--drafts", is_flag=True, help="Include documents whose record says draft: true.")
@click.option("--no-cache", is_flag=True, help="Read everything anew.")
def check(folder: Path, strict: bool, form: Format, drafts: bool, no_cache: bool) -> None:
    """Report every problem of the dossier in DIR without writing a site."""
    from dossier import build as pipeline

    started = time.perf_counter()
    root = _dossier(folder)
    options = pipeline.Options(root, root / "site", strict=strict, use_cache=not no_cache, drafts=drafts)
    outcome = _guarded(pipeline.check, options, started)
    _tell(outcome, form)
    if form == "text":
        _line(_found(outcome))
    sys.exit(1 if outcome.errors else 0)


def _dossier(folder: Path) -> Path:
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


def _guarded(stage: object, options: object, started: float) -> Outcome:
    """Run a stage with progress on a terminal; an interruption ends without a traceback."""
    from collections.abc import Callable
    from typing import cast

    run = cast("Callable[[object, object], Outcome]", stage)
    is_terminal = sys.stderr.isatty()

    def progress(name: str, count: int) -> None:
        if is_terminal and time.perf_counter() - started > _SLOW:
            number = f" {count:,}" if count else ""
            click.echo(f"\r\x1b[K{name}{number} …", err=True, nl=False)

    try:
        outcome = run(options, progress)
    except KeyboardInterrupt:
        _line("interrupted; the last good site is as it was")
        sys.exit(130)
    if is_terminal:
        click.echo("\r\x1b[K", err=True, nl=False)
    return outcome


def _tell(outcome: Outcome, form: Format) -> None:
    from dossier.report import problems_text

    stream = sys.stderr if form == "text" else sys.stdout
    text = problems_text(outcome.problems, form, colours=stream.isatty())
    if text:
        click.echo(text, file=stream)


def _summary(outcome: Outcome, started: float) -> str:
    from dossier.report import summary

    return summary(outcome, time.perf_counter() - started)


def _found(outcome: Outcome) -> str:
    from dossier.report import count_of

    errors, warnings = outcome.errors, len(outcome.problems) - outcome.errors
    return f"{count_of(errors, 'error')}, {count_of(warnings, 'warning')}"


def _line(text: str) -> None:
    click.echo(text, err=True)
