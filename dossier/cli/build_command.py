"""`dossier build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dossier.cli.asked import FOLDER, day_of, dossier_in, run, tell


@click.command("build")
@click.argument("folder", metavar="[DIR]", type=FOLDER, default=Path())
@click.option(
    "--output", metavar="DIR", type=FOLDER, help="Where the site goes; DIR/site if not said."
)
@click.option(
    "--base-url", metavar="URL", help="Address of the published site, instead of dossier.yaml's."
)
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="Processes; as many as cores if not said.",
)
@click.option("--no-cache", is_flag=True, help="Read and render everything anew.")
@click.option(
    "--audience",
    metavar="NAME",
    default="public",
    help="For whom: what it may not see is left out; public if not said.",
)
@click.option("--drafts", is_flag=True, help="Include documents whose record says draft: true.")
@click.option(
    "--date", metavar="DAY", help="The day of the build, as 2026-12-31; today if not said."
)
@click.option(
    "--locked", is_flag=True, help="Fail, and publish nothing, if dossier.lock would change."
)
def command(
    folder: Path,
    output: Path | None,
    base_url: str | None,
    strict: bool,
    jobs: int | None,
    no_cache: bool,
    drafts: bool,
    audience: str,
    date: str | None,
    locked: bool,
) -> None:
    """Build the site of the dossier in DIR (here, if not said)."""
    from dossier.build import Options, build
    from dossier.report import summary

    root = dossier_in(folder)
    options = Options(
        root=root,
        output=output or root / "site",
        base_url=base_url,
        strict=strict,
        jobs=jobs or 0,
        use_cache=not no_cache,
        drafts=drafts,
        audience=audience,
        date=day_of(date),
        is_locked=locked,
    )
    outcome, seconds = run(build, options)
    tell(outcome, "text")
    click.echo(summary(outcome, seconds), err=True)
    sys.exit(1 if outcome.errors else 0)
