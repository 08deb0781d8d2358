"""The way in: addresses, files, saved pages, folders and standard input become documents."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import SourceError, UnreadableSource
from compare.model.articles import Document
from compare.model.corrections import Correction
from compare.model.story import Skipped, StoryDocuments, StoryInfo
from compare.sources.article_file import read_article_file
from compare.sources.corrections import corrections_beside
from compare.sources.files import STANDARD_INPUT, is_folder, read_file, read_standard_input
from compare.sources.isolation import isolate_errors
from compare.sources.records import Records
from compare.sources.story import SourceStory, read_story
from compare.text.fold import folded_text
from compare.text.numbers import numbers
from compare.text.words import STOP, words

if TYPE_CHECKING:
    from compare.sources.fetch.fetcher import Told
    from compare.sources.fetch.settings import Fetching

Source = str | os.PathLike[str]

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://|www\.|(?:javascript|data|file):", re.IGNORECASE)
NAMES_IN_TITLE = 3
WORDS_IN_TITLE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedSources:
    """Every article that could be read, in the order given, and every source that could not.

    `corrections` are those that lie in the story folders.
    """

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    story: StoryInfo
    corrections: tuple[Correction, ...] = ()


def load(source: Source, *, fetching: Fetching | None = None) -> Document:
    """Return the one article of `source`: an address, a file, a saved page; "-" is standard input.

    `fetching` says how addresses are fetched; without it pages are kept in the user's cache. Raises
    a SourceError that says what is wrong and what to do; a folder or a file with several articles
    is for `load_story`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "harbour-times.txt")
    ...     _ = path.write_text("The ferry burned.", encoding="utf-8")
    ...     load(path).text
    'The ferry burned.'
    """
    name = os.fspath(source)
    story = _Reader([name], fetching).read(name)
    for problem in story.problems:
        raise problem
    if len(story.documents) != 1:
        reason = f"it holds {len(story.documents)} articles, not one"
        raise UnreadableSource(name, reason, "Read it with load_story")
    return story.documents[0]


def load_story(
    sources: Source | Iterable[Source], *, fetching: Fetching | None = None
) -> StoryDocuments:
    """Return all articles of `sources`: a story folder, or several sources, in order.

    A list of documents; its `story` keeps the title, the licence, the notice and that a story is
    invented, which `compare_story` takes over. `fetching` is as in `load`. Raises the first
    SourceError met; `load_all` goes on without the sources that fail.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in ("harbour-times", "northern-ledger"):
    ...         path = Path(folder, f"{name}.txt")
    ...         _ = path.write_text("The ferry burned.", encoding="utf-8")
    ...     [document.outlet for document in load_story(folder)]
    ['Harbour Times', 'Northern Ledger']
    """
    several = [sources] if isinstance(sources, str | os.PathLike) else list(sources)
    names = [os.fspath(source) for source in several]
    reader = _Reader(names, fetching)
    documents: list[Document] = []
    infos: list[StoryInfo] = []
    for name in names:
        story = reader.read(name)
        for problem in story.problems:
            raise problem
        documents += story.documents
        infos += [story.info] if story.info else []
    info = infos[0] if len(infos) == 1 and len(names) == 1 else StoryInfo(title="")
    return StoryDocuments(documents, _described(info, documents))


def _described(info: StoryInfo, documents: Sequence[Document]) -> StoryInfo:
    """What is said of a story, with what its documents tell beyond that."""
    return replace(
        info,
        invented=bool(documents) and all(document.invented for document in documents),
        warnings=tuple(warnings_about(documents)),
    )


def load_all(
    sources: Sequence[Source], *, fetching: Fetching | None = None, told: Told | None = None
) -> LoadedSources:
    """All articles that can be read; the others are in `skipped` with reason and advice.

    All addresses are fetched at once; `told` hears of each what is being done for it.

    `story` tells what a single story.toml says; its title is otherwise made of words that the
    headlines share. It carries the skipped sources and warnings for the reader.
    """
    documents: list[Document] = []
    problems: list[SourceError] = []
    infos: list[StoryInfo] = []
    corrections: list[Correction] = []
    names = [os.fspath(source) for source in sources]
    reader = _Reader(names, fetching, told)
    for name in names:
        try:
            story = reader.read(name)
        except SourceError as wrong:
            problems.append(wrong)
            continue
        documents += story.documents
        problems += story.problems
        infos += [story.info] if story.info else []
        corrections += corrections_beside(Path(name)) if is_folder(Path(name)) else ()
    skipped = tuple(
        Skipped(source=wrong.source, reason=wrong.reason, advice=wrong.advice) for wrong in problems
    )
    info = infos[0] if len(infos) == 1 and len(sources) == 1 else StoryInfo(title="")
    return LoadedSources(
        documents=tuple(documents),
        skipped=skipped,
        story=replace(
            _described(info, documents), title=info.title or title_of(documents), skipped=skipped
        ),
        corrections=tuple(corrections),
    )


def title_of(documents: Sequence[Document]) -> str:
    """Return words that most headlines share, as in "Ferry, fire, Ellery", the commonest first.

    Where fewer than two are shared it is the outlets' names in alphabetical order, or how many
    articles there are. None of these favours an outlet.
    """
    headlines = sorted(document.headline for document in documents if document.headline)
    printed: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for headline in headlines:
        named = _title_words(headline)
        counts.update(named.keys())
        for key, word in named.items():
            printed[key] = min(printed.get(key, word), word, key=_shouts)
    most = sorted((-count, key) for key, count in counts.items() if count > 1)
    by_half = [(count, key) for count, key in most if -2 * count >= len(headlines)]
    chosen = [printed[key] for _, key in (by_half if len(by_half) > 1 else most)][:WORDS_IN_TITLE]
    if len(chosen) > 1:
        title = ", ".join(chosen)
        return title[:1].upper() + title[1:]
    names = sorted({document.outlet for document in documents})
    if len(names) > NAMES_IN_TITLE:
        return f"{len(documents)} articles"
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _title_words(headline: str) -> dict[str, str]:
    """The words of a headline that may stand in a title, by their folded form; no numbers."""
    counted = [number.span for number in numbers(headline)]
    spans = (span for span in words(headline) if not any(one.overlaps(span) for one in counted))
    found = {folded_text(span.of(headline)): span.of(headline) for span in spans}
    return {key: word for key, word in found.items() if key not in STOP and key.isalpha()}


def _shouts(word: str) -> tuple[bool, str]:
    """Sorts words in capitals, as whole headlines are set in, behind others."""
    return word.isupper() and len(word) > 1, word


def warnings_about(documents: Sequence[Document]) -> list[str]:
    """What a reader must know before trusting counts of outlets: repeated texts and outlets."""
    warnings = []
    texts = Counter(document.sha256 for document in documents)
    for sha256 in (key for key, count in texts.items() if count > 1):
        same = [document for document in documents if document.sha256 == sha256]
        places = ", ".join(document.source or document.outlet for document in same)
        warnings.append(f"The same text was given {len(same)} times: {places}.")
    for outlet, count in sorted(Counter(document.outlet for document in documents).items()):
        if count > 1:
            warnings.append(
                f"{count} of the articles are from {outlet}; tell them by their letters."
            )
    return warnings


class _Reader:
    """Reads sources of whatever kind; the addresses among them are fetched when it is made."""

    def __init__(
        self, sources: Sequence[str], fetching: Fetching | None, told: Told | None = None
    ) -> None:
        self._fetched: dict[str, Records | SourceError] = {}
        self._listened = False
        addresses = [source for source in sources if is_address(source)]
        if addresses:
            from compare.sources.fetch.page_cache import cache_folder
            from compare.sources.fetch.settings import Fetching
            from compare.sources.web import read_pages

            how = fetching or Fetching(cache=cache_folder())
            pages = read_pages(addresses, how, told=told)
            self._fetched = {source: result for source, (_, result) in pages.items()}

    def read(self, source: str) -> SourceStory:
        """The articles of one source; whatever happens on the way is a SourceError of it."""
        with isolate_errors(source or '""'):
            return self._read(source)

    def _read(self, source: str) -> SourceStory:
        if source in self._fetched:
            records = self._fetched[source]
            if isinstance(records, SourceError):
                raise records
        elif not source:
            advice = "Name a file, a folder or an address"
            raise UnreadableSource('""', "this source has no name", advice)
        elif source == STANDARD_INPUT:
            data = self._standard_input()
            records = read_article_file(data, name="Standard input", source=source)
        elif is_folder(Path(source)):
            return read_story(Path(source), source=source)
        else:
            path = Path(source)
            data = read_file(path, source=source)
            records = read_article_file(data, name=path.name, source=source)
        return SourceStory(documents=records.documents, info=None, problems=records.problems)

    def _standard_input(self) -> bytes:
        if self._listened:
            advice = "Name - once; put further articles into files"
            raise UnreadableSource(STANDARD_INPUT, "standard input was named before", advice)
        self._listened = True
        return read_standard_input()


def is_address(source: str) -> bool:
    """True for what is an address of the web and no file of that name."""
    return bool(ADDRESS.match(source)) and not os.path.lexists(source)
