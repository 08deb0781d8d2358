"""`storydiff score`: how well a reader of one's own does on marked stories, beside the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from compare.cli.flags import Flags, reader_flags
from compare.cli.streams import print_note, print_result, show_working

if TYPE_CHECKING:
    from compare.model.articles import Document
    from compare.reader.marks import StoryMarks
    from compare.reader.settings import Reader

BUNDLED = ("demo", "mayor-resigns", "mine-rescue")


@dataclass(slots=True)
class _Column:
    """What one way of reading came to over all stories."""

    counts: Counter[str]
    seconds: float = 0.0
    tokens: int = 0
    answers: int = 0
    not_read: int = 0


@click.command(name="score", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("story", required=False)
@click.argument("marks", required=False)
@reader_flags
@click.option("-q", "--quiet", is_flag=True, help="No notes.")
def command(story: str | None, marks: str | None, **given: Any) -> int:  # noqa: ANN401 - what click hands over
    """Score a language model of your own on marked stories, beside the rules.

    Without STORY the three bundled stories are taken. STORY is a story folder of your own and MARKS
    a JSON file with what is the same in it; docs/reader.md shows its form. Without --reader the
    rules alone are scored.
    """
    from compare.cli.settings import reader_for

    if story is not None and marks is None:
        raise click.UsageError("Name a file with the marks of the story behind it")
    flags = Flags(**given)
    reader = reader_for(flags, [story] if story is not None else [])
    print_result("\n".join(_lines(_stories(story, marks), reader)) + "\n")
    return 0


def _stories(story: str | None, marks: str | None) -> list[tuple[Sequence[Document], StoryMarks]]:
    """The documents of each story with its marks."""
    from compare.assets import asset
    from compare.reader.marks import read_marks
    from compare.sources.load import load_story

    if story is not None and marks is not None:
        places = [(Path(story), Path(marks))]
    else:
        places = [(asset("corpora", n), asset("corpora", f"gold/{n}.json")) for n in BUNDLED]
    found: list[tuple[Sequence[Document], StoryMarks]] = []
    for folder, path in places:
        documents = load_story(folder)
        found.append((documents, read_marks(path, documents)))
    return found


def _lines(
    stories: Sequence[tuple[Sequence[Document], StoryMarks]], reader: Reader | None
) -> Iterator[str]:
    """A line for each measure, with a column for the rules and one for the reader."""
    from compare.reader.scoring import measures

    columns = {"rules": _scored(stories, None)}
    if reader is not None:
        columns["reader"] = _scored(stories, reader)
    yield f"{'':26}" + "".join(f"{name:>9}" for name in columns)
    tables = [measures(column.counts) for column in columns.values()]
    for name in tables[0]:
        yield f"{name:26}" + "".join(f"{table[name]:9.3f}" for table in tables)
    yield f"{'seconds':26}" + "".join(f"{column.seconds:9.1f}" for column in columns.values())
    if reader is not None:
        column = columns["reader"]
        yield f"{'tokens':26}{'':9}{column.tokens:9,}"
        yield f"{'answers':26}{'':9}{column.answers:9,}"
        if column.not_read:
            yield (
                f"{column.not_read} of {len(stories)} stories were not read; there the reader has "
                "the result of the rules."
            )


def _scored(
    stories: Sequence[tuple[Sequence[Document], StoryMarks]], reader: Reader | None
) -> _Column:
    from compare.model.options import Options
    from compare.model.reader import ReaderOutcome
    from compare.pipeline import compare_story
    from compare.reader.scoring import counts_of

    column = _Column(Counter())
    for documents, marks in stories:
        began = perf_counter()
        with show_working(f"Comparing {len(documents)} articles"):
            comparison = compare_story(documents, Options(force=True), reader=reader)
        column.seconds += perf_counter() - began
        column.counts += counts_of(comparison, marks)
        if (use := comparison.reader) is not None:
            column.tokens += (use.tokens_in or 0) + (use.tokens_out or 0)
            column.answers += use.answers
            if use.outcome is ReaderOutcome.RULES:
                column.not_read += 1
                print_note(f"Not read: {use.why}.")
    return column
