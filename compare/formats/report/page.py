"""The report as one typed value: every section put together from the comparison."""

from __future__ import annotations

from msgspec import Struct

from compare.align.languages import not_looked_at
from compare.formats.moments import publication_moment, since_first
from compare.formats.outlet_names import outlet_name
from compare.formats.report import results
from compare.formats.report.articles import FullText, FullTexts
from compare.formats.report.basics import OutletColumn
from compare.formats.report.changes import Changes, changes
from compare.formats.report.evidence import EvidenceNote, EvidencePopUps, NotFound, not_found
from compare.formats.report.figures import Figures, figures
from compare.formats.report.gaps import Gap, gaps
from compare.formats.report.headlines import Headlines, headlines
from compare.formats.report.marked_text import MarkedText
from compare.formats.report.matrix import Matrix, matrix
from compare.formats.report.method import Method, method
from compare.formats.report.order import Order, order
from compare.formats.report.quotes import Voices, voices
from compare.formats.report.references import References
from compare.formats.report.side_by_side import SideBySide, side_by_side
from compare.formats.report.sources import Sources, sources
from compare.formats.report.top import Top, top
from compare.formats.report.web_links import web_address
from compare.formats.report.wording import Wordings, wordings
from compare.formats.word_counts import story_words
from compare.model.comparison import Comparison


class Report(Struct, frozen=True, kw_only=True, gc=False):
    """The whole page, one value for each section."""

    outlets: tuple[OutletColumn, ...]
    top: Top
    results: dict[str, str]
    headlines: Headlines
    matrix: Matrix
    figures: Figures
    changes: Changes
    gaps: tuple[Gap, ...]
    wording: Wordings
    voices: Voices
    order: Order
    sources: Sources
    sides: SideBySide
    articles: tuple[FullText, ...]
    not_found: tuple[NotFound, ...]
    notes: tuple[EvidenceNote, ...]
    method: Method
    unread: str


def report(comparison: Comparison) -> Report:
    """Return what the templates need to write the page."""
    sides = side_by_side(comparison)
    refs, marked = References(comparison, sides.places), MarkedText(comparison)
    evidence = EvidencePopUps(comparison, marked, refs)
    texts = FullTexts(comparison, marked, refs, evidence)
    outlets = _outlets(comparison)
    numbers, words = figures(comparison, refs), wordings(comparison, refs)
    said, times = voices(comparison, refs), changes(comparison, refs)
    heads = headlines(comparison, marked, refs, outlets)
    lacking, places = gaps(comparison, refs, outlets), order(comparison, refs, outlets)
    origins = sources(comparison, refs, outlets)
    return Report(
        outlets=outlets,
        top=top(comparison, refs, outlets, _anchors(numbers, words, said)),
        results={
            "headlines": results.of_headlines(heads),
            "figures": results.of_figures(comparison, numbers),
            "changes": results.of_changes(times),
            "gaps": results.of_gaps(lacking),
            "quotes": results.of_quotes(comparison, said),
            "matrix": results.of_matrix(refs, len(outlets)),
            "wording": results.of_wording(words),
            "order": results.of_order(places),
            "sources": results.of_sources(origins),
            "reader": results.of_side_by_side(sides),
            "articles": results.of_articles(outlets),
            "method": "",
        },
        headlines=heads,
        matrix=matrix(comparison, refs),
        figures=numbers,
        changes=times,
        gaps=lacking,
        wording=words,
        voices=said,
        order=places,
        sources=origins,
        sides=sides,
        articles=tuple(texts.article(outlet) for outlet in outlets),
        not_found=not_found(comparison, refs),
        # Last, because only now is it known which sentences were referred to.
        notes=evidence.notes(),
        method=method(comparison, refs, outlets),
        unread=not_looked_at(comparison.articles),
    )


def _anchors(numbers: Figures, words: Wordings, said: Voices) -> frozenset[str]:
    """The ids of the findings that have a place of their own."""
    return frozenset(
        one.id
        for many in (numbers.questions, numbers.differences, words.contrasts, said.changed)
        for one in many
    )


def _outlets(comparison: Comparison) -> tuple[OutletColumn, ...]:
    since = since_first(comparison.articles)
    return tuple(
        OutletColumn(
            number=number,
            letter=article.letter,
            name=outlet_name(article),
            moment=publication_moment(article.document),
            since=since.get(article.letter, ""),
            words=story_words(article),
            url=web_address(article.document.url),
        )
        for number, article in enumerate(comparison.articles, 1)
    )
