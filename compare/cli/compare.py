"""`storydiff SOURCE...`: compare articles."""

from __future__ import annotations

import shlex
from typing import Any

import click

from compare.cli.flags import Flags, output_flags, screen_flags, source_flags
from compare.cli.streams import print_note
from compare.sources.files import STANDARD_INPUT

# A longer command is not copied from a line that wraps.
_SHORT = 72


@click.command(name="compare", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("sources", nargs=-1, metavar="SOURCE SOURCE...")
@output_flags
@source_flags
@screen_flags
def command(sources: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 - what click hands over
    """Compare two or more articles about one event.

    A SOURCE is a text file, a saved page, a JSON file, a story folder, or - for standard input.
    One comparison file made by --json is shown or written again without comparing anew.
    """
    if not sources:
        raise click.UsageError("There is nothing to compare: name two or more articles")
    from compare.cli.delivery import deliver, targets
    from compare.cli.reading import compare_sources

    flags = Flags(**given)
    wanted = targets(flags, sources)
    comparison = compare_sources(sources, flags)
    code = deliver(comparison, wanted, flags)
    if code == 0 and not wanted and not flags.quiet:
        print_note(f"Next: {_again(sources)}, or -o report.html")
    return code


def _again(sources: tuple[str, ...]) -> str:
    """The command that shows one fact of these sources; standard input cannot be read twice."""
    command = f"storydiff show f1 {shlex.join(sources)}"
    if len(command) > _SHORT or STANDARD_INPUT in sources:
        return "'storydiff show f1' with the same sources"
    return command
