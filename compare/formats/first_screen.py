"""The first screen of the report: title, three numbers, what is worth a look, what was skipped."""

from __future__ import annotations

from compare.findings.rank import Kind
from compare.formats.highlights import Highlight, highlights
from compare.formats.moments import days
from compare.formats.page import Count, Look, SkippedLine, Top
from compare.formats.references import References
from compare.model.comparison import Comparison
from compare.model.findings import FigureRelation

_LOOKS = 3
_SECTIONS = {
    Kind.CONFLICT: "figures",
    Kind.QUOTE: "quotes",
    Kind.HEADLINE: "headlines",
    Kind.NOT_FOUND: "gaps",
    Kind.PLACED: "order",
    Kind.SHARED_COPY: "sources",
    Kind.WORDS: "wording",
    Kind.ONLY_HERE: "gaps",
}
_DIFFERING = (FigureRelation.CLASH, FigureRelation.LATER, FigureRelation.SCOPE)


def top(comparison: Comparison, refs: References) -> Top:
    """Everything a reader sees before the first heading."""
    story, outlets = comparison.story, len(comparison.articles)
    return Top(
        title=story.title,
        kicker=" · ".join(
            filter(None, ("Story comparison", f"{outlets} outlets", days(comparison.articles)))
        ),
        notice=story.notice or ("This story is invented." if story.invented else ""),
        counts=_counts(comparison, refs),
        looks=tuple(_look(comparison, refs, one) for one in highlights(comparison)[:_LOOKS]),
        warnings=story.warnings,
        skipped=tuple(
            SkippedLine(source=s.source, reason=s.reason, advice=s.advice) for s in story.skipped
        ),
    )


def _counts(comparison: Comparison, refs: References) -> tuple[Count, ...]:
    outlets = len(comparison.articles)
    carried = [len(row.said_by) for row in refs.rows]
    differing = sum(group.relation in _DIFFERING for group in comparison.figures)
    common, partial = carried.count(outlets), sum(1 < number < outlets for number in carried)
    all_of_them = "both" if outlets == 2 else f"all {outlets}"
    counts = [
        Count(value=common, label=f"{_facts(common)} {all_of_them} report", href="#shared"),
        Count(
            value=differing,
            label="figure differs" if differing == 1 else "figures differ",
            href="#figures",
        ),
    ]
    if outlets > 2:
        counts.append(Count(value=partial, label=f"{_facts(partial)} some report", href="#matrix"))
    single = carried.count(1)
    counts.append(Count(value=single, label=f"{_facts(single)} only one reports", href="#gaps"))
    return tuple(counts)


def _facts(number: int) -> str:
    return "fact" if number == 1 else "facts"


def _look(comparison: Comparison, refs: References, one: Highlight) -> Look:
    fact = next((fact for fact in comparison.facts if fact.ordinal == one.ref), None)
    section = f"#{_SECTIONS[one.kind]}"
    by_fact = fact is not None and one.kind in (Kind.ONLY_HERE, Kind.NOT_FOUND)
    href = refs.fact(fact.id).href if fact is not None and by_fact else section
    return Look(head=one.head[:1].upper() + one.head[1:], more=one.more, href=href)
