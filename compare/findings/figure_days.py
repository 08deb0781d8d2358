"""Two dates or times of one act: arrested on the 15th, taken away on the 14th."""

from __future__ import annotations

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.findings.act_context import act_in_article
from compare.findings.figure_change import are_next_months
from compare.findings.figure_grounds import (
    LIKE_SENTENCES,
    TIMES,
    are_near_one_fact,
    have_other_amounts,
    have_same_clock,
    have_same_setting,
)
from compare.findings.figure_readings import DATES, FigureItem
from compare.model.figures import Figure, FigureKind, Hedge
from compare.text.clause_acts import ClauseAct, are_one_act
from compare.text.days import ANY_YEAR, DAY
from compare.text.verbs import acts_told
from compare.verify.figures import is_planned

_FEW_DAYS, _YEARLY = 3, 300
# Acts that happen on many days.
_OF_NO_DAY = ("say", "publish", "work", "give", "rise", "fall", "gain", "send", "leav", "arriv")


def are_of_one_dated_act(a: FigureItem, b: FigureItem, whole: float) -> bool:
    """True for two dates or times that differ and are told of one act.

    Verbs that tell of anything, or of saying, are of no act. Either the clauses tell one act of the
    same people or things, or two near days, or a month and the next, stand in sentences of one fact
    or alone in clauses with a further word of meaning in common.
    """
    if a.figure.kind not in DATES or not (_is_plain(a) and _is_plain(b)):
        return False
    return _in_one_act(a, b) or (a.figure.kind is FigureKind.DATE and _of_near_days(a, b, whole))


def _in_one_act(a: FigureItem, b: FigureItem) -> bool:
    """True where the clauses tell one act of the same people, and neither article has both times.

    What was planned in one report may have come about on another day.
    """
    if (
        a.anchored
        or b.anchored
        or _is_long(a.figure) != _is_long(b.figure)
        or have_other_amounts(a, b)
        or not have_same_clock(a, b)
        or is_planned(a.given) != is_planned(b.given)
    ):
        return False
    one, other = (act_in_article(i.article, i.sentence, i.figure.span) for i in (a, b))
    one_hour = a.figure.kind is FigureKind.TIME
    if not are_one_act(one, other, one_hour=one_hour) or not (
        _is_only(a, one) and _is_only(b, other)
    ):
        return False
    return not (_knows(a, b) or _knows(b, a))


def _is_long(figure: Figure) -> bool:
    """True for a year or a decade: what opened in 1911 is hardly what opened on Saturday."""
    low, high = figure.quantity.low, figure.quantity.high
    return figure.kind is FigureKind.DATE and bool(low and high and high - low > _YEARLY)


def _is_only(item: FigureItem, act: ClauseAct) -> bool:
    """True when no other time of the sentence is of the same verb."""
    return not any(
        act_in_article(item.article, item.sentence, other.span).verb == act.verb
        for other in item.beside
        if other.kind is item.figure.kind
        and value_relation(other, item.figure) is ValueRelation.APART
    )


def _knows(item: FigureItem, other: FigureItem) -> bool:
    """True when the article of one figure gives the other one as well."""
    return any(
        value_relation(known, other.figure) is ValueRelation.EQUAL
        for known in item.stated
        if known.kind is other.figure.kind
    )


def _of_near_days(a: FigureItem, b: FigureItem, whole: float) -> bool:
    acts = acts_told(a.nouns) & acts_told(b.nouns)
    if not acts - acts_told(_OF_NO_DAY):
        return False
    if a.names_beside and b.names_beside and not a.names_beside & b.names_beside:
        return False
    if are_next_months(a.figure, b.figure):
        return are_near_one_fact(a, b) and whole >= LIKE_SENTENCES and have_same_setting(a, b)
    if not _are_near_days(a.figure, b.figure):
        return False
    if not (a.is_alone_in_clause() and b.is_alone_in_clause()):
        return False
    return bool((a.stems & b.stems) - a.names - b.names - a.nouns - b.nouns - TIMES)


def _is_plain(item: FigureItem) -> bool:
    return item.tied and item.figure.quantity.hedge is Hedge.NONE


def _are_near_days(x: Figure, y: Figure) -> bool:
    one, other = x.quantity, y.quantity
    if one.unit != other.unit or one.unit not in (DAY, ANY_YEAR):
        return False
    if one.low is None or other.low is None:
        return False
    exact = one.low == one.high and other.low == other.high
    return exact and abs(one.low - other.low) <= _FEW_DAYS
