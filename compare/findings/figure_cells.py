"""Cells that say a figure stands in an article "perhaps": kept where a figure bears them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.findings.figure_readings import stems_counted
from compare.model.articles import Article
from compare.model.facts import Coverage, Fact, State
from compare.model.figures import Figure
from compare.model.findings import FigureGroup
from compare.text.outcomes import OUTCOMES


def with_borne_out_figures(
    grid: Sequence[Coverage],
    facts: Sequence[Fact],
    figures: Sequence[FigureGroup],
    articles: Sequence[Article],
) -> tuple[Coverage, ...]:
    """The cells, those with "perhaps" in the row of a figure set to "not found" without a ground.

    The row of a fact whose label gives a figure is about that figure. A statement of another
    article carries it perhaps when it has a figure of the same kind that counts the same, or one of
    the same value; without one only words about the matter are alike.
    """
    held = {article.letter: article for article in articles}
    known = {figure.id: figure for article in articles for figure in article.figures}
    asked = {fact.id: _asked(fact, figures, known) for fact in facts}
    return tuple(
        replace(cell, state=State.NOT_FOUND)
        if cell.state is State.PERHAPS
        and asked[cell.fact]
        and not _is_borne_out(cell, asked[cell.fact], held[cell.article])
        else cell
        for cell in grid
    )


def _asked(fact: Fact, figures: Sequence[FigureGroup], known: dict[str, Figure]) -> list[Figure]:
    """The figures of the group that the label of a fact speaks of."""
    label = fact.label.casefold()
    return [
        known[reading.figure]
        for group in figures
        if fact.id in group.facts and any(r.text.casefold() in label for r in group.readings)
        for reading in group.readings
    ]


def _is_borne_out(cell: Coverage, asked: Sequence[Figure], article: Article) -> bool:
    near = cell.nearest
    if near is None:
        return False
    span = article.sentence(near.sentence).span
    here = [figure for figure in article.figures if span.contains(figure.span)]
    return any(_may_be_one(one, other) for one in here for other in asked)


def _may_be_one(one: Figure, other: Figure) -> bool:
    if one.kind is not other.kind or value_relation(one, other) is ValueRelation.UNKNOWN:
        return False
    if value_relation(one, other) in (ValueRelation.EQUAL, ValueRelation.ROUNDED):
        return True
    mine, theirs = (_counted(figure) for figure in (one, other))
    return bool(mine & theirs) or not (mine or theirs)


def _counted(figure: Figure) -> frozenset[str]:
    """What a figure counts, or what became of those it counts."""
    fates = frozenset(word for word in figure.counts.split() if word in OUTCOMES)
    return fates or stems_counted(figure)
