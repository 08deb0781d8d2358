"""Figures in the few characters of a cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from compare.formats.brief_figure import short_figure
from compare.model.figures import Figure, FigureKind, Hedge, Quantity
from compare.model.spans import Span


def figure(
    low: str | None,
    high: str | None,
    hedge: Hedge = Hedge.NONE,
    kind: FigureKind = FigureKind.COUNT,
) -> Figure:
    return Figure(
        id="A.n1",
        span=Span(0, 1),
        kind=kind,
        quantity=Quantity(
            low=None if low is None else Decimal(low),
            high=None if high is None else Decimal(high),
            hedge=hedge,
        ),
    )


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (figure("14", "14"), "14"),
        (figure("12", None, Hedge.AT_LEAST), "≥12"),
        (figure("12", None, Hedge.MORE_THAN), ">12"),
        (figure(None, "40", Hedge.AT_MOST), "≤40"),
        (figure("0", "40", Hedge.LESS_THAN), "<40"),
        (figure("90", "100", Hedge.NEARLY), "~100"),
        (figure("1150", "1250", Hedge.ABOUT), "~1,200"),
        (figure("3", "5"), "3–5"),
        (figure("2.50", "2.50"), "2.5"),
        (figure("1000000", "1000000"), "1m"),
        (figure("3500000", "3500000", kind=FigureKind.MONEY), "3.5m"),
        (figure("1234567", "1234567"), "1,234,567"),
        (figure("20000000000", "20000000000"), "20bn"),
        (figure("40", "40", kind=FigureKind.PERCENT), "as printed"),
        (figure("19000", "19000", kind=FigureKind.DATE), "as understood"),
        (figure("2", "20", Hedge.VAGUE), "as printed"),
        (figure("2000000", None, Hedge.VAGUE, FigureKind.MONEY), "as printed"),
        (figure(None, None, Hedge.VAGUE), "as printed"),
    ],
)
def test_an_amount_is_shown_with_its_hedge(amount: Figure, shown: str) -> None:
    assert short_figure(amount, "as understood", "as printed") == shown


@pytest.mark.parametrize("kind", [FigureKind.MEASURE, FigureKind.DURATION])
def test_what_has_a_unit_is_shown_as_printed(kind: FigureKind) -> None:
    low, high = Decimal("13759.89"), Decimal("15208.30")
    quantity = Quantity(low=low, high=high, unit="metre")
    amount = Figure(id="A.n1", span=Span(0, 10), quantity=quantity, kind=kind)
    assert short_figure(amount, "13759.89 to 15208.3 metre", "nine\n miles") == "nine miles"


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("40 percent", "40%"),
        ("four in ten", "four in ten"),
        ("More than a third", "More than a third"),
    ],
)
def test_a_share_in_words_is_shown_in_its_words(printed: str, shown: str) -> None:
    assert short_figure(figure("40", "40", kind=FigureKind.PERCENT), "40 percent", printed) == shown


def test_an_age_in_months_is_shown_as_printed() -> None:
    age = figure("1", "1.5", kind=FigureKind.AGE)
    assert short_figure(age, "18 months", "18-month-old") == "18-month-old"


@pytest.mark.parametrize("digits", [24, 25, 28, 29, 36, 40, 46])
def test_an_amount_of_however_many_digits_is_shown(digits: int) -> None:
    value = Decimal("1" + "3" * digits)
    quantity = Quantity(low=value, high=value)
    span = Span(0, 3)
    huge = Figure(id="A.n1", span=span, quantity=quantity, kind=FigureKind.COUNT, counts="cells")
    assert short_figure(huge, str(value), str(value)).startswith("1.33")
