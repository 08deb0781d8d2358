"""Can two figures be one? Values, roundings, units left out, and numbers as they are printed."""

from __future__ import annotations

import re
from decimal import Decimal

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.model.figures import Figure, FigureKind
from compare.text.meaning import number_words

MOMENTS = (FigureKind.DATE, FigureKind.TIME)
"""Figures that tell when, not how many."""

_AGREE = (ValueRelation.EQUAL, ValueRelation.ROUNDED, ValueRelation.OVERLAP)
# Two values further apart than this are not one value in two spellings.
_OTHER_VALUE = Decimal("1.15")
# What a bound bears out lies no further beyond it, and a bound of ours lies no further below.
_BEYOND, _FAR_BELOW = Decimal("1.35"), Decimal(3)
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_SCALES = frozenset("hundred thousand million billion half".split())


def agrees(figure: Figure, other: Figure) -> bool:
    """True when a source's figure, `other`, bears ours out.

    The values agree, or one has a unit and the other none. A bound bears out what lies a little
    beyond it: "at least 12" is no ground for 43, nor "more than 200" for "more than 600".
    """
    if value_relation(figure, other) in _AGREE:
        return not _is_beyond(figure, other)
    bare = (figure.quantity.unit is None) != (other.quantity.unit is None)
    moments = figure.kind in MOMENTS or other.kind in MOMENTS
    mine = _middle(figure)
    same = mine is not None and mine == _middle(other)
    return bare and same and not moments and not (figure.counts and other.counts)


def is_otherwise(figure: Figure, other: Figure) -> bool:
    """True when a source's figure, of the same kind and unit as ours, does not bear it out."""
    found = value_relation(figure, other)
    return found is ValueRelation.APART or (found in _AGREE and _is_beyond(figure, other))


def _is_beyond(figure: Figure, other: Figure) -> bool:
    """True when ours lies far beyond the bound that a source gives."""
    if figure.kind in MOMENTS:
        return False
    mine, theirs = figure.quantity, other.quantity
    if theirs.high is None and theirs.low is not None and mine.low is not None:
        far = mine.high is None and theirs.low > mine.low * _FAR_BELOW
        return far or mine.low > theirs.low * _BEYOND
    if theirs.low is None and theirs.high is not None and mine.high is not None:
        far = mine.low is None and mine.high > theirs.high * _BEYOND
        return far or mine.high * _BEYOND < theirs.high
    if mine.high is None and mine.low is not None and theirs.low is not None:
        return theirs.low > mine.low * _FAR_BELOW
    if mine.low is None and mine.high is not None and theirs.high is not None:
        return mine.high > theirs.high * _BEYOND
    return False


def is_other_value(figure: Figure, other: Figure) -> bool:
    """True when the values differ by more than rounding, though their ranges may overlap."""
    a, b = _middle(figure), _middle(other)
    if a is None or b is None or a <= 0 or b <= 0:
        return False
    return max(a, b) / min(a, b) > _OTHER_VALUE


def _middle(figure: Figure) -> Decimal | None:
    low, high = figure.quantity.low, figure.quantity.high
    return None if low is None or high is None else (low + high) / 2


def printed_number(text: str) -> frozenset[str]:
    """The digits and number words of a figure without "million" and the like."""
    digits = frozenset(_NUMBER.findall(text))
    return digits or number_words(text) - _SCALES
