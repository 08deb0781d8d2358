"""Can two figures be one? Values, roundings, units left out, and numbers as they are printed."""

from __future__ import annotations

import re
from decimal import Decimal

from compare.annotate.figure_values import Likeness, likeness
from compare.model.figures import Figure, FigureKind
from compare.text.meaning import numbers

MOMENTS = (FigureKind.DATE, FigureKind.TIME)
"""Figures that tell when, not how many."""

_AGREE = (Likeness.EQUAL, Likeness.ROUNDED, Likeness.OVERLAP)
# Two values further apart than this are not one value in two spellings.
_OTHER_VALUE = Decimal("1.15")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_SCALES = frozenset("hundred thousand million billion half".split())


def agrees(figure: Figure, other: Figure) -> bool:
    """True when two figures can be one: values that agree, or one with a unit and one without."""
    if likeness(figure, other) in _AGREE:
        return True
    bare = (figure.quantity.unit is None) != (other.quantity.unit is None)
    moments = figure.kind in MOMENTS or other.kind in MOMENTS
    same = figure.quantity.low is not None and figure.quantity.low == other.quantity.low
    return bare and same and not moments and not (figure.counts and other.counts)


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
    return digits or numbers(text) - _SCALES
