"""`dossier deploy`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from dossier.cli.asked import FOLDER, dossier_in, run, tell


@click.command("deploy")
@click.argument("folder", metavar="[DIR]", type=FOLDER, default=Path())
@click.option(
    "--branch",
    metavar="NAME",
    default="gh-pages",
    show_default=True,
    help="The branch that takes the site.",
)
@click.option(
    "--remote",
    metavar="NAME",
    default="origin",
    show_default=True,
    help="The git remote to push to.",
)
@click.option(
    "--base-url", metavar="URL", help="Address of the published site, instead of dossier.yaml's."
)
@click.option(
    "--message",
    metavar="TEXT",
    default="Publish the site",
    show_default=True,
    help="Of the commit.",
)
def command(folder: Path, branch: str, remote: str, base_url: str | None, message: str) -> None:
    """Build the dossier in DIR and publish it on a branch by git alone: one commit, pushed in one step."""
    from dossier.build import Options, build
    from dossier.deploy import DeployError, deploy, refuse_unready

    root = dossier_in(folder)
    try:
        refuse_unready(root)
        with tempfile.TemporaryDirectory() as temporary:
            site = Path(temporary) / "site"
            options = Options(root=root, output=site, base_url=base_url, is_locked=True)
            outcome, _ = run(build, options)
            tell(outcome, "text")
            if outcome.errors:
                click.echo("nothing published", err=True)
                sys.exit(1)
            _watch_size(site)
            done = deploy(root, site, branch, remote, message)
    except DeployError as error:
        click.echo(f"nothing published: {error}", err=True)
        sys.exit(1)
    if not done.commit:
        click.echo(f"{branch} of {remote} has this very site already")
        return
    click.echo(f"published {done.files:,} files on {branch} of {done.remote} ({done.commit[:10]})")


def _watch_size(site: Path) -> None:
    """Warn of a site that GitHub Pages hardly takes, and stop at one that it does not."""
    from dossier.deploy import LARGE, TOO_LARGE, DeployError, weigh

    weight = weigh(site)
    if weight.bytes < LARGE:
        return
    largest = ", ".join(f"{path} ({size / 1e6:,.0f} MB)" for path, size in weight.largest)
    message = f"the site has {weight.bytes / 1e6:,.0f} MB; GitHub Pages takes 1,000. The largest files: {largest}"
    if weight.bytes >= TOO_LARGE:
        raise DeployError(message)
    click.echo(f"warning: {message}", err=True)
