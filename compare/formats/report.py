"""The report as one typed value: every section put together from the comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from compare.formats.correction_lines import correction_lines
from compare.formats.evidence import Evidence, not_found
from compare.formats.fact_matrix import matrix
from compare.formats.figure_answers import figures
from compare.formats.first_screen import top
from compare.formats.full_text import FullTexts, account_line
from compare.formats.gaps import gaps, shared
from compare.formats.headline_board import headlines
from compare.formats.mark_lines import left_out, mark_lines
from compare.formats.marked_text import MarkedText
from compare.formats.moments import published, since_first
from compare.formats.page import Method, Report
from compare.formats.page_basics import Outlet
from compare.formats.page_findings import Figures, Voices
from compare.formats.page_words import Wordings
from compare.formats.position_strips import order
from compare.formats.quote_ledger import voices
from compare.formats.references import References
from compare.formats.side_by_side import side_by_side
from compare.formats.source_graph import sources
from compare.formats.web_links import web_address
from compare.formats.withheld import words_shown
from compare.formats.word_counts import story_words
from compare.formats.wording_board import counts, wordings
from compare.model.comparison import Comparison


def report(comparison: Comparison) -> Report:
    """What the templates need to write the page."""
    sides = side_by_side(comparison)
    refs, marked = References(comparison, sides.places), MarkedText(comparison)
    evidence = Evidence(comparison, marked, refs)
    texts = FullTexts(comparison, marked, refs, evidence)
    outlets = _outlets(comparison)
    numbers, words = figures(comparison, refs), wordings(comparison, refs)
    said = voices(comparison, refs)
    return Report(
        outlets=outlets,
        top=top(comparison, refs, _anchors(numbers, words, said)),
        headlines=headlines(comparison, marked, refs, outlets),
        shared=shared(comparison, refs),
        matrix=matrix(comparison, refs),
        figures=numbers,
        gaps=gaps(comparison, refs, outlets),
        wording=words,
        voices=said,
        order=order(comparison, refs, outlets),
        sources=sources(comparison, refs, outlets),
        sides=sides,
        articles=tuple(texts.article(outlet) for outlet in outlets),
        not_found=not_found(comparison, refs),
        # Last, because only now is it known which sentences were referred to.
        notes=evidence.notes(),
        method=_method(comparison, refs, outlets),
    )


def _anchors(numbers: Figures, words: Wordings, said: Voices) -> frozenset[str]:
    """The ids of the findings that have a place of their own."""
    return frozenset(
        one.id
        for many in (numbers.questions, numbers.differences, words.contrasts, said.changed)
        for one in many
    )


def _outlets(comparison: Comparison) -> tuple[Outlet, ...]:
    since = since_first(comparison.articles)
    return tuple(
        Outlet(
            number=number,
            letter=article.letter,
            name=article.document.outlet,
            moment=published(article.document),
            since=since.get(article.letter, ""),
            words=story_words(article),
            url=web_address(article.document.url),
        )
        for number, article in enumerate(comparison.articles, 1)
    )


def _method(comparison: Comparison, refs: References, outlets: Sequence[Outlet]) -> Method:
    return Method(
        tool=f"{comparison.tool.name} {comparison.tool.version}",
        corrections=tuple(correction_lines(comparison)),
        mark_lines=mark_lines(comparison, refs),
        marks_left_out=left_out(comparison),
        options=tuple(
            (spec.name, str(getattr(comparison.options, spec.name)), spec.metadata["help"])
            for spec in fields(comparison.options)
        ),
        accounts=tuple(
            account_line(account, outlet)
            for account, outlet in zip(comparison.accounts, outlets, strict=True)
        ),
        counts=counts(comparison),
        licence=comparison.story.licence or "",
        excerpts=tuple(
            (outlet, *words_shown(article))
            for outlet, article in zip(outlets, comparison.articles, strict=True)
            if article.document.excerpt
        ),
    )
