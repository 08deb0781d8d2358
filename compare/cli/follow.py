"""`storydiff follow FOLDER`: what is new in a story, and how its claims and figures moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from compare.cli.exits import FOUND
from compare.cli.flags import Flags, reading_flags, result_flags, screen_flags
from compare.cli.streams import print_note, print_result, screen, show_working

if TYPE_CHECKING:
    from compare.model.follows import Follow

KINDS = ("new-figure", "new", "changed", "corrected", "contradicted", "dropped")


@click.command(name="follow", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("sources", nargs=-1, required=True, metavar="FOLDER...")
@click.option(
    "--since",
    metavar="TIME",
    help="What came after this time is new, like 2031-10-14T20:00 (UTC unless a zone is given); "
    "without it, the newest article.",
)
@result_flags(KINDS)
@reading_flags
@screen_flags
def command(sources: tuple[str, ...], since: str | None, **given: Any) -> int:  # noqa: ANN401 - what click hands over
    """Follow a story: what later articles, or later versions, changed.

    FOLDER is a story folder, or several files, pages and addresses. They are taken in the order
    of their publication. Every claim has a state and a receipt for each step; every figure that
    several articles give has one line. The exit code is 1 where --fail-on names what is new.
    """
    from compare.cli.reading import read_sources
    from compare.cli.results import check_kinds, wanted_of, write_results
    from compare.cli.settings import options_for
    from compare.following.follow import follow
    from compare.formats.follows.text import follow_text
    from compare.formats.result_registry import FOLLOW_FORMATS

    flags = Flags(**given)
    check_kinds(flags.fail_on, KINDS)
    moment = _moment(since)
    wanted = wanted_of(flags, tuple(FOLLOW_FORMATS.writers), sources)
    options = options_for(flags)
    documents, unread = read_sources(sources, flags)
    with show_working("Comparing"):
        found = follow(documents, since=moment, options=options)
    found = replace(found, warnings=(*found.warnings, *unread))
    where = screen(width=flags.width, colour=False, everything=flags.verbose)
    write_results(
        wanted,
        flags,
        lambda name: FOLLOW_FORMATS.render(found, name),
        lambda: print_result(follow_text(found, where)),
    )
    return _verdict(found, flags)


def _moment(since: str | None) -> datetime | None:
    from compare.sources.dates import read_moment

    if since is None:
        return None
    try:
        return read_moment(since).when
    except ValueError as wrong:
        raise click.UsageError(f"--since: {wrong}") from wrong


def _verdict(found: Follow, flags: Flags) -> int:
    matched = [kind for kind in KINDS if kind in flags.fail_on and _has(found, kind)]
    if not matched:
        return 0
    print_note(f"--fail-on matched: {', '.join(matched)}. Look at what is new, or move --since on.")
    return FOUND


def _has(found: Follow, kind: str) -> bool:
    from compare.model.follows import StepKind

    moved = {StepKind.CHANGED, StepKind.CORRECTED, StepKind.CONTRADICTED}
    if kind == "new-figure":
        steps = [step for line in found.figures for step in line.steps if step.kind in moved]
        return bool(found.new_figures) or any(step.article in found.fresh for step in steps)
    return any(step.kind.value == kind and step.article in found.fresh for step in found.steps())
