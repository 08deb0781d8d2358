"""Figures that a set phrase stands for: "twice", "in his fifties"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from compare.model.figures import FigureKind
from compare.model.spans import Span
from compare.text.fold import lower_case

# "Twice as big" and "twice the size" compare, "twice a week" and "twice-married" do not count.
_TWICE = re.compile(
    r"(?<![\w-])twice(?![\w-])(?!\s+(?:as|that|the|its|his|her|their|our|what|an?|over|daily|weekly"
    r"|monthly|yearly)(?!\w))",
    re.IGNORECASE,
)
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_IN_THEIR = re.compile(
    r"(?<!\w)in\s+(?:his|her|their|my|your)\s+(?:(?:early|mid|late)[-\s]+)?"
    rf"(?P<decade>{'|'.join(_DECADES)})(?!\w)",
    re.IGNORECASE,
)


def set_phrases(text: str) -> Iterator[tuple[Span, Decimal, Decimal, FigureKind]]:
    """Where such a phrase stands, its least and greatest value, and its kind; ages are in years."""
    for match in _TWICE.finditer(text):
        yield Span(match.start(), match.end()), Decimal(2), Decimal(2), FigureKind.COUNT
    for match in _IN_THEIR.finditer(text):
        low = Decimal(_DECADES[lower_case(match["decade"])])
        yield Span(match.start(), match.end()), low, low + 9, FigureKind.AGE
