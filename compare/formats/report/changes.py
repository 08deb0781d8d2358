"""Over time: what each report had first, and the figures in the order of publication."""

from __future__ import annotations

from msgspec import Struct

from compare.formats.fact_names import topic_of
from compare.formats.moments import publication_moment
from compare.formats.outlet_names import outlet_name
from compare.formats.report.basics import FactRef, Ref
from compare.formats.report.references import References
from compare.formats.timeline import FigureCourse, TimedReport, timeline
from compare.model.comparison import Comparison

# Facts named for each report; the others are counted.
_NAMED = 4


class FigureStep(Struct, frozen=True, kw_only=True, gc=False):
    """A figure of one report; `moment` is when it was published."""

    ref: Ref
    printed: str
    moment: str


class CourseLine(Struct, frozen=True, kw_only=True, gc=False):
    """A figure through time; `href` leads to the question."""

    topic: str
    href: str
    steps: tuple[FigureStep, ...]


class ReportLine(Struct, frozen=True, kw_only=True, gc=False):
    """A report in the order of time: what is new in it, what it had first, what is not in it.

    `new` counts facts that no earlier report has; `first` are those that others have later,
    `missing` those of two or more earlier reports that were not found, each cut after a few.
    """

    letter: str
    name: str
    moment: str
    new: int
    first: tuple[FactRef, ...]
    firsts: int
    missing: tuple[FactRef, ...]
    missings: int


class Changes(Struct, frozen=True, kw_only=True, gc=False):
    """Reports and figures in the order of publication; both empty where no times differ."""

    reports: tuple[ReportLine, ...]
    courses: tuple[CourseLine, ...]


def changes(comparison: Comparison, refs: References) -> Changes:
    """Return the story in the order of publication."""
    found = timeline(comparison)
    return Changes(
        reports=tuple(_report(comparison, refs, one) for one in found.reports),
        courses=tuple(_course(comparison, refs, one) for one in found.figures),
    )


def _report(comparison: Comparison, refs: References, one: TimedReport) -> ReportLine:
    document = comparison.article(one.article).document
    return ReportLine(
        letter=one.article,
        name=outlet_name(comparison.article(one.article)),
        moment=publication_moment(document),
        new=len(one.new),
        first=tuple(refs.fact(fact.id) for fact in one.first[:_NAMED]),
        firsts=len(one.first),
        missing=tuple(refs.fact(fact.id) for fact in one.again_missing[:_NAMED]),
        missings=len(one.again_missing),
    )


def _course(comparison: Comparison, refs: References, course: FigureCourse) -> CourseLine:
    return CourseLine(
        topic=topic_of(course.group),
        href=f"#q-{course.group.id}",
        steps=tuple(
            FigureStep(
                ref=refs.sentence(reading.sentence),
                printed=" ".join(reading.text.split()),
                moment=publication_moment(comparison.article(reading.article).document),
            )
            for reading in course.readings
        ),
    )
