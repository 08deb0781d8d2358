"""`storydiff fetch URL...`: keep pages, to compare them again later."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.exits import UNREADABLE
from compare.cli.flags import Flags, web_flags
from compare.cli.streams import print_note, print_result
from compare.errors import SourceError
from compare.text.control_characters import one_line

if TYPE_CHECKING:
    from compare.sources.story_folder import KeptPage


@click.command(name="fetch", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("addresses", nargs=-1, required=True, metavar="URL...")
@click.option("-o", "--output", metavar="FOLDER", help="Write a story folder there.")
@click.option("--warc", metavar="FILE", help="Write the pages as a web archive, FILE.warc.gz.")
@click.option("--strict", is_flag=True, help="Write nothing if a page cannot be read.")
@web_flags
@click.option("-q", "--quiet", is_flag=True, help="No notes.")
def command(
    addresses: tuple[str, ...],
    output: str | None,
    warc: str | None,
    strict: bool,
    quiet: bool,
    **given: Any,  # noqa: ANN401 - what click hands over
) -> int:
    """Fetch articles and keep them: as a story folder, as a web archive, or in the cache alone.

    The folder holds the pages as they came and a story.toml, and can be compared like any other
    story: 'storydiff FOLDER'.
    """
    flags = Flags(quiet=quiet, strict=strict, **given)
    _check_places(output, warc)
    kept, failed = _fetched(addresses, flags)
    for one in kept:
        words = len(one.document.text.split())
        print_result(f"{one_line(one.document.outlet)}  {words} words  {one.page.url}\n")
    for wrong in failed:
        print_note(str(wrong))
    if not kept or (strict and failed):
        return UNREADABLE
    _write(kept, output, warc, quiet=quiet)
    return 0


def _fetched(addresses: tuple[str, ...], flags: Flags) -> tuple[list[KeptPage], list[SourceError]]:
    """The pages with one article each, and an error for every other address."""
    from compare.cli.progress import fetching_for, progress
    from compare.errors import UnreadableSource
    from compare.sources.story_folder import KeptPage
    from compare.sources.web import read_pages

    with progress(addresses, quiet=flags.quiet) as told:
        found = read_pages(addresses, fetching_for(flags), told=told)
    kept: list[KeptPage] = []
    failed: list[SourceError] = []
    for source, (page, result) in found.items():
        if isinstance(result, SourceError):
            failed.append(result)
        elif page is None or len(result.documents) != 1:
            reason = f"it holds {len(result.documents)} articles, not one"
            failed.append(UnreadableSource(source, reason, "Give the address of one article"))
        else:
            kept.append(KeptPage(page=page, document=result.documents[0]))
    return kept, failed


def _check_places(output: str | None, warc: str | None) -> None:
    """FormatError or UsageError for a place that can or may not be written to."""
    from compare.cli.outputs import check_archive
    from compare.sources.story_folder import check_new

    if output:
        check_new(Path(output))
    if warc:
        check_archive(Path(warc))


def _write(kept: list[KeptPage], output: str | None, warc: str | None, *, quiet: bool) -> None:
    from compare.formats.registry import write_bytes
    from compare.sources.load import title_of
    from compare.sources.story_folder import write_story
    from compare.sources.warc import write_warc

    if output:
        write_story(Path(output), kept, title=title_of([one.document for one in kept]))
    if warc:
        write_bytes(write_warc(one.page for one in kept), Path(warc))
    for written in filter(None, (output, warc)):
        if not quiet:
            print_note(f"Written: {written}")
    if not quiet and not output and not warc:
        print_note("The pages are in the cache. Next: compare them, with --offline if you like")
