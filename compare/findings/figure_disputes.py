"""Figures over which reports disagree in so many words: "43, not 41 as first said"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.findings.figure_readings import FigureItem
from compare.model.figures import Figure

_SURELY_UNUSUAL = 2.2
_THOUSAND = 1000


def disputed_pairs(ordered: Sequence[FigureItem]) -> set[tuple[int, int]]:
    """The pairs where one gives the figure that a sentence asserts, the other the one it denies.

    The two sides of each dispute are looked up once: most figures stand on neither.
    """
    found: set[tuple[int, int]] = set()
    for asserting, denied in _disputes(ordered):
        telling = unusual(denied.quantity.low) >= _SURELY_UNUSUAL
        found.update(
            (min(a, b), max(a, b))
            for a in _equal_to(asserting.figure, ordered)
            for b in _equal_to(denied, ordered)
            if ordered[a].article.letter != ordered[b].article.letter
            and (telling or ordered[a].nouns & ordered[b].nouns)
        )
    return found


def _disputes(items: Sequence[FigureItem]) -> list[tuple[FigureItem, Figure]]:
    """The figures that some sentence gives, each with one that it says is wrong."""
    return [
        (item, denied)
        for item in items
        for denied in item.denies
        if value_relation(item.figure, denied) is ValueRelation.APART
    ]


def _equal_to(figure: Figure, items: Sequence[FigureItem]) -> list[int]:
    return [
        index
        for index, item in enumerate(items)
        if value_relation(item.figure, figure) is ValueRelation.EQUAL
    ]


def unusual(value: Decimal | None) -> float:
    """How much the same number in two places tells, by its digits: 0.6 to 2.2 points."""
    size = abs(value or Decimal(0))
    digits = len(str(int(size)).rstrip("0"))
    if digits >= 3:
        return _SURELY_UNUSUAL
    if digits == 2 and size >= _THOUSAND:
        return 1.8
    return 1.4 if size > 12 else 0.6
