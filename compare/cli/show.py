"""`storydiff show FACT`: one fact in every wording."""

from __future__ import annotations

from typing import Any

import click

from compare.cli.flags import Flags, screen_flags, source_flags
from compare.cli.streams import put, screen


@click.command(name="show", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("fact", metavar="FACT")
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@source_flags
@screen_flags
def command(fact: str, sources: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 - what click hands over
    """Show one fact: every wording with its place, why they were joined, and who lacks it.

    FACT is its number (f2) or its lasting id (f-3fa9c1). Without a SOURCE it is looked up in the
    bundled story.
    """
    from compare.cli.reading import bundled, compared
    from compare.formats.fact_text import find_fact, show

    flags = Flags(**given)
    comparison = compared(sources, flags) if sources else bundled(flags)
    where = screen(width=flags.width, colour=not flags.no_color, everything=flags.verbose)
    put(show(comparison, find_fact(comparison, fact), where))
    return 0
