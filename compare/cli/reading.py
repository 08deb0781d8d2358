"""From the sources on the command line to a comparison, with what happened told on the way."""

from __future__ import annotations

import shlex
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from compare.assets import asset
from compare.cli.flags import Flags
from compare.cli.settings import options_for, reader_for
from compare.cli.streams import print_note, show_working
from compare.errors import (
    CompareError,
    FormatError,
    SourceError,
    TooFewArticles,
    UnreadableSource,
    UnrelatedStories,
)
from compare.model.articles import Document
from compare.model.comparison import Comparison
from compare.model.letters import index
from compare.model.story import Skipped
from compare.sources.files import STANDARD_INPUT
from compare.text.control_characters import one_line

if TYPE_CHECKING:
    from compare.model.corrections import Correction
    from compare.model.options import Options
    from compare.reader.settings import Reader
    from compare.sources.load import LoadedSources
    from compare.text.tone import ToneList

Titled = TypeVar("Titled", "Comparison", "LoadedSources")

BUNDLED = "demo"
_LARGEST = 256 * 1024 * 1024


def compare_sources(sources: Sequence[str], flags: Flags) -> Comparison:
    """The comparison of the sources, or the one in the single comparison file that was given.

    CompareError says what could not be read or compared, and what to do next.
    """
    options = options_for(flags)
    if len(sources) == 1 and (stored := stored_comparison(sources[0])) is not None:
        return _titled(stored, flags)
    reader = reader_for(flags, sources)
    return compare_documents(load_sources(sources, flags), options, flags, reader)


def load_sources(sources: Sequence[str], flags: Flags) -> LoadedSources:
    """What could be read of the sources, and what could not; nothing is told of it yet."""
    from compare.cli.progress import fetching_for, progress
    from compare.sources.load import load_all

    with progress(sources, quiet=flags.quiet) as told:
        return load_all(list(sources), fetching=fetching_for(flags), told=told)


def read_sources(
    sources: Sequence[str], flags: Flags
) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    """All articles that can be read, and a sentence for the reader of each that could not.

    The latter are told on the way as well. UnreadableSource with --strict where one could not be
    read, and where none could.
    """
    from compare.formats.highlights import skipped_text

    loaded = load_sources(sources, flags)
    report_sources(loaded.documents if flags.verbose else (), loaded.skipped, flags)
    if flags.strict and loaded.skipped:
        raise _Strict(len(loaded.skipped))
    return loaded.documents, tuple(f"Not read: {skipped_text(one)}" for one in loaded.skipped)


def compare_bundled(flags: Flags, story: str = BUNDLED) -> Comparison:
    """The comparison of a story in the package, the same wherever that is installed."""
    from compare.sources.load import load_all

    loaded = load_all([asset("corpora", story)])
    documents = tuple(
        replace(document, source=f"{story}/{Path(document.source or '').name}")
        for document in loaded.documents
    )
    loaded = replace(loaded, documents=documents)
    return compare_documents(loaded, options_for(flags), flags, reader_for(flags, ()))


def compare_documents(
    loaded: LoadedSources, options: Options, flags: Flags, reader: Reader | None = None
) -> Comparison:
    """The comparison of what was read; what happened on the way is told first."""
    loaded = _titled(loaded, flags)
    report_sources(loaded.documents, loaded.skipped, flags)
    _check_enough(loaded, flags)
    from compare.sources.word_list import read_word_list

    lists = [read_word_list(path) for path in flags.words]
    corrections = [*loaded.corrections, *_own_corrections(flags)]
    try:
        with show_working(f"Comparing {len(loaded.documents)} articles"):
            try:
                return _comparison(loaded, options, lists, corrections, reader)
            except CompareError:
                raise
            except Exception:
                rest = _analysable(loaded, options)
                if rest.documents == loaded.documents:
                    raise
        report_sources((), rest.skipped[len(loaded.skipped) :], flags)
        _check_enough(rest, flags)
        return _comparison(rest, options, lists, corrections, reader)
    except UnrelatedStories as wrong:
        command = _first_event(wrong, loaded.documents)
        if not command:
            raise
        advice = f"Compare them apart: {command} (or add --force to compare them all the same)."
        raise UnrelatedStories(wrong.reason, advice, wrong.groups) from wrong


def _titled(what: Titled, flags: Flags) -> Titled:
    """The same under the title of the flag, if one is given."""
    return replace(what, story=replace(what.story, title=flags.title)) if flags.title else what


def _first_event(wrong: UnrelatedStories, documents: Sequence[Document]) -> str:
    """The command that compares the largest group; nothing where it cannot be named by sources."""
    largest = max(wrong.groups, key=len, default=())
    every = Counter(document.source for document in documents)
    names = [documents[index(letter)].source or STANDARD_INPUT for letter in largest]
    if len(names) < 2 or STANDARD_INPUT in names or any(every[name] > 1 for name in names):
        return ""
    return f"storydiff {shlex.join(names)}"


def _check_enough(loaded: LoadedSources, flags: Flags) -> None:
    if flags.strict and loaded.skipped:
        raise _Strict(len(loaded.skipped))
    if len(loaded.documents) < 2:
        raise TooFewArticles(len(loaded.documents))


def _comparison(
    loaded: LoadedSources,
    options: Options,
    lists: Sequence[ToneList],
    corrections: Sequence[Correction],
    reader: Reader | None,
) -> Comparison:
    from compare.pipeline import compare_story

    return compare_story(
        loaded.documents,
        options,
        story=loaded.story,
        lists=lists,
        corrections=corrections,
        reader=reader,
    )


def _analysable(loaded: LoadedSources, options: Options) -> LoadedSources:
    """What was read without the articles that no comparison can take in, each now a skipped one."""
    from compare.align.article_order import letter_documents
    from compare.annotation.article import annotate
    from compare.sources.isolation import isolate_errors

    documents: list[Document] = []
    skipped = list(loaded.skipped)
    for document, named in zip(loaded.documents, letter_documents(loaded.documents), strict=True):
        try:
            with isolate_errors(document.source or document.outlet):
                annotate(named, parse=options.parse)
            documents.append(document)
        except SourceError as wrong:
            skipped.append(Skipped(source=wrong.source, reason=wrong.reason, advice=wrong.advice))
    story = replace(loaded.story, skipped=tuple(skipped))
    return replace(loaded, documents=tuple(documents), skipped=tuple(skipped), story=story)


def _own_corrections(flags: Flags) -> tuple[Correction, ...]:
    from compare.sources.corrections import read_corrections

    return read_corrections(flags.corrections) if flags.corrections is not None else ()


class _Strict(UnreadableSource):
    """With --strict, a source that could not be read ends the run."""

    def __init__(self, count: int) -> None:
        noun = "source" if count == 1 else "sources"
        CompareError.__init__(
            self, f"{count} {noun} could not be read. Mend the list, or leave out --strict."
        )


def stored_comparison(source: str) -> Comparison | None:
    """The comparison in a file that `--json` made, or None when the source is something else."""
    path = Path(source)
    try:
        if path.suffix.lower() != ".json" or not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        data = path.read_bytes()
    except (OSError, ValueError):
        return None
    from compare.formats.json import is_comparison, parse

    if not is_comparison(data):
        return None
    try:
        return parse(data)
    except FormatError as wrong:
        raise _Damaged(source, wrong) from wrong


class _Damaged(UnreadableSource):
    """A comparison file that cannot be read back."""

    def __init__(self, source: str, wrong: FormatError) -> None:
        CompareError.__init__(self, f"{source}: {wrong}")


def report_sources(documents: Sequence[Document], skipped: Sequence[Skipped], flags: Flags) -> None:
    """What was read and what was not, when that is of interest."""
    from compare.formats.highlights import skipped_text

    few = len(documents) < 2
    good, bad = _marks()
    if flags.verbose or (few and not flags.quiet):
        for document in documents:
            print_note(f"{good} {one_line(document.outlet)}  {len(document.text.split())} words")
            if flags.verbose:
                for known in document.provenance:
                    print_note(f"    {known.field}: {one_line(known.source)}")
    if skipped and not flags.quiet:
        for one in skipped:
            print_note(f"{bad} {one_line(skipped_text(one))}")


def _marks() -> tuple[str, str]:
    try:
        "✓✗".encode(getattr(sys.stderr, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        return "+", "x"
    return "✓", "✗"
