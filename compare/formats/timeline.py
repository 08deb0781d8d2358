"""A story in the order of publication: what each report had first, and figures through time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from compare.formats.fact_names import DIFFERING
from compare.formats.grid import said_by
from compare.formats.moments import publication_order
from compare.model.articles import Article
from compare.model.comparison import Comparison
from compare.model.facts import Fact
from compare.model.findings import FigureGroup, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedReport:
    """One report: the facts no earlier one has and a later one has too, and all that are new.

    `again_missing` are facts of two or more earlier reports that were not found in this one.
    """

    article: str
    first: tuple[Fact, ...]
    new: tuple[Fact, ...]
    again_missing: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCourse:
    """A question about a figure that has more than one answer, its readings in order of time."""

    group: FigureGroup
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTimeline:
    """Reports and figures in the order of publication; both empty where no two times differ."""

    reports: tuple[TimedReport, ...] = ()
    figures: tuple[FigureCourse, ...] = ()


def timeline(comparison: Comparison) -> StoryTimeline:
    """Return the reports whose time of publication is known, the earliest first.

    Reports of one moment count as neither earlier nor later than each other.
    """
    timed = sorted(
        (a for a in comparison.articles if a.document.published is not None), key=_moment
    )
    if len({_moment(article) for article in timed}) < 2:
        return StoryTimeline()
    carriers = {fact.id: frozenset(said_by(comparison, fact)) for fact in comparison.facts}
    return StoryTimeline(
        reports=tuple(_report(comparison, carriers, timed, article) for article in timed),
        figures=tuple(
            FigureCourse(group=group, readings=_in_order(comparison, group))
            for group in comparison.figures
            if group.relation in DIFFERING and len(_times(comparison, group)) > 1
        ),
    )


def _report(
    comparison: Comparison,
    carriers: dict[str, frozenset[str]],
    timed: Sequence[Article],
    article: Article,
) -> TimedReport:
    at = _moment(article)
    before = frozenset(one.letter for one in timed if _moment(one) < at)
    after = frozenset(one.letter for one in timed if _moment(one) > at)
    mine = [fact for fact in comparison.facts if article.letter in carriers[fact.id]]
    new = tuple(fact for fact in mine if not carriers[fact.id] & before)
    return TimedReport(
        article=article.letter,
        first=tuple(fact for fact in new if carriers[fact.id] & after),
        new=new,
        again_missing=tuple(
            fact
            for fact in comparison.facts
            if len(carriers[fact.id] & before) > 1
            and not comparison.cell(fact.id, article.letter).state.carries
        ),
    )


def _in_order(comparison: Comparison, group: FigureGroup) -> tuple[Reading, ...]:
    timed = [
        reading
        for reading in group.readings
        if comparison.article(reading.article).document.published is not None
    ]
    return tuple(sorted(timed, key=lambda one: _moment(comparison.article(one.article))))


def _times(comparison: Comparison, group: FigureGroup) -> set[tuple[bool, datetime]]:
    return {_moment(comparison.article(one.article)) for one in _in_order(comparison, group)}


def _moment(article: Article) -> tuple[bool, datetime]:
    return publication_order(article.document)
