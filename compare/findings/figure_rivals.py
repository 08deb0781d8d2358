"""Two counts of one thing in one report, each by a source of its own: police 200, the union 350."""

from __future__ import annotations

from collections.abc import Sequence

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.findings.figure_change import size_of
from compare.findings.figure_readings import FigureItem
from compare.findings.figure_ties import tying_rules
from compare.model.figures import FigureKind
from compare.model.verification import Rule
from compare.text.second_counts import is_same_source, is_told_by_somebody, second_source

_KINDS = (FigureKind.COUNT, FigureKind.PERCENT, FigureKind.MONEY, FigureKind.MEASURE)
# A figure many times as large is no other count of the same.
_FAR = 8
# One fact and one value may meet by chance.
_TIES = frozenset([Rule.ONE_COUNT, Rule.LIKE_WORDS])


def with_rivals(
    groups: Sequence[list[FigureItem]], items: Sequence[FigureItem]
) -> list[list[FigureItem]]:
    """The groups, each with what its own articles give beside a reading as another's count.

    Two groups that hold the two sides are made one. Linear in the items but for the groups joined.
    """
    joined = [list(group) for group in groups]
    for one, other in rival_pairs(items):
        homes = [_home(each, joined) for each in (one, other)]
        if homes[0] is None and homes[1] is None:
            continue
        if homes[0] is None or homes[1] is None:
            home = homes[0] if homes[0] is not None else homes[1]
            assert home is not None  # one of them is
            home.append(one if home is homes[1] else other)
        elif homes[0] is not homes[1]:
            homes[0] += homes[1]
            gone = homes[1]
            joined = [group for group in joined if group is not gone]
    return joined


def rival_pairs(items: Sequence[FigureItem]) -> list[tuple[FigureItem, FigureItem]]:
    """Pairs of figures of one article of which two sources each give one; in the order of `items`.

    The second stands for a count of the same by its words ("the union at 350"), the first is the
    nearest figure of its kind before it, in the same or the next sentence before, told by somebody
    else.
    """
    by_article: dict[str, list[FigureItem]] = {}
    for item in sorted(items, key=lambda item: item.figure.span):
        by_article.setdefault(item.article.letter, []).append(item)
    return [
        pair
        for told in by_article.values()
        for at, item in enumerate(told)
        for pair in _rival(item, told[max(0, at - 6) : at])
    ]


def are_rivals(group: Sequence[FigureItem]) -> tuple[FigureItem, FigureItem] | None:
    """The first two readings of a group that one article gives as counts of two sources."""
    pairs = rival_pairs(group)
    return min(pairs, key=lambda pair: pair[0].key, default=None)


def _rival(item: FigureItem, before: Sequence[FigureItem]) -> list[tuple[FigureItem, FigureItem]]:
    if item.figure.kind not in _KINDS:
        return []
    text = item.sentence.span.of(item.article.document.text)
    first = item.sentence.span.start
    who = second_source(text, item.figure.span.start - first, item.figure.span.end - first)
    if who is None:
        return []
    other = next(
        (x for x in reversed(before) if x.figure.kind is item.figure.kind and not x.whole), None
    )
    if other is None or not _stands_before(other, item):
        return []
    if value_relation(other.figure, item.figure) is not ValueRelation.APART or _is_far(other, item):
        return []
    words = other.sentence.span.of(other.article.document.text)
    if not is_told_by_somebody(words) or _is_said_by(other, who, item):
        return []
    return [(other, item)]


def _stands_before(other: FigureItem, item: FigureItem) -> bool:
    places = [item.article.index_of(each.sentence.id) for each in (other, item)]
    return 0 <= places[1] - places[0] <= 1


def _is_far(one: FigureItem, other: FigureItem) -> bool:
    ends = [
        abs(float(q.low if q.low is not None else q.high or 0))
        for q in (one.figure.quantity, other.figure.quantity)
    ]
    return max(ends) > _FAR * min(ends)


def _is_said_by(other: FigureItem, who: str, item: FigureItem) -> bool:
    """True where the first figure is given to the source of the second one as well."""
    if other.sentence.id == item.sentence.id:
        text, first = other.article.document.text, other.sentence.span.start
        return is_same_source(text[first : other.figure.span.start], who)
    return other.figure.source is not None and is_same_source(other.figure.source, who)


def _home(item: FigureItem, groups: Sequence[list[FigureItem]]) -> list[FigureItem] | None:
    """The group of a figure, if more than a round value ties it to another article's."""
    home = next((g for g in groups if any(x.figure.id == item.figure.id for x in g)), None)
    tied = tying_rules(item, home) if home is not None else ()
    plain = str(int(size_of(item))).rstrip("0")
    sure = not _TIES.isdisjoint(tied) or (bool(tied) and len(plain) > 1)
    return home if sure else None
