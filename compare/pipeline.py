"""The whole flow, from documents to a comparison, readable on one screen."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from compare.align.accounts import accounts
from compare.align.article_order import in_canonical_order, letter_documents
from compare.align.corrected_speakers import correct_speakers
from compare.align.corrections import apply_corrections, corrections_in_force
from compare.align.coverage import coverage
from compare.align.event import check_common_ground, check_same_event
from compare.align.facts import facts
from compare.align.groups import Grouping, group_statements
from compare.align.headlines import with_headlines
from compare.align.languages import check_languages
from compare.align.links import links_of
from compare.align.scores import LEAST_OF_LINKS, Scores, score_pairs
from compare.align.story import story_of
from compare.align.verified_marks import with_verified_marks
from compare.annotation.article import annotate
from compare.annotation.original_places import Originals
from compare.errors import TooFewArticles, TooManyArticles
from compare.findings.figure_cells import with_borne_out_figures
from compare.findings.figure_readings import left_out_warnings
from compare.findings.overview import finding_ids, findings, without_ignored
from compare.model.articles import Article, Document
from compare.model.comparison import Comparison
from compare.model.corrections import AppliedCorrection, Correction, ignored_ids
from compare.model.facts import Link
from compare.model.letters import index
from compare.model.options import Options
from compare.model.story import StoryDocuments, StoryInfo, ToolInfo
from compare.reader.reader_warnings import warnings_of
from compare.sources.load import Source, load_all
from compare.text.tone import ToneList
from compare.verify.speakers import with_verified_speakers

if TYPE_CHECKING:
    from compare.reader.reader_part import ReaderPart
    from compare.reader.settings import Reader
    from compare.sources.fetch.settings import Fetching


def compare(
    sources: Source | Iterable[Source],
    options: Options | None = None,
    *,
    fetching: Fetching | None = None,
    lists: Sequence[ToneList] = (),
    corrections: Sequence[Correction] = (),
    reader: Reader | None = None,
) -> Comparison:
    """Read and compare in one call what `storydiff SOURCE SOURCE...` does.

    `sources` is an address, a file, a saved page or a story folder, or a list of them; `fetching`
    says how addresses are fetched. `options`, `lists` and `corrections` are as in `compare_story`,
    and `reader` is a language model of the user's own. Sources that cannot be read are named in
    `story.skipped`; corrections in a story folder are applied. Raises as `compare_story`;
    TooFewArticles when fewer than two articles are left.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in ("harbour-times", "northern-ledger"):
    ...         path = Path(folder, f"{name}.txt")
    ...         _ = path.write_text("Fourteen people died when the ferry burned.", encoding="utf-8")
    ...     [fact.label for fact in compare([folder]).facts]
    ['Fourteen people died when the ferry burned']
    """
    several = [sources] if isinstance(sources, str | os.PathLike) else list(sources)
    loaded = load_all(several, fetching=fetching)
    return compare_story(
        loaded.documents,
        options,
        story=loaded.story,
        lists=lists,
        corrections=[*loaded.corrections, *corrections],
        reader=reader,
    )


def compare_story(
    documents: Sequence[Document],
    options: Options | None = None,
    *,
    story: StoryInfo | None = None,
    lists: Sequence[ToneList] = (),
    corrections: Sequence[Correction] = (),
    reader: Reader | None = None,
) -> Comparison:
    """Compare two or more reports of one event.

    `documents` are the reports, each with its outlet; `options` are the settings, None for the
    usual ones. `story` is what is known of it; documents of `compare.load_story` bring that along.
    `lists` are the user's own lists of loaded words, read with `compare.read_word_list`, and
    `corrections` what the user says better, read with `compare.read_corrections`; one that matches
    nothing becomes a warning. `reader` is a language model of the user's own that puts statements
    together; where it cannot be used the rules do, and a warning says why.
    Articles come back in the order of the input. Raises TooFewArticles, TooManyArticles,
    SeveralLanguages or UnrelatedStories with the evidence, unless `options.force` is set.
    MissingExtra when `options.parse` is set and spaCy or a model is not installed.

    >>> told = {
    ...     "Harbour Times": "Fourteen people died when the ferry burned off Port Ellery.",
    ...     "Northern Ledger": "Fourteen people died when a ferry burned off Port Ellery.",
    ... }
    >>> result = compare_story([Document(text=told[name], outlet=name) for name in told])
    >>> [(fact.label, fact.articles) for fact in result.facts]
    [('Fourteen people died when a ferry burned off Port Ellery', ('A', 'B'))]
    """
    options = options or Options()
    if story is None and isinstance(documents, StoryDocuments):
        story = documents.story
    _check_count(len(documents), options.max_articles)
    originals = Originals(letter_documents(documents))
    spoken = correct_speakers(
        [annotate(each, parse=options.parse) for each in originals.plain], corrections
    )
    articles = tuple(map(with_verified_speakers, spoken.articles))
    canonical = in_canonical_order(articles)
    warnings = check_languages(canonical, options)
    warnings += check_same_event(canonical, options)
    scores = score_pairs(story_of(canonical))
    grouping = group_statements(scores, options.fact_floor)
    part = _part_of(reader, scores, grouping) if reader else None
    if part:
        grouping, canonical = part.grouping, part.articles
        articles = tuple(sorted(canonical, key=lambda article: index(article.letter)))
    found_so = with_verified_marks(grouping)
    mended = apply_corrections(found_so, corrections)
    scores = mended.grouping.scores
    stated = facts(mended.grouping, link_floor=options.link_floor)
    grouped = with_headlines(scores, stated)
    found = tuple(each.fact for each in grouped)
    warnings += check_common_ground(canonical, found, options)
    warnings += left_out_warnings(canonical)
    grid = coverage(scores, grouped)
    read = part.figures if part else {}
    seen = findings(scores.story, found, grid, lists=lists, read_figures=read)
    use = part.use(grouped, seen) if part else None
    applied, unmatched = corrections_in_force(mended, grouped, finding_ids(seen))
    seen = without_ignored(seen, ignored_ids(applied))
    grid = with_borne_out_figures(grid, found, seen.figures, canonical)
    warnings += warnings_of(use) if use else ()
    warnings = (*warnings, *spoken.warnings, *mended.warnings, *unmatched)
    told = _told(story, canonical, warnings, (*applied, *spoken.applied))
    result = Comparison(
        tool=ToolInfo(name="storydiff", version=version("storydiff")),
        options=options,
        story=told,
        articles=articles,
        facts=found,
        coverage=grid,
        accounts=accounts(scores.story, grouped),
        reader=use,
        **{spec.name: getattr(seen, spec.name) for spec in fields(seen)},
    )
    return originals.restored(result)


def links(documents: Sequence[Document], floor: float = 0.001) -> list[Link]:
    """Return scored links between sentences of different documents, best first.

    `documents` are two or more; a link names its two by their indexes there. There is no check
    that they are about one event, and no clustering: a pair of documents that have little in common
    has its scores lowered instead. Pairs below `floor` are left out.

    >>> told = ("Fourteen people died on the ferry.", "On the ferry fourteen people died.")
    >>> (link,) = links([Document(text=text, outlet="Harbour Times") for text in told])
    >>> link.a.document, link.b.document, link.score > 0.5
    (0, 1, True)
    """
    originals = Originals(letter_documents(documents))
    articles = tuple(annotate(document) for document in originals.plain)
    scores = score_pairs(story_of(in_canonical_order(articles)), LEAST_OF_LINKS)
    return [originals.restored(link) for link in links_of(scores, floor)]


def _part_of(reader: Reader, scores: Scores, rules: Grouping) -> ReaderPart:
    """The part of a reader; what it needs of the network is loaded only here."""
    from compare.reader.reader_part import ReaderPart

    return ReaderPart(scores, rules, reader)


def _check_count(count: int, limit: int) -> None:
    if count < 2:
        raise TooFewArticles(count)
    if count > limit:
        raise TooManyArticles(count, limit)


def _told(
    story: StoryInfo | None,
    articles: Sequence[Article],
    warnings: Sequence[str],
    corrections: tuple[AppliedCorrection, ...],
) -> StoryInfo:
    """What is known of the story; with no title it has the headline of the earliest article."""
    story = story or StoryInfo(title="")
    titled = [article.document for article in articles if article.document.headline]
    first = min(titled, key=_moment, default=None)
    title = story.title or (first.headline if first else None) or ""
    return replace(
        story, title=title, warnings=(*story.warnings, *warnings), corrections=corrections
    )


def _moment(document: Document) -> datetime:
    """When it was published, for the order only: without a zone in UTC, unknown times last."""
    moment = document.published or datetime.max
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
