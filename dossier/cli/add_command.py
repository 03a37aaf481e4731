"""`dossier add`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.asked import FOLDER, day_of, dossier_in, or_exit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dossier.read import Given
    from dossier.start import Arrival
    from dossier.write import Copied

_MOST_NAMED = 20
_GIVEN = click.Path(path_type=Path, exists=True)


@click.command("add")
@click.argument("paths", metavar="FILE|FOLDER...", nargs=-1, required=True, type=_GIVEN)
@click.option(
    "--dir",
    "folder",
    metavar="DIR",
    type=FOLDER,
    default=Path(),
    help="The dossier; here, if not said.",
)
def command(paths: tuple[Path, ...], folder: Path) -> None:
    """Copy documents into seeds/, each with a draft of its record. What is there is never overwritten."""
    from dossier.config import load_config
    from dossier.read import read_dossier, read_given
    from dossier.start import arrive, what_stands
    from dossier.write import copy_files, create_files

    root = dossier_in(folder)
    for path in paths:
        if root == path.resolve() or path.resolve() in root.parents:
            raise click.UsageError(f'"{path}" holds the dossier itself')
    config, _ = load_config(root, None, drafts=True)
    sources, _ = read_dossier(root, config)
    given = read_given(paths, config.language)
    arrival = arrive(given, what_stands(sources, config), day_of(None))
    copied = or_exit(lambda: copy_files(root, given.files), "cannot write")
    drafts = {
        f"{each.path}.yaml": arrival.records[f"{each.path}.yaml"]
        for each in given.documents
        if each.path not in copied.taken
    }
    made, _ = or_exit(lambda: create_files(root, drafts), "cannot write")
    _tell_files(given, arrival, copied, made)
    _tell_survey(given, arrival)
    if copied.taken or any(each.is_fault for each in given.left_out):
        sys.exit(1)


def _tell_files(given: Given, arrival: Arrival, copied: Copied, made: Sequence[str]) -> None:
    documents = {each.path for each in given.documents}
    added = [path for path in copied.written if path in documents]
    _name("", [f"added {path}" for path in added], is_fault=False)
    others = len(copied.written) - len(added)
    told = f"{_count(len(added), 'document')}, {_count(others, 'attachment')}"
    click.echo(f"{told} and {_count(len(made), 'record')} added")
    _name(
        "",
        [f"{path} is there already, with the same bytes" for path in copied.same],
        is_fault=False,
    )
    taken = [f"{path} is another file; the one given was not added" for path in copied.taken]
    _name("", taken, is_fault=True)
    _name("left out: ", [f"{each.path}: {each.why}" for each in given.left_out], is_fault=True)
    unread = [f"{each.path}: {each.why}; a draft takes its place" for each in arrival.unread]
    _name("left out: ", unread, is_fault=True)
    guesses = [
        f"{each.path} was read as {each.encoding}, which is a guess" for each in given.guessed
    ]
    _name("", guesses, is_fault=True)


def _tell_survey(given: Given, arrival: Arrival) -> None:
    found = arrival.survey
    for sign in given.signs:
        click.echo(f"this is {sign}")
    if found.links:
        good = found.links - len(found.nowhere)
        click.echo(f"{good:,} of {_count(found.links, 'link')} inside it lead somewhere")
    places = [f"{each.path}:{each.line}: {each.words}" for each in found.nowhere]
    _name("leads nowhere: ", places, is_fault=False)
    for each in found.unmapped:
        first = f"{each.first.path}:{each.first.line}: {each.first.words}"
        click.echo(f"shown as it stands: {each.count:,} × {each.what}, first in {first}")
    twice = [f'several documents claim the alias "{alias}"' for alias in arrival.aliases_twice]
    _name("", twice, is_fault=True)


def _name(what: str, rows: Sequence[str], *, is_fault: bool) -> None:
    for row in rows[:_MOST_NAMED]:
        click.echo(f"{what}{row}", err=is_fault)
    if left := len(rows[_MOST_NAMED:]):
        click.echo(f"{what}… and {left:,} more", err=is_fault)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
