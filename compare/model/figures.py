"""Quantities as intervals, and the figures of an article."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from compare.model.ids import FigureId
from compare.model.spans import Span


class Hedge(StrEnum):
    """How a figure is qualified in the words around it."""

    NONE = "none"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    NEARLY = "nearly"
    VAGUE = "vague"


class FigureKind(StrEnum):
    """What sort of thing a figure measures."""

    COUNT = "count"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    MEASURE = "measure"
    AGE = "age"
    SCORE = "score"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An interval of values; an open end is None. `unit` is the base unit or currency, if any."""

    low: Decimal | None
    high: Decimal | None
    unit: str | None = None
    hedge: Hedge = Hedge.NONE

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"interval {self.low}..{self.high} is backwards")


def compatible(a: Quantity, b: Quantity) -> bool:
    """Could both be true? An open end is unbounded; units are not looked at.

    >>> twelve = Quantity(low=Decimal(12), high=Decimal(12))
    >>> compatible(twelve, Quantity(low=Decimal(10), high=None))
    True
    >>> compatible(twelve, Quantity(low=Decimal(14), high=Decimal(14)))
    False
    """
    return (a.low is None or b.high is None or a.low <= b.high) and (
        b.low is None or a.high is None or b.low <= a.high
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One quantity, date or time as printed; `id` is like "B.n4".

    `counts` says in words what is counted ("people killed"). `source` are the words that name who
    gives the figure, if the sentence does. For dates and times, `low` and `high` of the quantity
    are days, or minutes, since 1970-01-01 in the article's own zone.
    """

    id: FigureId
    span: Span
    quantity: Quantity
    kind: FigureKind
    counts: str = ""
    source: str | None = None
