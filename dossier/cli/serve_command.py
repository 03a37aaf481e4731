"""`dossier serve`."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.asked import FOLDER, day_of, dossier_in

if TYPE_CHECKING:
    from dossier.serve.session import Rebuilt

_LAST_PORT = 65535


@click.command("serve")
@click.argument("folder", metavar="[DIR]", type=FOLDER, default=Path())
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, _LAST_PORT),
    default=8000,
    help="Where to listen; 8000 if not said. If it is in use, the next free one.",
)
@click.option("--open", "opens", is_flag=True, help="Open the home page in the browser.")
@click.option(
    "--base-url",
    metavar="PATH",
    help="Path of the site, as /some/repo/, instead of that of dossier.yaml's base_url.",
)
@click.option("--poll", "polls", is_flag=True, help="Look at every file: for network drives.")
@click.option(
    "--audience", metavar="NAME", default="public", help="For whom it is shown; public if not said."
)
@click.option("--drafts", is_flag=True, help="Include documents whose record says draft: true.")
def command(
    folder: Path,
    port: int,
    opens: bool,
    base_url: str | None,
    polls: bool,
    audience: str,
    drafts: bool,
) -> None:
    """Show the dossier in DIR in the browser, and every change of it at once.

    The preview is kept in a place of its own: DIR/site is not touched.
    """
    from dossier.serve.session import Session, Wishes

    root = dossier_in(folder)
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.default_int_handler)
    try:
        session = Session(Wishes(root, port, base_url, polls, drafts, day_of(None), audience), _say)
        _say(f"{session.address} shows {root.name}; Ctrl-C ends it")
        if opens:
            _open(session.address)
        session.run(lambda rebuilt: _say(_line(rebuilt)))
    except OSError as error:
        raise click.UsageError(
            f"the preview cannot be served: {error.strerror or error}"
        ) from error
    except KeyboardInterrupt:
        _say("ended")
        sys.exit(0)


def _say(line: str) -> None:
    click.echo(line, err=True)


def _open(address: str) -> None:
    """In a process of its own: the wait for a browser must not hold up the build."""
    import subprocess

    subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "webbrowser", address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )


def _line(rebuilt: Rebuilt) -> str:
    """What changed, how many pages are others, what is wrong, how long it took."""
    from dossier.report import count_of, where

    changed, outcome = rebuilt.changed, rebuilt.outcome
    what = changed[0] if changed else "built"
    more = f" and {count_of(len(changed) - 1, 'more file')}" if len(changed) > 1 else ""
    parts = [count_of(rebuilt.pages, "page")]
    first = next((each for each in outcome.problems if each.severity == "error"), None)
    if first is not None:
        others = f" and {count_of(outcome.errors - 1, 'more error')}" if outcome.errors > 1 else ""
        parts = [f"{where(first.position)}: {first.message}{others}; the last good pages stay"]
    elif outcome.problems:
        parts.append(count_of(len(outcome.problems), "warning"))
    return f"{what}{more}: {', '.join(parts)}, {rebuilt.seconds:.2f} s"
