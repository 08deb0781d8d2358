"""Figures that differ: each question with its answers on one axis, and other differences."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from compare.formats.grid import letters
from compare.formats.highlights import letters_by_wording
from compare.formats.moments import clock, publication_moment, publication_order
from compare.formats.report.basics import DifferenceSide, FactRef, Ref
from compare.formats.report.figure_axis import BEFORE, Axis
from compare.formats.report.marked_text import Amounts, amounts_of, is_excluded
from compare.formats.report.references import References
from compare.formats.withheld_words import with_filler_noted
from compare.model.articles import Precision
from compare.model.comparison import Comparison
from compare.model.findings import (
    Conflict,
    ConflictKind,
    Evidence,
    FigureGroup,
    FigureRelation,
    Reading,
)


class FigureAnswer(Struct, frozen=True, kw_only=True, gc=False):
    """One outlet's answer to a question about a figure.

    `qualified` is the hedge where `printed` does not show it, `at` and `to` are percentages of the
    axis, `shape` is point, from, upto, range or none, and `before` tells that the figure stands
    better to the left of its mark.
    """

    ref: Ref
    printed: str
    qualified: str
    counts: str
    source: str
    moment: str
    shape: str
    at: str
    to: str
    before: bool
    clash: bool


class FigureQuestion(Struct, frozen=True, kw_only=True, gc=False):
    """A question that outlets answer with figures.

    `badge` is the `relation` in a few words, `why` what more there is to say of it, `first` who
    wrote first.
    """

    id: str
    text: str
    relation: str
    badge: str
    why: str
    first: str
    answers: tuple[FigureAnswer, ...]
    facts: tuple[FactRef, ...]


class Difference(Struct, frozen=True, kw_only=True, gc=False):
    """A difference in substance with the words of each side."""

    id: str
    kind: str
    question: str
    why: str
    sides: tuple[DifferenceSide, ...]
    fact: FactRef | None


class AgreedFigure(Struct, frozen=True, kw_only=True, gc=False):
    """A question that all who answer it answer alike, if in other words."""

    id: str
    text: str
    sides: tuple[DifferenceSide, ...]


class Figures(Struct, frozen=True, kw_only=True, gc=False):
    """Questions with differing answers, other differences, and questions all answer alike."""

    questions: tuple[FigureQuestion, ...]
    differences: tuple[Difference, ...]
    agreed: tuple[AgreedFigure, ...]


_BADGES = {
    FigureRelation.CLASH: "Figures differ.",
    FigureRelation.LATER: "A later report has another figure.",
    FigureRelation.SCOPE: "They count different things.",
    FigureRelation.COMPATIBLE: "Both can be true.",
}
_ROUNDED = "One is rounded."
_SAID_BY_BADGE = "Both can be true: "
_KINDS = {
    ConflictKind.CLASH: "The figures differ.",
    ConflictKind.ONE_SOURCE: "One source, two figures.",
    ConflictKind.LATER: "A later report says otherwise.",
    ConflictKind.SCOPE: "They speak of different things.",
    ConflictKind.WHO: "They differ on who it was.",
    ConflictKind.WHEN: "They differ on when it was.",
    ConflictKind.WHERE: "They differ on where it was.",
    ConflictKind.OPPOSITE: "One affirms it, another denies it.",
    ConflictKind.CERTAINTY: "They differ on how certain it is.",
}
_OF_FIGURES = (
    ConflictKind.CLASH,
    ConflictKind.ONE_SOURCE,
    ConflictKind.LATER,
    ConflictKind.SCOPE,
)
_WEIGHT = (*_BADGES, FigureRelation.AGREE)


def figures(comparison: Comparison, refs: References) -> Figures:
    """Every question with the differing ones first, and the differences that are no figures."""
    amounts = amounts_of(comparison)
    groups = sorted(comparison.figures, key=_weight)
    asked = {group.question for group in groups}
    facts = {fact for group in groups for fact in group.facts}
    return Figures(
        questions=tuple(
            _question(comparison, refs, amounts, group)
            for group in groups
            if group.relation is not FigureRelation.AGREE
        ),
        differences=tuple(
            _difference(refs, conflict)
            for conflict in comparison.conflicts
            if not (
                conflict.question in asked
                or (conflict.kind in _OF_FIGURES and conflict.fact in facts)
            )
        ),
        agreed=tuple(
            _agreed(refs, group) for group in groups if group.relation is FigureRelation.AGREE
        ),
    )


def sides(refs: References, evidence: tuple[Evidence, ...]) -> tuple[DifferenceSide, ...]:
    """The different words of some evidence, each with the outlets that print them."""
    return tuple(
        DifferenceSide(
            letters=letters(articles),
            words=with_filler_noted(words),
            refs=refs.each_once(
                refs.evidence(e)
                for e in evidence
                if e.article in articles and " ".join(e.text.split()) == words
            ),
        )
        for articles, words in letters_by_wording((e.article, e.text) for e in evidence)
    )


def _difference(refs: References, conflict: Conflict) -> Difference:
    return Difference(
        id=f"d-{conflict.id}",
        kind=_KINDS[conflict.kind],
        question=conflict.question,
        why=_sentence(conflict.why),
        sides=sides(refs, conflict.evidence),
        fact=refs.fact(conflict.fact) if conflict.fact else None,
    )


def _agreed(refs: References, group: FigureGroup) -> AgreedFigure:
    return AgreedFigure(
        id=f"q-{group.id}",
        text=group.question,
        sides=tuple(
            DifferenceSide(
                letters=letters(articles),
                words=words,
                refs=refs.each_once(
                    refs.sentence(reading.sentence)
                    for reading in group.readings
                    if " ".join(reading.text.split()) == words
                ),
            )
            for articles, words in letters_by_wording((r.article, r.text) for r in group.readings)
        ),
    )


def _badge(group: FigureGroup) -> str:
    if group.one_source:
        return _KINDS[ConflictKind.ONE_SOURCE]
    return _ROUNDED if group.rounded else _BADGES[group.relation]


def _question(
    comparison: Comparison, refs: References, amounts: Amounts, group: FigureGroup
) -> FigureQuestion:
    axis = Axis(amounts[reading.figure] for reading in group.readings)
    in_time = sorted(group.readings, key=lambda reading: _time(comparison, reading))
    return FigureQuestion(
        id=f"q-{group.id}",
        text=group.question,
        relation=group.relation.value,
        badge=_badge(group),
        why=_sentence(group.why.removeprefix(_SAID_BY_BADGE)),
        first=_first(comparison, in_time),
        answers=tuple(
            _answer(comparison, refs, reading, axis, is_excluded(amounts, reading, group))
            for reading in in_time
        ),
        facts=tuple(refs.fact(fact) for fact in group.facts),
    )


def _answer(
    comparison: Comparison, refs: References, reading: Reading, axis: Axis, clash: bool
) -> FigureAnswer:
    article = comparison.article(reading.article)
    figure = next(f for f in article.figures if f.id == reading.figure)
    shape, at, to = axis.place(figure.quantity)
    return FigureAnswer(
        ref=refs.sentence(reading.sentence),
        printed=reading.text,
        qualified=_qualified(reading),
        counts=figure.counts or figure.kind.value,
        source=reading.source or "",
        moment=publication_moment(article.document),
        shape=shape,
        at=at,
        to=to,
        before=float(at) > BEFORE,
        clash=clash,
    )


def _weight(group: FigureGroup) -> tuple[int, bool]:
    """Sorts the differing ones first, and what is only rounded before what agrees in full."""
    return _WEIGHT.index(group.relation), not group.rounded


def _qualified(reading: Reading) -> str:
    """The hedge of a figure, unless the printed words begin with it."""
    hedge = "" if reading.hedge == "none" else reading.hedge
    return "" if reading.text.casefold().startswith(hedge.casefold()) else hedge


def _sentence(words: str) -> str:
    """The words with a full stop, unless they are none or end in one."""
    return words if not words or words.endswith((".", "!", "?", "”")) else f"{words}."


def _time(comparison: Comparison, reading: Reading) -> tuple[bool, datetime]:
    """Sorts by time of publication, those without one last."""
    return publication_order(comparison.article(reading.article).document)


def _first(comparison: Comparison, in_time: list[Reading]) -> str:
    """Like "C wrote first, at 19:40 UTC."; empty where the minutes are not known."""
    documents = [comparison.article(reading.article).document for reading in in_time]
    if any(d.published_precision is not Precision.MINUTE for d in documents):
        return ""
    moments = [d.published for d in documents if d.published is not None]
    if len(moments) < 2 or moments[0] == moments[1]:
        return ""
    return f"{in_time[0].article} wrote first, at {clock(moments[0])}."
