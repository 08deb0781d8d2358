"""The axis on which the answers to one question are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from compare.model.figures import Quantity

# Per cent of the axis: marks stay clear of its ends, where the figures beside them would be cut.
_FROM, _TO = 6.0, 92.0
_MIDDLE = 35.0
# Marks that begin beyond this have more room on their left.
BEFORE = 40.0


class Axis:
    """A scale from the smallest to the largest end of some quantities."""

    def __init__(self, quantities: Iterable[Quantity]) -> None:
        ends = [end for q in quantities for end in (q.low, q.high) if end is not None]
        self._low = min(ends, default=Decimal(0))
        self._high = max(ends, default=Decimal(0))

    def place(self, quantity: Quantity) -> tuple[str, str, str]:
        """The shape of the mark (point, from, upto, range, none) and its two ends in per cent."""
        low, high = quantity.low, quantity.high
        if low is not None and high is not None:
            return ("point" if low == high else "range"), self._at(low), self._at(high)
        if low is not None:
            return "from", self._at(low), self._at(low)
        if high is not None:
            return "upto", self._at(high), self._at(high)
        return "none", f"{_MIDDLE:.1f}", f"{_MIDDLE:.1f}"

    def _at(self, value: Decimal) -> str:
        if self._high == self._low:
            return f"{_MIDDLE:.1f}"
        share = float((value - self._low) / (self._high - self._low))
        return f"{_FROM + share * (_TO - _FROM):.1f}"
