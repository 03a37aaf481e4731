"""`dossier export`."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.asked import FOLDER, day_of, dossier_in, or_exit, run, tell

if TYPE_CHECKING:
    from dossier.build import Options, Outcome, Progress
    from dossier.model import Config, Site

_FORMS = ("zip", "html", "epub", "pdf", "json", "csv")
_OUT = "-"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line says."""

    form: str
    root: Path
    base_url: str | None
    drafts: bool
    day: str
    program: str


@click.command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice(_FORMS))
@click.argument("folder", metavar="[DIR]", type=FOLDER, default=Path())
@click.option(
    "--output", metavar="FILE", help="Where it goes; dossier.FORMAT if not said, - for the output."
)
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@click.option(
    "--base-url", metavar="URL", help="Address of the published site, instead of dossier.yaml's."
)
@click.option("--date", metavar="DAY", help="Day that the export bears; today if not said.")
@click.option("--drafts", is_flag=True, help="Include documents whose record says draft: true.")
@click.option(
    "--program", metavar="FILE", default="", help="Browser that prints PDF, or weasyprint."
)
def command(
    form: str,
    folder: Path,
    output: str | None,
    replace: bool,
    base_url: str | None,
    date: str | None,
    drafts: bool,
    program: str,
) -> None:
    """Carry the dossier in DIR away as one file: zip, html, epub, pdf, or its catalogue as json or csv."""
    from dossier.export import ExportError, refuse_target, write_file

    asked = _Asked(form, dossier_in(folder), base_url, drafts, day_of(date), program)
    target = Path(output or f"dossier.{form}")
    try:
        if output != _OUT:
            refuse_target(target, may_replace=replace)
        data = or_exit(lambda: _exported(asked), "nothing exported")
        if output == _OUT:
            click.echo(data, nl=False)
            return
        or_exit(lambda: write_file(target, data), f'cannot write "{target}"')
    except ExportError as error:
        click.echo(f"nothing exported: {error}", err=True)
        sys.exit(1)
    click.echo(f"{target}: {len(data):,} bytes")


def _exported(asked: _Asked) -> bytes:
    if asked.form in {"json", "csv"}:
        return _catalogue(asked)
    from dossier.config import load_config
    from dossier.urls import slugify

    config, _ = load_config(asked.root, asked.base_url, drafts=asked.drafts)
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(temporary) / "site"
        _build(asked, site)
        if asked.form == "zip":
            from dossier.export import site_archive

            return site_archive(site, slugify(config.title) or "dossier")
        return _book(asked, site, config)


def _book(asked: _Asked, site: Path, config: Config) -> bytes:
    """All pages as one: HTML, EPUB or PDF."""
    from dossier.export import epub_book, one_page, printed, read_pages
    from dossier.render import load_theme, words_of

    theme, _ = load_theme(asked.root, config.theme)
    contents = words_of(theme.words, config.language)("outline")
    pages = read_pages(site)
    if asked.form == "epub":
        return epub_book(site, pages, config, contents, asked.day)
    page = one_page(site, pages, config, contents)
    return printed(page, asked.program, asked.day) if asked.form == "pdf" else page.encode()


def _build(asked: _Asked, site: Path) -> None:
    """Write the site there, and nothing beside the dossier but its cache."""
    from dossier.build import Options, build
    from dossier.jobs import default_jobs
    from dossier.place import Folder

    place = Folder(site, default_jobs(), trusts_what_stands=False)

    def stage(options: Options, progress: Progress) -> Outcome:
        return build(options, progress, place)

    options = Options(
        asked.root, site, base_url=asked.base_url, drafts=asked.drafts, date=asked.day
    )
    outcome, _ = run(stage, options)
    _stop_at_errors(outcome)


def _catalogue(asked: _Asked) -> bytes:
    from dossier.build import Options, survey
    from dossier.export import catalogue_csv, catalogue_json

    sites: list[Site] = []

    def stage(options: Options, progress: Progress) -> Outcome:
        site, outcome = survey(options, progress)
        sites.append(site)
        return outcome

    options = Options(
        asked.root,
        asked.root / "site",
        base_url=asked.base_url,
        drafts=asked.drafts,
        date=asked.day,
    )
    outcome, _ = run(stage, options)
    _stop_at_errors(outcome)
    is_json = asked.form == "json"
    return catalogue_json(sites[0]).encode() if is_json else catalogue_csv(sites[0])


def _stop_at_errors(outcome: Outcome) -> None:
    """Tell the errors, which stop an export; warnings are what `dossier check` is for."""
    from dataclasses import replace

    if outcome.errors:
        errors = tuple(each for each in outcome.problems if each.severity == "error")
        tell(replace(outcome, problems=errors), "text")
        click.echo("nothing exported", err=True)
        sys.exit(1)
