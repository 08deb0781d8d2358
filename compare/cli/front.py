"""The front door: commands by name, and anything else taken for sources to compare."""

from __future__ import annotations

import difflib
import importlib
import os

import click

# Two letters changed places in a word of four.
_LIKE = 0.75

COMMANDS = {
    "compare": "Compare articles; the word itself may be left out.",
    "diff": "Set two articles, or two versions of one, side by side.",
    "demo": "Compare the bundled story; nothing is downloaded.",
    "show": "Show one fact, quote, figure or article with all its words.",
    "check": "Check a summary or a claim against articles.",
    "follow": "Show what is new in a story: figures and claims over time.",
    "group": "Tell a pile of articles apart into events.",
    "batch": "Read a whole pile, compare every event, and write tables.",
    "fetch": "Keep pages in a story folder, to compare them again later.",
    "find": "List candidate articles on one event, from GDELT or feeds.",
    "teach": "Make a lesson: blind copies, worksheet, quiz and key.",
    "app": "Open storydiff as a page in your browser.",
    "serve": "Serve that page to several people, each with stories of their own.",
    "mcp": "Serve tools to a language model (Model Context Protocol).",
    "score": "Score a language model of your own on marked stories.",
    "schema": "Print the JSON Schema of comparison files.",
    "options": "Print every option with its default.",
}

EXAMPLES = (
    ("storydiff demo", "the bundled story, nothing to download"),
    ("storydiff a.txt b.html https://...", "your own articles: text, saved pages, addresses"),
    ("storydiff story/ -o report.html --open", "a folder; open the report in the browser"),
)

EXIT_CODES = (
    ("0", "compared and written"),
    ("1", "--fail-on matched"),
    ("2", "wrong usage"),
    ("3", "a source could not be read (with --strict, or fewer than two left)"),
    ("4", "the articles do not seem to be about one event"),
    ("5", "output could not be written"),
    ("70", "a mistake in the program itself"),
    ("130", "interrupted"),
)


class Front(click.Group):
    """Loads a command only when it is asked for, so that the help comes at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as in click
        """The names of the commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as in click
        """The command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"compare.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `compare` in front when the first word is no command."""
        if args and args[0] not in COMMANDS and args[0] not in ("--help", "-h", "--version"):
            if near := _near_command(args[0]):
                raise click.UsageError(
                    f"There is no command and no file {args[0]!r}. Did you mean 'storydiff {near}'?"
                )
            args = ["compare", *args]
        return super().parse_args(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples first, then the commands, the flags and the exit codes."""
        formatter.write("Usage: storydiff SOURCE SOURCE... [flags]\n")
        formatter.write("       storydiff COMMAND\n")
        formatter.write_paragraph()
        formatter.write_text(self.help or "")
        with formatter.section("Examples"):
            formatter.write_dl(EXAMPLES)
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))
        with formatter.section("Flags"):
            formatter.write_dl(self._flags(ctx))
        with formatter.section("Exit codes"):
            formatter.write_dl(EXIT_CODES)
        formatter.write_paragraph()
        formatter.write_text("'storydiff COMMAND --help' tells more about a command.")

    def _flags(self, ctx: click.Context) -> list[tuple[str, str]]:
        command = self.get_command(ctx, "compare")
        params = [*(command.params if command else ()), *self.params]
        flags = [param for param in params if isinstance(param, click.Option)]
        records = [flag.get_help_record(ctx) for flag in flags]
        return [record for record in records if record is not None]


def _near_command(word: str) -> str | None:
    """The command that a word is nearly the name of, unless it names a file, or None."""
    if os.path.lexists(word):
        return None
    return next(iter(difflib.get_close_matches(word.lower(), COMMANDS, 1, _LIKE)), None)


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if not value:
        return
    from importlib.metadata import version

    click.echo(f"storydiff {version('storydiff')}")
    ctx.exit()


@click.group(
    cls=Front,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Shows how several news outlets tell the same story: what all report, what only some "
    "report, which figures differ and which quotes were changed, with the exact words as evidence.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version and stop.",
)
def front() -> None:
    """The group itself does nothing; its help is above."""
