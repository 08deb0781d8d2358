"""Two amounts of one act: the firm was paid 84,000 here and 48,000 there."""

from __future__ import annotations

from compare.findings.act_context import act_in_article
from compare.findings.figure_change import are_states_of_one_event, size_of
from compare.findings.figure_grounds import differ_in_scale, is_answered
from compare.findings.figure_readings import FigureItem
from compare.model.figures import FigureKind, Hedge
from compare.text.clause_acts import ClauseAct, are_one_act
from compare.verify.figures import are_other_places, is_demanded, is_planned

_KINDS = (
    FigureKind.COUNT,
    FigureKind.MONEY,
    FigureKind.DURATION,
    FigureKind.MEASURE,
    FigureKind.PERCENT,
)
# A figure more than so many times as large is hardly another answer to one question.
_FAR = 3
_LONGER = 1.5


def one_amount_of_act(a: FigureItem, b: FigureItem) -> bool:
    """True for two amounts that differ and are told of one act of the same people or things.

    Each is the only one of its kind in its clause, both report or both plan, and neither article
    gives the other's figure as well. Where the words state one fact, the verb is enough.
    """
    if a.figure.kind not in _KINDS or not (_is_plain(a) and _is_plain(b)):
        return False
    if a.part or b.part or a.whole != b.whole or a.fate != b.fate:
        return False
    if not (a.is_alone_in_clause() and b.is_alone_in_clause()) or not _is_near(a, b):
        return False
    if is_planned(a.given) != is_planned(b.given) or is_demanded(a.given) != is_demanded(b.given):
        return False
    if not are_states_of_one_event(a, b) or are_other_places(a.place, b.place):
        return False
    if is_answered(a, b) or is_answered(b, a):
        return False
    one, other = _act(a), _act(b)
    if _last_alike(a, b, one, other):
        return True
    return are_one_act(one, other) or bool(a.facts & b.facts and one.acts & other.acts)


def _last_alike(a: FigureItem, b: FigureItem, one: ClauseAct, other: ClauseAct) -> bool:
    """True for how long one thing was told to take: the jury was out, the jury took."""
    if a.figure.kind is not FigureKind.DURATION or one.acts or other.acts:
        return False
    shared = one.people & other.people
    small, large = sorted((abs(size_of(a)), abs(size_of(b))))
    return bool(shared) and shared in (one.people, other.people) and large <= _LONGER * small


def _act(item: FigureItem) -> ClauseAct:
    return act_in_article(item.article, item.sentence, item.figure.span)


def _is_plain(item: FigureItem) -> bool:
    return item.tied and not item.anchored and item.figure.quantity.hedge is not Hedge.VAGUE


def _is_near(a: FigureItem, b: FigureItem) -> bool:
    small, large = sorted((abs(size_of(a)), abs(size_of(b))))
    return large <= _FAR * small or differ_in_scale(a, b)
