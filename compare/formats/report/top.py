"""The first screen of the report: title, numbers, what is worth a look, what was skipped."""

from __future__ import annotations

from collections.abc import Set

from msgspec import Struct

from compare.findings.look_places import Kind
from compare.findings.rank import Look as Found
from compare.findings.rank import worth_a_look
from compare.formats.highlights import Highlight, highlights
from compare.formats.moments import days
from compare.formats.report.contrast_ids import contrast_ids
from compare.formats.report.references import References
from compare.model.comparison import Comparison
from compare.model.findings import FigureRelation


class Count(Struct, frozen=True, kw_only=True, gc=False):
    """A number of the first screen, with the words that follow it and where it leads.

    `kind` is all, some, one or figures; `share` is its part of all facts in per cent, empty for
    what is no number of facts.
    """

    kind: str
    share: str
    value: int
    label: str
    href: str


class Look(Struct, frozen=True, kw_only=True, gc=False):
    """One thing worth a look, and where to look."""

    head: str
    more: tuple[str, ...]
    href: str


class SkippedLine(Struct, frozen=True, kw_only=True, gc=False):
    """A source that was not used, why, and what to do."""

    source: str
    reason: str
    advice: str


class Top(Struct, frozen=True, kw_only=True, gc=False):
    """The first screen."""

    title: str
    kicker: str
    notice: str
    counts: tuple[Count, ...]
    looks: tuple[Look, ...]
    warnings: tuple[str, ...]
    skipped: tuple[SkippedLine, ...]


_LOOKS = 3
_SECTIONS = {
    Kind.CONFLICT: "figures",
    Kind.QUOTE: "quotes",
    Kind.HEADLINE: "headlines",
    Kind.SHARED_COPY: "sources",
    Kind.WORDS: "wording",
}
_DIFFERING = (FigureRelation.CLASH, FigureRelation.LATER, FigureRelation.SCOPE)


def top(comparison: Comparison, refs: References, anchors: Set[str]) -> Top:
    """Everything a reader sees before the first heading.

    `anchors` are the ids of the findings on the page; what has none of its own leads to its
    section.
    """
    story, outlets = comparison.story, len(comparison.articles)
    return Top(
        title=story.title,
        kicker=" · ".join(
            filter(None, ("Story comparison", f"{outlets} outlets", days(comparison.articles)))
        ),
        notice=story.notice or ("This story is invented." if story.invented else ""),
        counts=_counts(comparison, refs),
        looks=tuple(
            _look(comparison, refs, anchors, found, told)
            for found, told in zip(
                worth_a_look(comparison)[:_LOOKS], highlights(comparison)[:_LOOKS], strict=True
            )
        ),
        warnings=story.warnings,
        skipped=tuple(
            SkippedLine(source=s.source, reason=s.reason, advice=s.advice) for s in story.skipped
        ),
    )


def _counts(comparison: Comparison, refs: References) -> tuple[Count, ...]:
    outlets = len(comparison.articles)
    carried = [len(row.said_by) for row in refs.rows]
    numbers = {
        "all": carried.count(outlets),
        "some": sum(1 < number < outlets for number in carried),
        "one": carried.count(1),
    }
    all_of_them = "both" if outlets == 2 else f"all {outlets}"
    words = {"all": f"{all_of_them} report", "some": "some report", "one": "only one reports"}
    hrefs = {"all": "#shared", "some": "#matrix", "one": "#gaps"}
    counts = [
        Count(
            kind=kind,
            share=f"{100 * value / len(carried):.1f}" if carried else "",
            value=value,
            label=f"{_facts(value)} {words[kind]}",
            href=hrefs[kind],
        )
        for kind, value in numbers.items()
        if kind != "some" or outlets > 2
    ]
    differing = sum(group.relation in _DIFFERING for group in comparison.figures)
    label = "figure differs" if differing == 1 else "figures differ"
    return (
        *counts,
        Count(kind="figures", share="", value=differing, label=label, href="#figures"),
    )


def _facts(number: int) -> str:
    return "fact" if number == 1 else "facts"


def _look(
    comparison: Comparison, refs: References, anchors: Set[str], found: Found, told: Highlight
) -> Look:
    return Look(
        head=told.head[:1].upper() + told.head[1:],
        more=told.more,
        href=_address(comparison, refs, anchors, found),
    )


def _address(comparison: Comparison, refs: References, anchors: Set[str], found: Found) -> str:
    if found.kind in (Kind.ONLY_HERE, Kind.NOT_FOUND, Kind.PLACED):
        return refs.fact(found.ref).href
    names = {f"u-{found.ref}"}
    if found.kind is Kind.CONFLICT:
        names = {f"q-n-{found.ref.partition('-')[2]}", f"d-{found.ref}"}
    elif found.kind is Kind.WORDS:
        names = {contrast_ids(comparison)[int(found.ref)]}
    present = sorted(names & anchors)
    return f"#{present[0] if present else _SECTIONS[found.kind]}"
