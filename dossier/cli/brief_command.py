"""`dossier brief`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.asked import dossier_in, run, tell

if TYPE_CHECKING:
    from dossier.brief import Format
    from dossier.build import Options, Outcome, Progress
    from dossier.model import Site
    from dossier.render.citations import Style


@click.command("brief")
@click.argument("names", metavar="[DIR] PASSAGE...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["docx", "md", "html"]),
    default="md",
    help="For Word, as Markdown, or as a page; md if not said.",
)
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where it goes; the standard output if not said. A file that is there is not replaced.",
)
@click.option(
    "--title", metavar="TEXT", default="", help="Of the sheet; the dossier's if not said."
)
@click.option(
    "--style",
    type=click.Choice(["apa", "chicago", "mla"]),
    default="chicago",
    help="Of the citations; chicago if not said.",
)
@click.option(
    "--base-url", metavar="URL", help="Address of the published site, instead of dossier.yaml's."
)
def command(
    names: tuple[str, ...],
    form: Format,
    output: Path | None,
    title: str,
    style: Style,
    base_url: str | None,
) -> None:
    """Draft a briefing sheet from passages of the dossier in DIR (here, if not said).

    A passage is named by its id, by its reading's slug and its id (tower-22#p7k3f2a), or by its address.
    """
    from dossier.brief import WRITERS, ChoiceError, chosen, sheet_of
    from dossier.build import Options

    folder, passages = _asked(names)
    if not passages:
        raise click.UsageError("name at least one passage: its id stands after # in its address")
    root = dossier_in(folder)
    site = _site(Options(root, root / "site", base_url=base_url))
    try:
        sheet = sheet_of(site, chosen(site, passages), title, style)
    except ChoiceError as error:
        raise click.UsageError(str(error)) from error
    if not site.config.base_url:
        click.echo("the dossier has no base_url: links are relative to its site", err=True)
    _write(WRITERS[form](sheet), form, output)


def _asked(names: tuple[str, ...]) -> tuple[Path, tuple[str, ...]]:
    """The folder and the passages: what comes first is the folder if there is such a one."""
    if "#" not in names[0] and Path(names[0]).is_dir():
        return Path(names[0]), names[1:]
    return Path(), names


def _site(options: Options) -> Site:
    from dossier.build import survey

    found: list[Site] = []

    def stage(options: Options, progress: Progress) -> Outcome:
        site, outcome = survey(options, progress)
        found.append(site)
        return outcome

    outcome, _ = run(stage, options)
    if outcome.errors:
        errors = tuple(each for each in outcome.problems if each.severity == "error")
        tell(replace(outcome, problems=errors), "text")
        sys.exit(1)
    return found[0]


def _write(data: bytes, form: Format, output: Path | None) -> None:
    if output is None:
        if form == "docx" and sys.stdout.isatty():
            raise click.UsageError("a .docx is no text for a terminal: name a file with --output")
        sys.stdout.buffer.write(data)
        return
    try:
        with output.open("xb") as opened:
            opened.write(data)
    except FileExistsError as error:
        raise click.UsageError(f'"{output}" is there already: move it away first') from error
    except OSError as error:
        raise click.UsageError(f'"{output}" cannot be written: {error.strerror}') from error
