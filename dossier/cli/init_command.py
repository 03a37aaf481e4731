"""`dossier init`."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from dossier.cli.asked import FOLDER, or_exit

_TITLE = "A dossier"


@click.command("init")
@click.argument("folder", metavar="[DIR]", type=FOLDER, default=Path())
@click.option(
    "--title", metavar="TEXT", help="What the dossier is called; asked for on a terminal."
)
@click.option(
    "--language", metavar="TAG", default="en", show_default=True, help="BCP 47 tag of its language."
)
def command(folder: Path, title: str | None, language: str) -> None:
    """Make a dossier in DIR (here, if not said) that builds at once. What is there is never overwritten."""
    from dossier.start import dossier_files
    from dossier.write import create_files

    if title is None:
        is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
        title = (
            click.prompt("What is the dossier called?", default=_TITLE) if is_terminal else _TITLE
        )
    files = dossier_files(str(title), language=language)
    written, left = or_exit(lambda: create_files(folder, files), f"cannot write to {folder}")
    for path in written:
        click.echo(f"made {path}")
    for path in left:
        click.echo(f"left {path} as it is", err=True)
    there = "" if folder == Path() else f" {shlex.quote(str(folder))}"
    click.echo(f"\nBuild it with: dossier build{there}\nPreview it with: dossier serve{there}")
