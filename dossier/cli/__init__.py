"""The command `dossier`: its commands by name, each loaded when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from dossier import __version__

COMMANDS = {
    "init": "Make a dossier that builds at once.",
    "new": "Add a reading, a person, an organisation, a place, a term or an event.",
    "add": "Copy documents into the dossier, each with a draft of its record.",
    "build": "Build the site.",
    "serve": "Show the site while you work on it.",
    "check": "Report every problem without writing a site.",
    "changes": "List what changed, by day.",
    "lock": "Settle what dossier.lock says of published addresses.",
    "cite": "Print citations of readings, in a style or for a reference manager.",
    "brief": "Draft a briefing sheet from passages.",
    "verify": "Check the links and quotations of finished briefings.",
    "deploy": "Publish the site on a branch by git alone.",
    "export": "Carry the dossier away as one file.",
    "stats": "Print what a dossier covers, counted.",
    "schema": "Write JSON Schemas for editors.",
}
"""Name of each command, as of its module here, to its line in the help."""


class Commands(click.Group):
    """Commands that are imported when they are needed, so that `--help` starts at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of `COMMANDS`."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or None."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"dossier.cli.{cmd_name.replace('-', '_')}_command")
        command = module.command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest name for one that is unknown."""
        from dossier.problems import did_you_mean

        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            hint = did_you_mean(args[0], COMMANDS)
            ctx.fail(f'no command "{args[0]}"' + (f"; {hint}" if hint else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help, without loading any command."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
def main() -> None:
    """Turn a folder of source documents into a linked, searchable, citable site."""
