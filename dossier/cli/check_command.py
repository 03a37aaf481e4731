"""`dossier check`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.asked import FOLDER, dossier_in, run, tell

if TYPE_CHECKING:
    from dossier.report import Format


@click.command("check")
@click.argument("folder", metavar="[DIR]", type=FOLDER, default=Path())
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="For people, for programs, or as GitHub annotations.",
)
@click.option("--audience", metavar="NAME", default="public", help="As `dossier build` has it.")
@click.option("--drafts", is_flag=True, help="Include documents whose record says draft: true.")
@click.option("--no-cache", is_flag=True, help="Read everything anew.")
def command(
    folder: Path, strict: bool, form: Format, audience: str, drafts: bool, no_cache: bool
) -> None:
    """Report every problem of the dossier in DIR without writing a site."""
    from dossier.build import Options, check
    from dossier.report import count_of

    root = dossier_in(folder)
    options = Options(
        root, root / "site", strict=strict, use_cache=not no_cache, drafts=drafts, audience=audience
    )
    outcome, _ = run(check, options)
    tell(outcome, form)
    if form == "text":
        warnings = len(outcome.problems) - outcome.errors
        click.echo(
            f"{count_of(outcome.errors, 'error')}, {count_of(warnings, 'warning')}", err=True
        )
    sys.exit(1 if outcome.errors else 0)
