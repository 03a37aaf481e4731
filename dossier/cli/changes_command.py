"""`dossier changes`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dossier.cli.asked import FOLDER, day_of, dossier_in


@click.command("changes")
@click.argument("folder", metavar="[DIR]", type=FOLDER, default=Path())
@click.option("--since", metavar="DAY", help="The first day to tell of, as 2026-12-31.")
def command(folder: Path, since: str | None) -> None:
    """List what changed in the documents of the dossier in DIR (here, if not said), by day."""
    from dossier import lock
    from dossier.read import read_lock_file
    from dossier.report import problems_text

    text, problems = read_lock_file(dossier_in(folder))
    held, ill = lock.read_lock(text) if text else (lock.Lock(), ())
    if problems or ill:
        shown = problems_text((*problems, *ill), "text", colours=sys.stderr.isatty())
        click.echo(shown, err=True)
        sys.exit(1)
    first = day_of(since).replace("-", "") if since else ""
    for change in lock.changes_of(held, first):
        places = [f"/{change.page}#{name}" for name in change.passages] or [f"/{change.page}"]
        for place in places if not (change.removed and not change.passages) else ():
            click.echo(f"{change.date}  {change.grade:<10}  {place}")
        for name in change.removed:
            click.echo(f"{change.date}  {'removed':<10}  /{change.page}#{name}")
