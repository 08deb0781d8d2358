"""`storydiff SOURCE...`: compare articles."""

from __future__ import annotations

from typing import Any

import click

from compare.cli.flags import Flags, output_flags, screen_flags, source_flags
from compare.cli.streams import note


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
    from compare.cli.reading import compared

    flags = Flags(**given)
    wanted = targets(flags, sources)
    comparison = compared(sources, flags)
    code = deliver(comparison, wanted, flags)
    if not wanted and not flags.quiet:
        note("Next: 'storydiff show f1' with the same sources, or -o report.html")
    return code
