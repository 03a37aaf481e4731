"""`dossier lock`: what was published, settled by hand."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.asked import FOLDER, day_of, dossier_in

if TYPE_CHECKING:
    from dossier.settling import Result

_DOSSIER = click.option(
    "--dossier", "folder", metavar="DIR", type=FOLDER, default=Path(), help="The dossier's folder."
)
_DATE = click.option("--date", metavar="DAY", help="The day, as 2026-12-31; today if not said.")


@click.group("lock")
def command() -> None:
    """Settle what dossier.lock says of published addresses."""


@command.command("keep")
@click.argument("name", metavar="ID")
@click.argument("passage", metavar="[PASSAGE]", default="")
@_DATE
@_DOSSIER
def keep(name: str, passage: str, date: str | None, folder: Path) -> None:
    """Let a published passage go on in the text that a build was in doubt of."""
    from dossier import settling

    _tell(settling.keep(dossier_in(folder), name, passage, day_of(date)))


@command.command("retire")
@click.argument("name", metavar="ID")
@_DATE
@_DOSSIER
def retire(name: str, date: str | None, folder: Path) -> None:
    """Let a published passage, or all that stood on a page, be gone; its address stays."""
    from dossier import settling

    _tell(settling.retire(dossier_in(folder), name, day_of(date)))


@command.command("merge")
@_DOSSIER
def merge(folder: Path) -> None:
    """Make one lock of the two that a merge of branches left."""
    from dossier import settling

    _tell(settling.merge(dossier_in(folder)))


@command.command("import")
@click.argument("site", metavar="SITE", type=FOLDER)
@_DATE
@_DOSSIER
def import_site(site: Path, date: str | None, folder: Path) -> None:
    """Rebuild the lock from a published site."""
    from dossier import settling

    _tell(settling.import_site(dossier_in(folder), site, day_of(date)))


@command.command("check")
@click.argument("site", metavar="[SITE]", type=FOLDER, required=False)
@_DOSSIER
def check(site: Path | None, folder: Path) -> None:
    """Say whether the lock is whole, and has every address of a site."""
    from dossier import settling

    _tell(settling.check(dossier_in(folder), site))


def _tell(result: Result) -> None:
    from dossier.report import problems_text

    done, problems = result
    if problems:
        click.echo(problems_text(problems, "text", colours=sys.stderr.isatty()), err=True)
        sys.exit(1)
    click.echo(done)
