"""`storydiff group SOURCE...`: which articles belong together."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.exits import UNREADABLE
from compare.cli.flags import Flags, web_flags
from compare.cli.streams import print_note, print_result, show_working
from compare.text.control_characters import one_line

if TYPE_CHECKING:
    from compare.align.pile import PileEvent
    from compare.model.articles import Document
    from compare.sources.load import LoadedSources

# Outlets that are named in the line of an event; the others are counted.
_NAMED = 4


@click.command(name="group", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-o", "--output", metavar="FOLDER", help="Write a story folder for each event there.")
@click.option("--json", "as_json", is_flag=True, help="JSON alone on standard output.")
@click.option("--strict", is_flag=True, help="A source that cannot be read is an error.")
@web_flags
@click.option("-q", "--quiet", is_flag=True, help="No notes.")
@click.option("-v", "--verbose", is_flag=True, help="List the articles of each event.")
def command(
    sources: tuple[str, ...],
    output: str | None,
    as_json: bool,
    verbose: bool,
    **given: Any,  # noqa: ANN401 - what click hands over
) -> int:
    """Tell a pile of articles apart into events; nothing is compared.

    One line for each event: how many articles, of which outlets, from when to when, how many are
    copies of another. With -o each event of two or more articles becomes a story folder, which
    'storydiff FOLDER' compares.
    """
    from compare.align.pile import events_of
    from compare.cli.progress import fetching_for, progress
    from compare.formats.highlights import skipped_text
    from compare.sources.load import load_all

    flags = Flags(verbose=verbose, **given)
    if output:
        from compare.sources.story_folder import check_new

        check_new(Path(output))
    with progress(sources, quiet=flags.quiet) as told:
        loaded = load_all(list(sources), fetching=fetching_for(flags), told=told)
    for one in loaded.skipped if not flags.quiet else ():
        print_note(one_line(skipped_text(one)))
    if not loaded.documents or (flags.strict and loaded.skipped):
        return UNREADABLE
    with show_working(f"Grouping {len(loaded.documents)} articles"):
        events = events_of(loaded.documents)
    if as_json:
        tree = json.dumps(_tree(events, loaded), ensure_ascii=False, indent=2)
        print_result(f"{tree}\n".encode("utf-8", "replace"))
    else:
        print_result("\n".join([*_lines(events, loaded.documents, verbose=verbose), ""]))
    several = [event for event in events if len(event.articles) > 1]
    if output and several:
        _write(Path(output), several, loaded.documents, quiet=flags.quiet)
    elif not flags.quiet:
        print_note(_next(several, loaded.documents, output))
    return 0


def _lines(
    events: Sequence[PileEvent], documents: Sequence[Document], *, verbose: bool
) -> Iterator[str]:
    several = [event for event in events if len(event.articles) > 1]
    single = [event for event in events if len(event.articles) == 1]
    width = len(str(len(several)))
    for number, event in enumerate(several, 1):
        yield f"{number:>{width}}  {_line(event, [documents[i] for i in event.articles])}"
        if verbose:
            copied = {index for group in event.copies for index in group}
            for index in event.articles:
                mark = ", shares most of its words" if index in copied else ""
                yield f"{'':>{width}}    {_named(documents[index])}{mark}"
    if single:
        noun = "article is" if len(single) == 1 else "articles are each"
        yield f"{len(single)} {noun} alone on an event{':' if verbose else '.'}"
        if verbose:
            yield from (f"    {_named(documents[event.articles[0]])}" for event in single)


def _line(event: PileEvent, articles: Sequence[Document]) -> str:
    from compare.align.languages import languages_told

    outlets = [one_line(outlet) for outlet in event.outlets]
    if len(outlets) > _NAMED:
        outlets = [*outlets[: _NAMED - 1], f"{len(outlets) - _NAMED + 1} more"]
    copied = sum(len(group) - 1 for group in event.copies)
    parts = [
        f"{len(event.articles)} articles",
        ", ".join(outlets),
        _span(event.first, event.last),
        f"{copied} {'copy' if copied == 1 else 'copies'}" if copied else "",
        languages_told(articles),
        f"“{one_line(event.title)}”" if event.title else "",
    ]
    return "; ".join(part for part in parts if part)


def _span(first: datetime | None, last: datetime | None) -> str:
    if first is None or last is None:
        return "no time known"
    one, other = (when.astimezone(UTC).strftime("%Y-%m-%d %H:%M") for when in (first, last))
    return f"{one} UTC" if one == other else f"{one} to {other} UTC"


def _named(document: Document) -> str:
    headline = f": {one_line(document.headline)}" if document.headline else ""
    return f"{one_line(document.source or '-')} ({one_line(document.outlet)}){headline}"


def _tree(events: Sequence[PileEvent], loaded: LoadedSources) -> dict[str, object]:
    """The events for other programs; articles by their number in the order they were read."""
    from compare.align.languages import languages_of

    return {
        "events": [
            {
                "title": event.title,
                "outlets": list(event.outlets),
                "first": event.first.isoformat() if event.first else None,
                "last": event.last.isoformat() if event.last else None,
                "articles": list(event.articles),
                "copies": [list(group) for group in event.copies],
                "languages": languages_of([loaded.documents[i] for i in event.articles]),
            }
            for event in events
        ],
        "articles": [
            {
                "source": document.source,
                "outlet": document.outlet,
                "headline": document.headline,
                "published": document.published.isoformat() if document.published else None,
                "url": document.url,
                "language": document.language,
            }
            for document in loaded.documents
        ],
        "skipped": [
            {"source": one.source, "reason": one.reason, "advice": one.advice}
            for one in loaded.skipped
        ],
    }


def _write(
    folder: Path, events: Sequence[PileEvent], documents: Sequence[Document], *, quiet: bool
) -> None:
    from compare.sources.event_folders import EventFolder, write_events
    from compare.sources.load import title_of

    folders = []
    for event in events:
        members = tuple(documents[index] for index in event.articles)
        folders.append(EventFolder(title=event.title or title_of(members), documents=members))
    names = write_events(folder, folders)
    if not quiet:
        print_note(f"Written: {folder}, {len(names)} story folder{'s' if len(names) > 1 else ''}")
        print_note(f"Next: storydiff {shlex.quote(str(folder / names[0]))}")


def _next(several: Sequence[PileEvent], documents: Sequence[Document], output: str | None) -> str:
    if not several:
        told = f"{output} was not written: n" if output else "N"
        return f"{told}o two articles are about one event, so there is nothing to compare."
    from compare.align.languages import languages_of

    languages = [languages_of([documents[i] for i in event.articles]) for event in several]
    if not (one := [e for e, held in zip(several, languages, strict=True) if len(held) == 1]):
        return "Articles in several languages are not compared; give those of one language."
    names = [documents[index].source or "-" for index in one[0].articles]
    every = [document.source for document in documents]
    if "-" in names or any(every.count(name) > 1 for name in names) or len(names) > _NAMED:
        return "Next: write story folders with -o FOLDER, then compare one of them."
    return f"Next: storydiff {shlex.join(names)}"
