"""`dossier verify`."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.asked import FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dossier.verify import Checking, Published, Verdict
    from dossier.verify.report import Format

_UNREADABLE = 2


@click.command("verify")
@click.argument(
    "briefings",
    metavar="BRIEFING...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
)
@click.option(
    "--site",
    "folder",
    metavar="DIR",
    type=FOLDER,
    default=Path("site"),
    help="The written site, or the dossier with a site in it; site/ if not said.",
)
@click.option(
    "--base-url",
    "base_urls",
    metavar="URL",
    multiple=True,
    help="An address of the published site besides the one it names; may be given again.",
)
@click.option(
    "--since",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Tell what changed since this day; since the briefing's own date if not said.",
)
@click.option(
    "--all", "is_all", is_flag=True, help="Check quotations that stand near no link, too."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    help="For people, for programs, or as a page.",
)
@click.option("--fix", is_flag=True, help="Write a corrected copy NAME.fixed.EXT beside each.")
def command(
    briefings: tuple[Path, ...],
    folder: Path,
    base_urls: tuple[str, ...],
    since: datetime | None,
    is_all: bool,
    form: Format,
    fix: bool,
) -> None:
    """Check the links and quotations of finished briefings against a written site."""
    from dossier.verify import BriefingError, Checking, Published

    day = since.strftime("%Y-%m-%d") if since else ""
    try:
        site = Published(folder)
    except BriefingError as error:
        raise click.UsageError(str(error)) from error
    checking = Checking(base_urls, day, is_all)
    verdicts, failures = _checked(briefings, site, checking)
    _print(verdicts, failures, form)
    if fix:
        failures += _fixed(verdicts, site, checking)
    if failures:
        sys.exit(_UNREADABLE)
    sys.exit(1 if any(verdict.faults for _, verdict in verdicts) else 0)


def _checked(
    briefings: Sequence[Path], site: Published, checking: Checking
) -> tuple[list[tuple[Path, Verdict]], list[tuple[str, str]]]:
    from dossier.verify import BriefingError, verify

    verdicts: list[tuple[Path, Verdict]] = []
    failures: list[tuple[str, str]] = []
    for path in briefings:
        try:
            verdicts.append((path, verify(path, site, checking)))
        except BriefingError as error:
            failures.append((str(path), str(error)))
            click.echo(f"{path}: {error}", err=True)
    return verdicts, failures


def _print(
    verdicts: Sequence[tuple[Path, Verdict]], failures: Sequence[tuple[str, str]], form: Format
) -> None:
    from dossier.verify.report import html_of, json_of, text_of

    found = [verdict for _, verdict in verdicts]
    if form == "text":
        text = text_of(found)
    else:
        text = json_of(found, failures) if form == "json" else html_of(found, failures)
    if text:
        sys.stdout.buffer.write(f"{text.rstrip()}\n".encode("utf-8", "replace"))


def _fixed(
    verdicts: Sequence[tuple[Path, Verdict]],
    site: Published,
    checking: Checking,
) -> list[tuple[str, str]]:
    """Write the corrected copies; those that could not be written, with the reason."""
    from dossier.verify import BriefingError, whereabouts
    from dossier.verify.files import briefing_bytes, write_beside
    from dossier.verify.mending import mended, replacements_of

    failures: list[tuple[str, str]] = []
    for path, verdict in verdicts:
        found = replacements_of(verdict, whereabouts(site, path, checking))
        if not found:
            click.echo(f"{path}: there is nothing to replace", err=True)
            continue
        try:
            target = write_beside(path, mended(briefing_bytes(path), verdict.briefing.form, found))
        except BriefingError as error:
            failures.append((str(path), str(error)))
            click.echo(f"{path}: {error}", err=True)
        else:
            click.echo(f"{target}: {len(found)} addresses replaced", err=True)
    return failures
