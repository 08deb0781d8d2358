"""All findings of a comparison at once, each from the facts and the articles alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.align.quotes import quote_groups
from compare.align.reuse import reuse
from compare.align.story import Story
from compare.findings.absences import absences, digests
from compare.findings.citations import citations
from compare.findings.figures import figure_conflicts, figure_groups
from compare.findings.headlines import headlines
from compare.findings.ledger import ledger
from compare.findings.opposites import statement_conflicts
from compare.findings.prominence import placements, prominence
from compare.findings.rank import ranked_conflicts
from compare.findings.traces import Traces
from compare.findings.wordings import wordings
from compare.model.facts import Coverage, Fact
from compare.model.findings import (
    Absence,
    Citation,
    Conflict,
    Digest,
    FigureGroup,
    Headline,
    LedgerRow,
    Placement,
    Prominence,
    QuoteGroup,
    Reuse,
    Wording,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a reader should look at, kind by kind, as a Comparison holds it."""

    figures: tuple[FigureGroup, ...]
    conflicts: tuple[Conflict, ...]
    absences: tuple[Absence, ...]
    digests: tuple[Digest, ...]
    wordings: tuple[Wording, ...]
    quote_groups: tuple[QuoteGroup, ...]
    ledger: tuple[LedgerRow, ...]
    reuse: tuple[Reuse, ...]
    citations: tuple[Citation, ...]
    headlines: tuple[Headline, ...]
    prominence: tuple[Prominence, ...]
    placements: tuple[Placement, ...]


def findings(story: Story, facts: Sequence[Fact], coverage: Sequence[Coverage]) -> Findings:
    """Everything found; a story has its articles in canonical order, so that ties fall alike."""
    articles = story.articles
    figures = figure_groups(articles, facts)
    conflicts = (*figure_conflicts(figures, articles), *statement_conflicts(articles, facts))
    copies, traces = reuse(articles), Traces(story)
    missed = absences(articles, facts, coverage, copies, traces)
    titles = headlines(articles, facts)
    places = prominence(articles, facts, titles)
    return Findings(
        figures=figures,
        conflicts=ranked_conflicts(conflicts, articles),
        absences=missed,
        digests=digests(articles, facts, coverage, missed, traces),
        wordings=wordings(articles, facts),
        quote_groups=quote_groups(articles),
        ledger=ledger(articles),
        reuse=copies,
        citations=citations(articles),
        headlines=titles,
        prominence=places,
        placements=placements(places),
    )
