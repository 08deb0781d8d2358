"""Figures that answer one question as lines of text, the same for every format that prints them."""

from __future__ import annotations

from collections.abc import Iterator

from compare.formats.highlights import paragraph_place
from compare.model.comparison import Comparison
from compare.model.figures import Figure, FigureKind, Hedge
from compare.model.findings import FigureGroup, FigureRelation, Reading

# What differs comes first.
_ORDER = (
    FigureRelation.CLASH,
    FigureRelation.LATER,
    FigureRelation.SCOPE,
    FigureRelation.COMPATIBLE,
    FigureRelation.AGREE,
)
# An amount in its base unit, which nobody wrote, tells a reader nothing.
_UNREAD = (FigureKind.MEASURE, FigureKind.DURATION, FigureKind.SCORE)
_MOMENTS = (FigureKind.DATE, FigureKind.TIME)


def numbered_figures(comparison: Comparison) -> tuple[tuple[str, FigureGroup], ...]:
    """Every question with its number, as in "n3", those whose answers differ first."""
    found = [(f"n{n}", group) for n, group in enumerate(comparison.figures, 1)]
    return tuple(sorted(found, key=lambda pair: _ORDER.index(pair[1].relation)))


def question(group: FigureGroup) -> str:
    """Like "How many people were hurt? (clash)"."""
    return f"{group.question} ({group.relation.value})"


def relation_reason(group: FigureGroup) -> str:
    """Why the answers stand in this relation; nothing where they simply agree."""
    return "" if group.relation is FigureRelation.AGREE else group.why


def answers(comparison: Comparison, group: FigureGroup) -> Iterator[tuple[str, str]]:
    """The letter and the answer of each reading, with its place, its sense and its source."""
    for reading in group.readings:
        where = paragraph_place(comparison, reading.article, reading.sentence)
        yield reading.article, f"{answer(comparison, reading)} ({where})"


def answer(comparison: Comparison, reading: Reading) -> str:
    """Like "“yesterday”, that is 2031-06-12, according to the mayor"."""
    sense = f", that is {reading.value}" if _is_to_be_explained(comparison, reading) else ""
    source = f", according to {reading.source}" if reading.source else ""
    return f"“{reading.text}”{sense}{source}"


def _is_to_be_explained(comparison: Comparison, reading: Reading) -> bool:
    """True for dates, times and hedged amounts, whose words do not say what was compared."""
    figure = _figure(comparison, reading)
    if figure.kind in _UNREAD or reading.value.casefold() == reading.text.casefold():
        return False
    return figure.kind in _MOMENTS or figure.quantity.hedge is not Hedge.NONE


def _figure(comparison: Comparison, reading: Reading) -> Figure:
    figures = comparison.article(reading.article).figures
    return next(figure for figure in figures if figure.id == reading.figure)
