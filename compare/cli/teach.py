"""`storydiff teach STORY`: a folder with everything for one lesson."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.flags import Flags, source_flags
from compare.cli.outputs import check_lesson, inputs_of
from compare.cli.streams import print_note, print_result
from compare.errors import MissingExtra

if TYPE_CHECKING:
    from compare.model.comparison import Comparison
    from compare.model.teaching import TeachPlan

FOLDER = "storydiff-lesson"
# The stories in the package, ready for a lesson; a file or folder of that name comes first.
READY = ("demo", "mine-rescue", "mayor-resigns")
MOST = 60
LEVELS = ("find", "compare", "explain")


@click.command(name="teach", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("sources", nargs=-1, required=True, metavar="STORY...")
@click.option(
    "-o",
    "--output",
    "output",
    default=FOLDER,
    metavar="FOLDER",
    help="Write there.",
    show_default=True,
)
@click.option(
    "--questions", type=click.IntRange(1, MOST), default=9, help="How many.", show_default=True
)
@click.option(
    "--level",
    "levels",
    multiple=True,
    type=click.Choice(LEVELS),
    help="Only questions of this level; repeatable.",
)
@click.option(
    "--language-level",
    type=click.Choice(("usual", "plain")),
    default="usual",
    help="'plain' asks in short sentences and simple words.",
)
@click.option(
    "--seed", type=click.IntRange(0), default=1, help="Another number draws another sheet."
)
@click.option(
    "--docx", is_flag=True, help="Word files are a must; else they are made if that can be done."
)
@click.option(
    "--hide", multiple=True, metavar="WORDS", help="Take words out of the copies; repeatable."
)
@click.option(
    "--keep",
    multiple=True,
    metavar="WORDS",
    help="Words that may stay though they could give an outlet away; repeatable.",
)
@source_flags
@click.option("-q", "--quiet", is_flag=True, help="No notes.")
def command(
    sources: tuple[str, ...],
    output: str,
    questions: int,
    levels: tuple[str, ...],
    language_level: str,
    seed: int,
    docx: bool,
    hide: tuple[str, ...],
    keep: tuple[str, ...],
    quiet: bool,
    **given: Any,  # noqa: ANN401 - what click hands over
) -> int:
    """Make a lesson from articles: blind copies, worksheet, quiz, key and exports.

    STORY is what `storydiff` compares: a story folder, files or addresses. Three invented stories
    come with the program and need no network: 'demo' (a ferry fire, four outlets), 'mine-rescue'
    (an explosion in a pit, five) and 'mayor-resigns' (a city's mayor resigns, six). A [teach] table
    in the story.toml of a folder pins, drops and rewrites questions.
    """
    from compare.teach.lesson import lesson
    from compare.teach.pack import NAMES, lesson_files, write_files
    from compare.teach.question import Level
    from compare.teach.question_choice import Wish

    flags = Flags(quiet=quiet, **given)
    check_lesson(Path(output), NAMES, inputs_of(sources, flags))
    plan = _plan(sources, hide, keep)
    wish = Wish(
        count=questions,
        levels=tuple(Level(level) for level in levels) or tuple(Level),
        plain=language_level == "plain",
    )
    comparison = _comparison(sources, flags)
    read = [each.document.source for each in comparison.articles if each.document.source]
    check_lesson(Path(output), NAMES, read)
    made = lesson(comparison, wish, seed=seed, plan=plan)
    packed = lesson_files(made, word=_with_word(docx, quiet))
    write_files(packed, Path(output))
    print_result("".join(f"{Path(output) / name}\n" for name in packed))
    if not quiet:
        few = len(made.questions) < questions
        print_note(f"{len(made.questions)} questions{', more are not certain' if few else ''}.")
        for reason in made.missing:
            print_note(reason)
        print_note(f"Next: open {Path(output) / 'teacher' / 'teacher.html'}")
    return 0


def _comparison(sources: tuple[str, ...], flags: Flags) -> Comparison:
    from compare.cli.reading import compare_bundled, compare_sources

    if len(sources) == 1 and sources[0] in READY and not os.path.lexists(sources[0]):
        return compare_bundled(flags, sources[0])
    return compare_sources(sources, flags)


def _plan(sources: tuple[str, ...], hide: tuple[str, ...], keep: tuple[str, ...]) -> TeachPlan:
    """What the story file says of the lesson, where one folder is all that is given, and flags."""
    from compare.model.teaching import TeachPlan
    from compare.sources.files import is_folder
    from compare.sources.teaching import read_plan

    folder = Path(sources[0])
    one = len(sources) == 1 and is_folder(folder)
    plan = read_plan(folder, source=sources[0]) if one else TeachPlan()
    return replace(plan, hide=(*plan.hide, *hide), keep=(*plan.keep, *keep))


def _with_word(wanted: bool, quiet: bool) -> bool:
    """Whether to make Word files; asked for by name, a missing package is an error."""
    from compare.teach.word_files import check_word

    try:
        check_word()
    except MissingExtra as missing:
        if wanted:
            raise
        if not quiet:
            print_note(f"Without Word files. {missing}")
        return False
    return True
