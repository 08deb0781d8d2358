"""`storydiff show NAME`: one fact, quote, figure, contrast of words or article."""

from __future__ import annotations

from typing import Any

import click

from compare.cli.flags import Flags, screen_flags, source_flags
from compare.cli.streams import print_result, screen


@click.command(name="show", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("name", metavar="NAME")
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@source_flags
@screen_flags
def command(name: str, sources: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 - what click hands over
    """Show one thing with all its words and places.

    NAME is a fact (f2): every wording, why they were joined, and who lacks it; a quote (q1): every
    version; a figure (n3); words that stand for each other (w4); each by its number or its lasting
    id (f-3fa9c1); or the letter of an article (A): where every sentence of it went. Without a
    SOURCE it is looked up in the bundled story.
    """
    from compare.cli.reading import compare_bundled, compare_sources
    from compare.formats.details import details

    flags = Flags(**given)
    comparison = compare_sources(sources, flags) if sources else compare_bundled(flags)
    where = screen(width=flags.width, colour=not flags.no_color, everything=flags.verbose)
    print_result(details(comparison, name, where), coloured=where.colour)
    return 0
