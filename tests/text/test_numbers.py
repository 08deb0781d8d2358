"""Quantities in digits and words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model.figures import FigureKind, Hedge
from compare.model.spans import Span
from compare.text.cardinals import significant_step, spelled_value
from compare.text.numbers import Number, numbers


def only(text: str, language: str = "en") -> Number:
    (number,) = numbers(text, language=language)
    return number


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("about 1,200 people", 1100, 1300, Hedge.ABOUT),
        ("nearly 1,200 people", 1100, 1200, Hedge.NEARLY),
        ("at least 12 people", 12, None, Hedge.AT_LEAST),
        ("more than 12 people", 12, None, Hedge.MORE_THAN),
        ("up to 50 people", None, 50, Hedge.AT_MOST),
        ("fewer than 50 people", None, 50, Hedge.LESS_THAN),
        ("dozens of people", 20, 200, Hedge.VAGUE),
        ("about 100 people", 80, 120, Hedge.ABOUT),
        ("about 5 people", 4, 6, Hedge.ABOUT),
        ("12 people", 12, 12, Hedge.NONE),
    ],
)
def test_a_hedge_opens_or_widens_the_interval(
    text: str, low: int | None, high: int | None, hedge: Hedge
) -> None:
    quantity = only(text).quantity
    assert (quantity.low, quantity.high, quantity.hedge) == (low, high, hedge)


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("$1.3bn", FigureKind.MONEY, "dollar"),
        ("half a million euros", FigureKind.MONEY, "EUR"),
        ("45 per cent", FigureKind.PERCENT, "percent"),
        ("3 percentage points", FigureKind.PERCENT, "percentage point"),
        ("60 mph", FigureKind.MEASURE, "metre per second"),
        ("a 34-year-old man", FigureKind.AGE, "year"),
        ("a 52-48 vote", FigureKind.SCORE, "score"),
        ("the fourth person", FigureKind.ORDINAL, "place"),
        ("three hours", FigureKind.DURATION, "hour"),
        ("three people", FigureKind.COUNT, None),
        ("$3.50 a gallon", FigureKind.MONEY, "dollar/gallon"),
    ],
)
def test_a_figure_has_the_kind_and_unit_of_what_stands_beside_it(
    text: str, kind: FigureKind, unit: str | None
) -> None:
    number = only(text)
    assert (number.kind, number.quantity.unit) == (kind, unit)


def test_a_vote_keeps_both_numbers() -> None:
    assert only("The Senate voted 52 to 48.").quantity.low == Decimal("52.048")


def test_no_number_is_read_inside_a_taken_stretch() -> None:
    text = "In 12 days 14 people"
    assert [n.span.of(text) for n in numbers(text, [Span(3, 10)])] == ["14"]


@pytest.mark.parametrize(
    ("language", "value"), [("de", 1234), ("fr", 1234), ("en", Decimal("1.234"))]
)
def test_a_point_parts_thousands_only_where_the_language_writes_so(
    language: str, value: Decimal
) -> None:
    assert only("1.234 euros", language).quantity.low == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two hundred and fifty thousand", 250_000),
        ("twenty-one", 21),
        ("one million two hundred thousand and six", 1_200_006),
        ("twelve hundred", 1200),
    ],
)
def test_numerals_in_words_have_their_value(words: str, value: int) -> None:
    assert spelled_value(words) == value


@pytest.mark.parametrize(
    ("value", "decimals", "step"),
    [("1200", 0, 100), ("1187", 0, 1), ("3.5", 1, "0.1"), ("0", 0, 1)],
)
def test_the_step_is_the_unit_of_the_last_significant_digit(
    value: str, decimals: int, step: str | int
) -> None:
    assert significant_step(Decimal(value), decimals) == Decimal(step)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_and_every_span_lies_inside_it(text: str) -> None:
    end = 0
    for number in numbers(text):
        assert end <= number.span.start < number.span.end <= len(text)
        end = number.span.end


PIECES = (
    "at least", "about", "12", "1,200", "-", "to", "and", "of", "$", "€", "%", "million", "half",
    "a", "dozen", "th-year", "old", "mph", "°C", "in", ".", ",", "(", ")", "two", "hundred",
    "thousand", "between", "from", "per cent", "52-48", "No. 5", "3.5", "bn", "one in five",
)  # fmt: skip
NEWS = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


@settings(deadline=None, max_examples=300)
@given(NEWS, st.sampled_from(["en", "en-IN", "de"]))
def test_any_heap_of_number_words_is_read_without_error(text: str, language: str) -> None:
    for number in numbers(text, language=language):
        assert number.span.of(text).strip() == number.span.of(text)
        low, high = number.quantity.low, number.quantity.high
        assert low is None or high is None or low <= high


@given(st.integers(min_value=10, max_value=10**9).filter(lambda n: not 1800 <= n <= 2100))
def test_a_number_with_separators_is_read_back(value: int) -> None:
    assert only(f"{value:,} people").quantity.low == value


def test_a_run_of_digits_that_is_no_amount_is_passed_over() -> None:
    assert numbers("The code was " + "1" * 5_000 + " or more.") == ()
