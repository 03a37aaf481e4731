"""`dossier cite`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.asked import dossier_in, run, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dossier.build import Options, Outcome, Progress
    from dossier.model import Document
    from dossier.render.citations import Format, Style

_FORMS = ("csl-json", "bibtex", "ris", "apa", "chicago", "mla")


@click.command("cite")
@click.argument("names", metavar="[DIR] [SLUG]...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    default="chicago",
    help="For reference managers, or in words; chicago if not said.",
)
@click.option("--drafts", is_flag=True, help="Include documents whose record says draft: true.")
def command(names: tuple[str, ...], form: Format | Style, drafts: bool) -> None:
    """Print citations of the readings named, or of all of the dossier in DIR (here, if not said)."""
    from dossier.build import Options
    from dossier.render import bibliography_text

    folder, slugs = _asked(names)
    root = dossier_in(folder)
    readings, outcome = _readings(Options(root, root / "site", drafts=drafts))
    if outcome.errors:
        errors = tuple(each for each in outcome.problems if each.severity == "error")
        tell(replace(outcome, problems=errors), "text")
        sys.exit(1)
    text = bibliography_text(_chosen(readings, slugs), form)
    click.echo(text.encode("utf-8", "replace"), nl=False)


def _asked(names: tuple[str, ...]) -> tuple[Path, tuple[str, ...]]:
    """The folder and the slugs: what comes first is the folder if it is written as one or is one."""
    if names and ("/" in names[0] or "\\" in names[0] or Path(names[0]).is_dir()):
        return Path(names[0]), names[1:]
    return Path(), names


def _readings(options: Options) -> tuple[Sequence[Document], Outcome]:
    from dossier.build import survey

    found: list[Document] = []

    def stage(options: Options, progress: Progress) -> Outcome:
        site, outcome = survey(options, progress)
        found.extend(site.readings)
        return outcome

    outcome, _ = run(stage, options)
    return found, outcome


def _chosen(readings: Sequence[Document], slugs: tuple[str, ...]) -> Sequence[Document]:
    """The readings of these slugs, in the order asked, each once; exit status 2 for one that is not there."""
    from dossier.problems import did_you_mean

    by_slug = {reading.slug: reading for reading in readings}
    for slug in slugs:
        if slug not in by_slug:
            hint = did_you_mean(slug, by_slug)
            raise click.UsageError(f'no reading "{slug}"' + (f"; {hint}" if hint else ""))
    return [by_slug[slug] for slug in dict.fromkeys(slugs)] if slugs else readings
