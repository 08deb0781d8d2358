"""How the readings of one question stand to each other, and why, in one plain sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from compare.annotate.figure_values import Likeness, likeness
from compare.findings.figure_readings import PERSONS, Item
from compare.model.figures import FigureKind, Hedge
from compare.model.findings import FigureRelation

_DATES = (FigureKind.DATE, FigureKind.TIME)
# Kinds whose true value can rise between two reports.
_GROWING = (FigureKind.COUNT, FigureKind.MEASURE, FigureKind.MONEY, FigureKind.PERCENT)
# Without a word that tells of a moving number, reports this far apart may still differ by time.
_LONG_RISE, _LONG_FALL = timedelta(hours=6), timedelta(hours=24)
_WEIGHT = (
    FigureRelation.AGREE,
    FigureRelation.COMPATIBLE,
    FigureRelation.SCOPE,
    FigureRelation.LATER,
    FigureRelation.CLASH,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The relation of two figures and the reason, a plain sentence.

    `rounded` tells that they are compatible because one is a rounded form of the other.
    """

    relation: FigureRelation
    why: str
    rounded: bool = False


def judged(group: Sequence[Item]) -> Judgement:
    """The weightiest relation between any two articles of a group, with its reason.

    An article that gives several readings stands to another as its best fitting reading does.
    """
    by_article: dict[str, list[Item]] = {}
    for item in group:
        by_article.setdefault(item.article.letter, []).append(item)
    verdicts = [
        min((between(x, y) for x in first for y in second), key=_weight)
        for first, second in combinations(by_article.values(), 2)
    ]
    return max(verdicts, key=_weight)


def between(a: Item, b: Item) -> Judgement:
    """The relation of two figures that answer one question; symmetric."""
    alike = likeness(a.figure, b.figure)
    first, second = sorted((a, b), key=lambda item: item.key)
    if alike is Likeness.EQUAL:
        return Judgement(relation=FigureRelation.AGREE, why="The figures are the same.")
    if alike is Likeness.OVERLAP:
        return Judgement(relation=FigureRelation.COMPATIBLE, why=_both_true(first, second))
    if alike is Likeness.ROUNDED:
        return Judgement(
            relation=FigureRelation.COMPATIBLE,
            rounded=True,
            why=f"{_name(first)} and {_name(second)} differ only by rounding.",
        )
    if alike is Likeness.UNKNOWN:
        return Judgement(
            relation=FigureRelation.COMPATIBLE,
            why=f"Nothing shows that {_name(first)} and {_name(second)} differ.",
        )
    return _apart(first, second)


def _weight(judgement: Judgement) -> tuple[int, bool, str]:
    return _WEIGHT.index(judgement.relation), judgement.rounded, judgement.why


def _name(item: Item) -> str:
    return f"“{' '.join(item.printed.split())}”"


def _both_true(a: Item, b: Item) -> str:
    hedges = {a.figure.quantity.hedge, b.figure.quantity.hedge}
    both = f"{_name(a)} and {_name(b)}"
    if Hedge.VAGUE in hedges:
        return f"Both can be true: {both} differ in how exact they are."
    if hedges != {Hedge.NONE}:
        return f"Both can be true: {both} allow the same value."
    if a.figure.kind in _DATES:
        return f"Both can be true: {both} can mean the same time."
    return f"Both can be true: {both} overlap when units and rounding are allowed for."


def _apart(a: Item, b: Item) -> Judgement:
    scope = _scope(a, b)
    if scope:
        return Judgement(relation=FigureRelation.SCOPE, why=scope)
    if a.figure.kind in _DATES:
        return Judgement(relation=FigureRelation.CLASH, why=_dates_apart(a, b))
    later = _later(a, b)
    if later:
        return Judgement(relation=FigureRelation.LATER, why=later)
    why = f"{_name(a)} and {_name(b)} cannot both be true of the same thing."
    return Judgement(relation=FigureRelation.CLASH, why=why)


def _scope(a: Item, b: Item) -> str:
    """Why the two may count different things, or nothing."""
    both = f"{_name(a)} and {_name(b)}"
    if a.part != b.part:
        return f"{both} may count different things: one is of others or of a part."
    if a.fate and b.fate and a.fate != b.fate:
        fates = " and ".join(sorted(f"“{fate}”" for fate in (a.fate, b.fate)))
        return f"{both} count different things: {fates}."
    if a.figure.kind not in _DATES and a.noun and b.noun and not _one_noun(a, b):
        return f"{both} count different things: {_counts(a)} and {_counts(b)}."
    return ""


def _one_noun(a: Item, b: Item) -> bool:
    """Whole noun phrases for a place in an order: the first official may be the fourth person."""
    if a.figure.kind is FigureKind.ORDINAL:
        return a.nouns == b.nouns
    return a.noun == b.noun or {a.noun, b.noun} <= PERSONS


def _counts(item: Item) -> str:
    return f"“{item.figure.counts}”"


def _later(a: Item, b: Item) -> str:
    """Why one may be the newer state of the other, or nothing."""
    if a.figure.kind not in _GROWING:
        return ""
    times = _times(a, b)
    moving = a.changing or b.changing
    if times is None:
        both = f"{_name(a)} and {_name(b)}"
        counting = moving or bool(a.fate)
        return f"{both} may be counts of different times; no times are known." if counting else ""
    (early, first), (late, second) = times
    if early == late:
        return ""
    rose = _size(second) > _size(first)
    gap = late - early
    if not (moving or (rose and bool(a.fate)) or gap >= (_LONG_RISE if rose else _LONG_FALL)):
        return ""
    higher = "higher" if rose else "lower"
    return f"The later report gives the {higher} figure: {_name(first)}, then {_name(second)}."


def _size(item: Item) -> float:
    quantity = item.figure.quantity
    value = quantity.low if quantity.low is not None else quantity.high
    return float(value or 0)


def _times(a: Item, b: Item) -> tuple[tuple[datetime, Item], tuple[datetime, Item]] | None:
    """The two items with the times of their articles, the earlier first."""
    one, other = a.article.document.published, b.article.document.published
    if one is None or other is None or (one.tzinfo is None) != (other.tzinfo is None):
        return None
    return ((one, a), (other, b)) if one <= other else ((other, b), (one, a))


def _dates_apart(a: Item, b: Item) -> str:
    both = f"{_name(a)} and {_name(b)}"
    if a.figure.kind is FigureKind.DATE and _gap(a, b) == 1:
        return f"{both} are a day apart; a time zone may be the reason."
    return f"{both} cannot both be the time of the same thing."


def _gap(a: Item, b: Item) -> int | None:
    """Days between two dates of one unit that are known to the day."""
    one, other = a.figure.quantity, b.figure.quantity
    if one.unit != other.unit or one.low is None or other.low is None:
        return None
    if one.low != one.high or other.low != other.high:
        return None
    return int(abs(one.low - other.low))
