"""How two figures stand to each other as values, whatever they count."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from compare.model.figures import Figure, FigureKind, Hedge, Quantity, compatible
from compare.text.calendar import date_of, place_in_year
from compare.text.cardinals import significant_step
from compare.text.days import ANY_YEAR, DAY, FROM_PUBLICATION, WEEKDAY
from compare.text.units import DOLLARS

# A rounding changes a figure by no more than this share of it.
_ROUNDING = Decimal("0.05")
_SMALLEST_ROUNDED = 100
_WEEK, _MOST_OF_A_YEAR, _DAY_MINUTES = 7, 300, 1440
# How far beyond the reach of a vague word a figure must lie to be at odds with it.
_VAGUE_REACH = Decimal(2)


class ValueRelation(StrEnum):
    """Equal; both can be true; equal but for rounding; cannot both be true; not comparable."""

    EQUAL = "equal"
    OVERLAP = "overlap"
    ROUNDED = "rounded"
    APART = "apart"
    UNKNOWN = "unknown"


def value_relation(a: Figure, b: Figure) -> ValueRelation:
    """How the values of two figures relate; symmetric; UNKNOWN when the units do not allow it."""
    if a.kind is not b.kind:
        return ValueRelation.UNKNOWN
    if a.kind is FigureKind.DATE:
        return _dates(a.quantity, b.quantity)
    if a.kind is FigureKind.TIME:
        return _times(a.quantity, b.quantity)
    if not _same_unit(a.quantity.unit, b.quantity.unit):
        return ValueRelation.UNKNOWN
    found = _amounts(a.quantity, b.quantity)
    if found is ValueRelation.OVERLAP and a.kind is FigureKind.MEASURE and _only_touch(a, b):
        found = ValueRelation.APART
    # A bare dollar sign may mean another dollar: equal values agree, others say nothing.
    unlike = found is ValueRelation.APART and a.quantity.unit != b.quantity.unit
    return ValueRelation.UNKNOWN if unlike else found


def _same_unit(a: str | None, b: str | None) -> bool:
    if a == b:
        return True
    names = {a, b}
    return "dollar" in names and bool(names & DOLLARS)


def _amounts(a: Quantity, b: Quantity) -> ValueRelation:
    if (a.low, a.high) == (b.low, b.high):
        return ValueRelation.EQUAL
    if compatible(a, b) or _within_vagueness(a, b):
        return ValueRelation.OVERLAP
    return ValueRelation.ROUNDED if _is_rounding(a, b) else ValueRelation.APART


def _only_touch(a: Figure, b: Figure) -> bool:
    """True for exact values whose roundings meet in one point: magnitudes of 8.6 and 8.7."""
    one, other = sorted((a.quantity, b.quantity), key=lambda q: (q.low is not None, q.low or 0))
    plain = one.hedge is other.hedge is Hedge.NONE
    return plain and one.high is not None and one.high == other.low and one.low != one.high


def _within_vagueness(a: Quantity, b: Quantity) -> bool:
    """True when a vague word is involved and the gap is smaller than the word is loose."""
    if Hedge.VAGUE not in (a.hedge, b.hedge):
        return False
    (lower, higher) = (a, b) if _before(a, b) else (b, a)
    if lower.high is None or higher.low is None or lower.high <= 0:
        return True
    return higher.low / lower.high < _VAGUE_REACH


def _before(a: Quantity, b: Quantity) -> bool:
    return a.high is not None and b.low is not None and a.high < b.low


def _is_rounding(a: Quantity, b: Quantity) -> bool:
    """True when one is the other, given less exactly: 1,187 and 1,200."""
    if a.low is None or b.low is None or a.low != a.high or b.low != b.high:
        return False
    gap, size = abs(a.low - b.low), max(abs(a.low), abs(b.low))
    if gap > size * _ROUNDING:
        return False
    most = Decimal(1) if a.unit == "percent" else size  # 100 per cent is no rounded 95
    (fine, exact), (coarse, rough) = sorted((min(_step(q), most), q) for q in (a.low, b.low))
    if (size < _SMALLEST_ROUNDED and fine >= 1) or coarse < 2 * fine:
        return False
    # Journalists round to the nearest, and cut off as well: $247.7 billion becomes $247 billion.
    return gap <= coarse / 2 or (rough < exact and gap < coarse)


def _step(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return significant_step(value, decimals)


def _dates(a: Quantity, b: Quantity) -> ValueRelation:
    units = {a.unit, b.unit}
    if len(units) == 1:
        return _same_dates(a, b, relative=FROM_PUBLICATION in units)
    if FROM_PUBLICATION in units:
        return ValueRelation.UNKNOWN
    known, other = (a, b) if a.unit == DAY else (b, a)
    if known.unit != DAY or None in (a.low, a.high, b.low, b.high):
        return ValueRelation.UNKNOWN
    return _unresolved(known, other)


def _same_dates(a: Quantity, b: Quantity, *, relative: bool) -> ValueRelation:
    if (a.low, a.high) == (b.low, b.high):
        return ValueRelation.EQUAL
    if compatible(a, b):
        return ValueRelation.OVERLAP
    # Days counted from publications that are not known may be the same day.
    return ValueRelation.UNKNOWN if relative else ValueRelation.APART


def _unresolved(known: Quantity, other: Quantity) -> ValueRelation:
    """A day that is known against a weekday, or a month without its year."""
    assert known.low is not None  # both were looked at by the caller
    assert known.high is not None
    assert other.low is not None
    assert other.high is not None
    length = known.high - known.low
    if other.unit == WEEKDAY:
        if length >= _WEEK - 1:
            return ValueRelation.UNKNOWN
        days = {date_of(int(known.low) + step).weekday() for step in range(int(length) + 1)}
        hit = any(other.low <= day <= other.high for day in days)
        return ValueRelation.OVERLAP if hit else ValueRelation.APART
    if other.unit == ANY_YEAR and length < _MOST_OF_A_YEAR:
        first, last = date_of(int(known.low)), date_of(int(known.high))
        low = place_in_year(first.month, first.day)
        high = place_in_year(last.month, last.day)
        apart = low <= high and (high < other.low or other.high < low)
        return ValueRelation.APART if apart else ValueRelation.OVERLAP
    return ValueRelation.UNKNOWN


def _times(a: Quantity, b: Quantity) -> ValueRelation:
    if a.unit != b.unit:
        return ValueRelation.UNKNOWN
    if (a.low, a.high) == (b.low, b.high):
        return ValueRelation.EQUAL
    # Shortly before midnight is eleven in the evening as well as minus ten minutes.
    turns = (-_DAY_MINUTES, 0, _DAY_MINUTES)
    close = any(compatible(_turned(a, turn), b) for turn in turns)
    return ValueRelation.OVERLAP if close else ValueRelation.APART


def _turned(quantity: Quantity, minutes: int) -> Quantity:
    low = None if quantity.low is None else quantity.low + minutes
    high = None if quantity.high is None else quantity.high + minutes
    return Quantity(low=low, high=high, unit=quantity.unit, hedge=quantity.hedge)
