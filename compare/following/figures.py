"""The figures of a story over time, one line a question, and those that are new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.following.claims import claim_step
from compare.following.timeline import Timeline
from compare.model.articles import Article
from compare.model.comparison import Comparison
from compare.model.figures import Figure, FigureKind, Hedge
from compare.model.findings import Evidence, FigureGroup, FigureRelation, Reading
from compare.model.follows import FigureLine, NewFigure, Step, StepKind
from compare.verify.figure_agreement import agrees

# Kinds of figures that are no news by themselves.
_SILENT = (FigureKind.DATE, FigureKind.TIME, FigureKind.ORDINAL, FigureKind.AGE)
_SMALL = 3


def figure_lines(
    comparison: Comparison, line: Timeline, notices: Mapping[str, Sequence[Evidence]]
) -> tuple[FigureLine, ...]:
    """Each question that articles answer in figures, with the answers in the order of time."""
    order = {article.letter: at for at, article in enumerate(line.articles)}
    found = []
    for group in comparison.figures:
        readings = sorted(group.readings, key=lambda r: (order[r.article], r.span))
        steps: list[Step] = []
        for at, reading in enumerate(readings):
            before = readings[:at]
            kind = _kind(line, group, before, reading, notices)
            last = before[-1] if before else None
            changed = kind not in (StepKind.NEW, StepKind.REPEATED)
            steps.append(
                claim_step(
                    line,
                    kind,
                    reading.article,
                    _evidence(comparison, reading),
                    _evidence(comparison, last) if last and changed else None,
                    reading.text,
                )
            )
        found.append(FigureLine(id=group.id, question=group.question, steps=tuple(steps)))
    return tuple(found)


def _kind(
    line: Timeline,
    group: FigureGroup,
    before: Sequence[Reading],
    reading: Reading,
    notices: Mapping[str, Sequence[Evidence]],
) -> StepKind:
    if not before:
        return StepKind.NEW
    same = any(each.value == reading.value for each in before)
    quiet = group.relation in (FigureRelation.AGREE, FigureRelation.COMPATIBLE)
    if same or quiet:
        return StepKind.REPEATED
    own = [each for each in before if line.version_of.get(reading.article) == each.article]
    if own or (reading.article in notices and _is_own(line, before, reading)):
        return StepKind.CORRECTED
    if group.relation is FigureRelation.LATER:
        return StepKind.CHANGED
    return StepKind.CONTRADICTED if group.relation is FigureRelation.CLASH else StepKind.NEW


def _is_own(line: Timeline, before: Sequence[Reading], reading: Reading) -> bool:
    outlet = line.outlet(reading.article)
    return any(line.outlet(each.article) == outlet for each in before)


def _evidence(comparison: Comparison, reading: Reading) -> Evidence:
    article = comparison.article(reading.article)
    span = article.sentence(reading.sentence).span
    return Evidence(article=article.letter, span=span, text=article.words_of(span))


def new_figures(line: Timeline, fresh: Sequence[str]) -> tuple[NewFigure, ...]:
    """The figures of new articles that agree with none of the articles before them.

    Days, times, ages, places in a row, small counts and vague amounts are left out.
    """
    old = [a for a in line.articles if a.letter not in fresh]
    known = [figure for article in old for figure in article.figures]
    return tuple(
        NewFigure(
            article=article.letter,
            outlet=article.document.outlet,
            published=article.document.published,
            figure=article.words_of(figure.span),
            evidence=_sentence(article, figure),
        )
        for article in line.articles
        if article.letter in fresh and old
        for figure in article.figures
        if _is_news(figure) and not any(agrees(figure, other) for other in known)
    )


def _is_news(figure: Figure) -> bool:
    low = figure.quantity.low
    vague = figure.quantity.hedge is Hedge.VAGUE
    small = figure.kind is FigureKind.COUNT and low is not None and low <= _SMALL
    return figure.kind not in _SILENT and not vague and not small


def _sentence(article: Article, figure: Figure) -> Evidence:
    span = next(s.span for s in article.sentences if s.span.contains(figure.span))
    return Evidence(article=article.letter, span=span, text=article.words_of(span))
