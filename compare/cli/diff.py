"""`storydiff diff A B`: two articles, or two versions of one, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.flags import Flags, screen_flags, source_flags
from compare.cli.outputs import check_output, check_standard_output, inputs_of
from compare.cli.streams import print_note, print_result, screen

if TYPE_CHECKING:
    from compare.model.articles import Document
    from compare.model.diff import Diff
    from compare.sources.load import LoadedSources

VERSIONS, OUTLETS = "versions", "outlets"
PAGE = "storydiff-diff.html"


@click.command(name="diff", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("sources", nargs=-1, metavar="A B")
@click.option(
    "--as",
    "how",
    type=click.Choice((VERSIONS, OUTLETS)),
    help="Take them for versions of one article or for articles of two outlets; without it texts "
    "of one address, or with much of their words in common, are versions.",
)
@click.option(
    "--pair", metavar="A,B", help="Which two, by their letters, where the sources hold more."
)
@click.option("--split", is_flag=True, help="Two columns instead of one with - and +.")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    help="Write there; the suffix names the format: .html .json .txt. '-' is standard output. "
    "Repeatable.",
)
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    help="The format where there is no suffix: html, json or txt.",
)
@click.option("--json", "as_json", is_flag=True, help="JSON alone on standard output.")
@click.option("--open", "open_report", is_flag=True, help="Open the page in the browser.")
@source_flags
@screen_flags
def command(
    sources: tuple[str, ...],
    how: str | None,
    pair: str | None,
    split: bool,
    **given: Any,  # noqa: ANN401 - what click hands over
) -> int:
    """Set two articles side by side, word by word, or two versions of one.

    A and B are files, saved pages or addresses. One story folder, or one comparison file made by
    --json, does as well; with more than two articles --pair names the two. Of two outlets the
    statements stand beside each other that state the same; of two versions the sentences, and what
    was put in, taken out, changed and moved is marked.
    """
    if not sources:
        raise click.UsageError("There is nothing to set side by side: name two articles")
    from compare.formats.diff_registry import diff_targets, render_diff
    from compare.formats.registry import write_bytes

    flags = Flags(**given)
    targets = diff_targets(flags.outputs, flags.format_name, as_json=flags.as_json)
    if flags.open_report and not any(t.path and t.format == "html" for t in targets):
        from compare.formats.diff_registry import DiffTarget

        targets = (*targets, DiffTarget(Path(PAGE), "html"))
    inputs = inputs_of(sources, flags)
    check_standard_output(inputs)
    for target in targets:
        if target.path is not None:
            check_output(target.path, inputs)
    diff = _diff(sources, flags, how, pair)
    for target in targets:
        if target.path is not None:
            write_bytes(render_diff(diff, target.format), target.path)
        elif target.format != "txt":
            print_result(render_diff(diff, target.format))
    on_screen = not any(t.path is None and t.format != "txt" for t in targets)
    if on_screen and not (flags.quiet and targets):
        _print(diff, flags, split=split)
    for target in targets:
        if target.path is not None and not flags.quiet:
            print_note(f"Written: {target.path}")
    if flags.open_report:
        from compare.cli.delivery import open_page

        open_page(next(t.path for t in targets if t.path and t.format == "html"))
    return 0


def _print(diff: Diff, flags: Flags, *, split: bool) -> None:
    from compare.formats.diff_text import diff_text

    where = screen(width=flags.width, colour=not flags.no_color, everything=flags.verbose)
    print_result(diff_text(diff, where, split=split), coloured=where.colour)


def _diff(sources: tuple[str, ...], flags: Flags, how: str | None, pair: str | None) -> Diff:
    """The two articles that were asked for, side by side.

    UsageError when it is not clear which two; CompareError says what could not be read or compared.
    """
    from compare.cli.reading import (
        compare_documents,
        load_sources,
        report_sources,
        stored_comparison,
    )
    from compare.cli.settings import options_for, reader_for
    from compare.diff.outlets import diff_outlets
    from compare.diff.versions import are_versions, diff_versions

    options = options_for(flags)
    stored = stored_comparison(sources[0]) if len(sources) == 1 else None
    if stored is not None:
        letters = _two([a.letter for a in stored.articles], pair)
        if how != VERSIONS:
            return diff_outlets(stored, *letters)
        return diff_versions(*(stored.article(letter).document for letter in letters))
    loaded = load_sources(sources, flags)
    if len(loaded.documents) < 2 or (flags.strict and loaded.skipped):
        # Tells what was skipped, and raises.
        compare_documents(loaded, options, flags)
    letters, (one, other) = _chosen(loaded, pair)
    if how == VERSIONS or (how is None and are_versions(one, other)):
        report_sources(loaded.documents, loaded.skipped, flags)
        return diff_versions(one, other)
    comparison = compare_documents(loaded, options, flags, reader_for(flags, sources))
    return diff_outlets(comparison, *letters)


def _chosen(
    loaded: LoadedSources, pair: str | None
) -> tuple[tuple[str, str], tuple[Document, Document]]:
    from compare.model.letters import index, letter

    letters = _two([letter(at) for at in range(len(loaded.documents))], pair)
    one, other = (loaded.documents[index(each)] for each in letters)
    return letters, (one, other)


def _two(known: list[str], pair: str | None) -> tuple[str, str]:
    """The two letters that were asked for, or the only two that there are."""
    named = [name.strip().upper() for name in pair.split(",")] if pair else known
    if len(named) != 2 or named[0] == named[1] or not set(named) <= set(known):
        first, last = known[0], known[-1]
        raise click.UsageError(
            f"Two articles can be set side by side, and there are {len(known)}: choose two from "
            f"{first} to {last}, as in --pair {first},{last}"
        )
    return named[0], named[1]
