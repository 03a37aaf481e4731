"""`dossier new`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dossier.cli.asked import FOLDER, dossier_in, or_exit

_KINDS = ("reading", "person", "organisation", "place", "term", "event")


@click.command("new")
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("name")
@click.option(
    "--dir",
    "folder",
    metavar="DIR",
    type=FOLDER,
    default=Path(),
    help="The dossier; here, if not said.",
)
def command(kind: str, name: str, folder: Path) -> None:
    """Add one thing to the dossier, with the right fields, under its NAME."""
    from dossier.start import addition
    from dossier.write import append_texts, create_files

    root = dossier_in(folder)
    try:
        added = addition(kind, name)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if taken := _taken(root, kind, added.id):
        click.echo(f'"{added.id}" is there already: {taken}', err=True)
        sys.exit(1)
    _, left = or_exit(lambda: create_files(root, added.files), "cannot write")
    if left:
        click.echo(f"{left[0]} is there already; it was left as it is", err=True)
        sys.exit(1)
    or_exit(lambda: append_texts(root, added.appended), "cannot write")
    for path in (*added.files, *added.appended):
        click.echo(f"{'made' if path in added.files else 'added to'} {path}: {added.id}")


def _taken(root: Path, kind: str, identity: str) -> str:
    """Where an entry or event of that id stands; empty if it is free."""
    from dossier.config import load_config
    from dossier.parse.entries import parse_entries
    from dossier.parse.events import parse_events
    from dossier.read import read_dossier

    config, _ = load_config(root, None, drafts=True)
    sources, _ = read_dossier(root, config)
    entries = [entry for source in sources.entries for entry in parse_entries(source)[0]]
    events = [event for source in sources.events for event in parse_events(source)[0]]
    known = events if kind == "event" else [] if kind == "reading" else entries
    place = next((each.position for each in known if each.id == identity), None)
    return f"{place.path}:{place.line}" if place else ""
