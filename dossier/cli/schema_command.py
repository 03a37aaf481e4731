"""`dossier schema`."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.cli.asked import or_exit

_NAMES = ("dossier", "record", "page", "entries", "events", "claims", "path")


@click.command("schema")
@click.argument("name", metavar="[NAME]", type=click.Choice(_NAMES), required=False)
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write all of them there, over what is there.",
)
def command(name: str | None, output: Path | None) -> None:
    """Print the JSON Schema of one kind of file, or write them all, for editors."""
    from dossier.start import SCHEMAS, schema_text
    from dossier.write import write_texts

    if name:
        click.echo(schema_text(name), nl=False)
        return
    folder = output or Path("schemas")
    files = {folder / f"{each}.json": schema_text(each) for each in SCHEMAS}
    or_exit(
        lambda: write_texts(files),
        f"cannot write to {folder}",
    )
    click.echo("\n".join(f"wrote {file}" for file in files))
