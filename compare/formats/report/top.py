"""The first screen of the report: title, the story in words, counts, outlets, what was skipped."""

from __future__ import annotations

from collections.abc import Sequence, Set

from msgspec import Struct

from compare.formats.lead import lead, only_in, story_counts
from compare.formats.moments import days
from compare.formats.report.basics import FactRef, OutletColumn, Ref
from compare.formats.report.references import References
from compare.formats.withheld_words import with_filler_noted
from compare.model.comparison import Comparison
from compare.model.lead import LeadSentence

# So many outlets have room for their headlines on the first screen.
_NAMED = 8


class TopCount(Struct, frozen=True, kw_only=True, gc=False):
    """A number of the first screen, with the words that follow it and where it leads.

    `kind` is articles, texts, outlets or differ.
    """

    kind: str
    value: int
    label: str
    href: str


class LeadLine(Struct, frozen=True, kw_only=True, gc=False):
    """A sentence of the lead, the finding it leads to, and the places of two outlets for it."""

    text: str
    href: str
    refs: tuple[Ref, ...]


class OutletLine(Struct, frozen=True, kw_only=True, gc=False):
    """An outlet with its headline and the weightiest of what it alone has.

    There is no `alone` where it has none, or where the lead tells it.
    """

    outlet: OutletColumn
    headline: str
    alone: FactRef | None
    ref: Ref | None


class SkippedLine(Struct, frozen=True, kw_only=True, gc=False):
    """A source that was not used, why, and what to do."""

    source: str
    reason: str
    advice: str


class Top(Struct, frozen=True, kw_only=True, gc=False):
    """The first screen; with `fold_outlets` the list of outlets is closed at first."""

    title: str
    kicker: str
    notice: str
    counts: tuple[TopCount, ...]
    lead: tuple[LeadLine, ...]
    outlets: tuple[OutletLine, ...]
    fold_outlets: bool
    warnings: tuple[str, ...]
    skipped: tuple[SkippedLine, ...]


def top(
    comparison: Comparison, refs: References, outlets: Sequence[OutletColumn], anchors: Set[str]
) -> Top:
    """Return everything a reader sees before the first heading.

    `anchors` are the ids of the findings on the page; a sentence on none of them has no link.
    """
    story = comparison.story
    return Top(
        title=story.title,
        kicker=days(comparison.articles),
        notice=story.notice or ("This story is invented." if story.invented else ""),
        counts=_counts(comparison),
        lead=tuple(_line(comparison, refs, anchors, one) for one in lead(comparison)),
        outlets=_outlets(comparison, refs, outlets),
        fold_outlets=len(outlets) > _NAMED,
        warnings=story.warnings,
        skipped=tuple(
            SkippedLine(source=s.source, reason=s.reason, advice=s.advice) for s in story.skipped
        ),
    )


def _counts(comparison: Comparison) -> tuple[TopCount, ...]:
    counts, differ = story_counts(comparison), comparison.differences.differ
    named = (
        ("articles", counts.articles, "article", "#articles"),
        ("texts", counts.texts, "independent text", "#sources"),
        ("outlets", counts.outlets, "outlet", "#headlines"),
    )
    return (
        *(
            TopCount(kind=kind, value=value, label=noun if value == 1 else f"{noun}s", href=href)
            for kind, value, noun, href in named
        ),
        TopCount(
            kind="differ",
            value=differ,
            label="difference" if differ == 1 else "differences",
            href="#figures",
        ),
    )


def _line(
    comparison: Comparison, refs: References, anchors: Set[str], sentence: LeadSentence
) -> LeadLine:
    shown = {one.partition(".")[0]: one for one in reversed(sentence.sentences)}
    in_order = [shown[a.letter] for a in comparison.articles if a.letter in shown]
    return LeadLine(
        text=sentence.text,
        href=next(filter(None, (_href(refs, anchors, one) for one in sentence.findings)), ""),
        refs=tuple(refs.sentence(one) for one in (*in_order[:1], *in_order[1:][-1:])),
    )


def _href(refs: References, anchors: Set[str], finding: str) -> str:
    """Where the page tells of a finding; empty where it has no place of its own."""
    if any(fact.id == finding for fact in refs.c.facts):
        return refs.fact(finding).href
    names = (f"q-{finding}", f"d-{finding}", f"u-{finding}")
    return next((f"#{name}" for name in names if name in anchors), "")


def _outlets(
    comparison: Comparison, refs: References, outlets: Sequence[OutletColumn]
) -> tuple[OutletLine, ...]:
    told = {one for sentence in lead(comparison) for one in sentence.findings}
    alone = {letter: fact for letter, fact in only_in(comparison).items() if fact not in told}
    lines = []
    for outlet in outlets:
        fact = alone.get(outlet.letter)
        first = comparison.fact(fact).mentions[0] if fact else None
        headline = comparison.article(outlet.letter).document.headline or ""
        lines.append(
            OutletLine(
                outlet=outlet,
                headline=with_filler_noted(" ".join(headline.split())),
                alone=refs.fact(fact) if fact else None,
                ref=refs.sentence(first.sentence) if first else None,
            )
        )
    return tuple(lines)
