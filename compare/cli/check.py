"""`storydiff check TEXT SOURCE...`: which statements of a text the articles bear out."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.exits import FOUND
from compare.cli.flags import Flags, reading_flags, result_flags, screen_flags
from compare.cli.streams import print_note, print_result, screen, show_working
from compare.sources.files import STANDARD_INPUT

if TYPE_CHECKING:
    from compare.model.articles import Document
    from compare.model.checks import Check

KINDS = ("contradicted", "not-found", "partly", "attributed", "quote", "left-out")


@click.command(name="check", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("text", metavar="TEXT")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@result_flags(KINDS)
@reading_flags
@screen_flags
def command(text: str, sources: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 - what click hands over
    """Check a summary, a press release or a claim against articles.

    TEXT is a file, a saved page, - for standard input, or the words themselves in quotation marks.
    Each SOURCE is read as for a comparison; one is enough. Every sentence of the text is stated,
    partly stated, given only as said by somebody, contradicted, not found or not checkable, with
    the places that show it.
    """
    from compare.checking.check import check
    from compare.cli.reading import read_sources
    from compare.cli.results import check_kinds, wanted_of, write_results
    from compare.cli.settings import options_for
    from compare.formats.checks.text import check_text
    from compare.formats.result_registry import CHECK_FORMATS

    flags = Flags(**given)
    if text == STANDARD_INPUT and STANDARD_INPUT in sources:
        raise click.UsageError("Standard input can be the text or a source, not both")
    check_kinds(flags.fail_on, KINDS)
    wanted = wanted_of(flags, tuple(CHECK_FORMATS.writers), (*_named(text), *sources))
    options = options_for(flags)
    document = _document(text, flags)
    documents, unread = read_sources(sources, flags)
    with show_working("Checking"):
        found = check(document, documents, options)
    found = replace(found, warnings=(*found.warnings, *unread))
    where = screen(width=flags.width, colour=False, everything=flags.verbose)
    write_results(
        wanted,
        flags,
        lambda name: CHECK_FORMATS.render(found, name),
        lambda: print_result(check_text(found, where)),
    )
    return _verdict(found, flags)


def _named(text: str) -> tuple[str, ...]:
    """The text as an input that may not be written over, where it is a file."""
    return () if _is_words(text) else (text,)


def _is_words(text: str) -> bool:
    """True for words themselves: they have a space, and no file has their name."""
    return " " in text.strip() and not os.path.lexists(text[:4096])


def _document(text: str, flags: Flags) -> Document:
    from compare.cli.progress import fetching_for
    from compare.sources.document import document
    from compare.sources.load import load

    if _is_words(text):
        return document(text, outlet="The text")
    if Path(text).suffix.lower() in ("", ".txt") or text == STANDARD_INPUT:
        return _plain(text)
    return load(text, fetching=fetching_for(flags))


def _plain(text: str) -> Document:
    """A text of any length, as it stands: a caption may have five words.

    One with front matter is an article, and read as such.
    """
    from compare.sources.document import document
    from compare.sources.encoding import decode
    from compare.sources.files import read_file, read_standard_input
    from compare.sources.front_matter import split_front_matter
    from compare.sources.plain import line_ends, read_plain

    data = read_standard_input() if text == STANDARD_INPUT else read_file(Path(text), source=text)
    name = "The text" if text == STANDARD_INPUT else Path(text).name
    words = decode(data, source=name)
    if split_front_matter(line_ends(words), source=name).fields:
        return read_plain(words, outlet=name, source=name)
    return document(words, outlet=name)


def _verdict(found: Check, flags: Flags) -> int:
    matched = [kind for kind in KINDS if kind in flags.fail_on and _has(found, kind)]
    if not matched:
        return 0
    print_note(
        f"--fail-on matched: {', '.join(matched)}. Mend the text, or take the kind off the list."
    )
    return FOUND


def _has(found: Check, kind: str) -> bool:
    from compare.model.checks import DoubtKind

    if kind == "left-out":
        return bool(found.left_out)
    if kind == "quote":
        wrong = {DoubtKind.QUOTE, DoubtKind.ALTERED, DoubtKind.SPEAKER}
        return any(doubt.kind in wrong for one in found.statements for doubt in one.doubts)
    return any(one.state.value == kind.replace("-", " ") for one in found.statements)
