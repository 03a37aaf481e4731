"""`dossier stats`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.asked import dossier_in, run, tell

if TYPE_CHECKING:
    from dossier.build import Options, Outcome, Progress
    from dossier.model import Site


@click.command("stats")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    help="For people or for programs; text if not said.",
)
@click.option("--drafts", is_flag=True, help="Include documents whose record says draft: true.")
def command(folder: Path, form: str, drafts: bool) -> None:
    """Print what the dossier in DIR (here, if not said) covers, counted."""
    from dossier.build import Options, survey
    from dossier.render import coverage_of, stats_json, stats_text

    root = dossier_in(folder)
    sites: list[Site] = []

    def stage(options: Options, progress: Progress) -> Outcome:
        site, outcome = survey(options, progress)
        sites.append(site)
        return outcome

    outcome, _ = run(stage, Options(root, root / "site", drafts=drafts))
    if outcome.errors:
        errors = tuple(each for each in outcome.problems if each.severity == "error")
        tell(replace(outcome, problems=errors), "text")
        sys.exit(1)
    found = coverage_of(sites[0])
    text = stats_json(found) if form == "json" else stats_text(found)
    click.echo(text.encode("utf-8", "replace"), nl=False)
