"""`storydiff find WORDS`: articles on one event that could be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from compare.cli.exits import UNREADABLE
from compare.cli.flags import Flags, web_flags
from compare.cli.streams import print_note, print_result
from compare.text.control_characters import one_line

if TYPE_CHECKING:
    from compare.sources.candidates import Candidate


@click.command(name="find", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("query", metavar="WORDS")
@click.option(
    "--from",
    "places",
    multiple=True,
    required=True,
    metavar="PLACE",
    help="'gdelt', or the file or address of a feed, an OPML file, a sitemap or a page that names "
    "its feeds; repeatable.",
)
@click.option("--days", type=click.IntRange(1, 90), default=3, help="How far to look back.")
@click.option("--limit", type=click.IntRange(1, 250), default=30, help="How many to list.")
@click.option("--urls", is_flag=True, help="Print the addresses alone.")
@web_flags
@click.option("-q", "--quiet", is_flag=True, help="No notes.")
def command(
    query: str,
    places: tuple[str, ...],
    days: int,
    limit: int,
    urls: bool,
    quiet: bool,
    **given: Any,  # noqa: ANN401 - what click hands over
) -> int:
    """List articles that may be about one event, the best match first; nothing is compared.

    WORDS are looked for in titles and summaries; half of them must be there. With 'gdelt' they go
    to the GDELT project, which searches whole articles.
    """
    from compare.cli.progress import fetching_for, progress
    from compare.sources.discovery import find_articles

    flags = Flags(quiet=quiet, **given)
    with progress(places, quiet=quiet) as told:
        found = find_articles(query, places, fetching_for(flags), days=days, limit=limit, told=told)
    if not quiet:
        for wrong in found.problems:
            print_note(str(wrong))
    print_result("".join(_lines(place, one, urls) for place, one in enumerate(found.candidates, 1)))
    if found.candidates:
        return 0
    if not quiet:
        print_note("No article was found. Use fewer or other words, more --days, or another place.")
    return UNREADABLE if len(found.problems) >= len(places) else 0


def _lines(number: int, candidate: Candidate, urls: bool) -> str:
    if urls:
        return f"{one_line(candidate.url)}\n"
    day = candidate.seen.date().isoformat() if candidate.seen else "no date   "
    told = one_line(f"{candidate.outlet}: {candidate.title or 'no title'}")
    return f"{number:>3}  {day}  {told}\n     {one_line(candidate.url)}\n"
