"""Two dates of one act told in other words: arrested on the 15th, taken away on the 14th."""

from __future__ import annotations

from compare.findings.figure_change import are_next_months
from compare.findings.figure_grounds import LIKE_SENTENCES, TIMES, near_one_fact, same_setting
from compare.findings.figure_readings import Item
from compare.model.figures import Figure, FigureKind, Hedge
from compare.text.days import ANY_YEAR, DAY
from compare.text.verbs import acts_told

_FEW_DAYS = 3
# Acts that happen on many days.
_OF_NO_DAY = ("say", "publish", "work", "give", "rise", "fall", "gain", "send", "leav", "arriv")


def one_dated_act(a: Item, b: Item, whole: float) -> bool:
    """True for two near days, or a month and the next, that are told of one act in other words.

    Verbs that tell of anything, or of saying, are of no act. The sentences tell one fact, or both
    clauses stand alone in it with a day and a further word of meaning in common.
    """
    if a.figure.kind is not FigureKind.DATE or not (_is_plain_day(a) and _is_plain_day(b)):
        return False
    acts = acts_told(a.nouns) & acts_told(b.nouns)
    if not acts - acts_told(_OF_NO_DAY):
        return False
    if a.names_beside and b.names_beside and not a.names_beside & b.names_beside:
        return False
    if are_next_months(a.figure, b.figure):
        return near_one_fact(a, b) and whole >= LIKE_SENTENCES and same_setting(a, b)
    if not _are_near_days(a.figure, b.figure):
        return False
    if not (a.is_alone_in_clause() and b.is_alone_in_clause()):
        return False
    return bool((a.stems & b.stems) - a.names - b.names - a.nouns - b.nouns - TIMES)


def _is_plain_day(item: Item) -> bool:
    return item.tied and item.figure.quantity.hedge is Hedge.NONE


def _are_near_days(x: Figure, y: Figure) -> bool:
    one, other = x.quantity, y.quantity
    if one.unit != other.unit or one.unit not in (DAY, ANY_YEAR):
        return False
    if one.low is None or other.low is None:
        return False
    exact = one.low == one.high and other.low == other.high
    return exact and abs(one.low - other.low) <= _FEW_DAYS
