"""Dates and times, resolved against the day of publication."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model.figures import FigureKind, Hedge
from compare.text.calendar import date_of, number_of
from compare.text.dates import Moment, dates

WEDNESDAY = date(2031, 3, 5)


def days(text: str, published: date = WEDNESDAY, language: str = "en") -> tuple[str, str]:
    (moment,) = dates(text, published, language=language)
    low, high = moment.quantity.low, moment.quantity.high
    assert low is not None
    assert high is not None
    return date_of(int(low)).isoformat(), date_of(int(high)).isoformat()


def only(text: str, published: date | None = WEDNESDAY) -> Moment:
    (moment,) = dates(text, published)
    return moment


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("on Tuesday", "2031-03-04", "2031-03-04"),
        ("on Wednesday", "2031-03-05", "2031-03-05"),
        ("will vote on Tuesday", "2031-03-11", "2031-03-11"),
        ("Tuesday last week", "2031-02-25", "2031-02-25"),
        ("last week", "2031-02-23", "2031-03-02"),
        ("earlier this week", "2031-03-02", "2031-03-04"),
        ("in February", "2031-02-01", "2031-02-28"),
        ("in December", "2030-12-01", "2030-12-31"),
        ("by the election in June", "2031-06-01", "2031-06-30"),
        ("early July 2016", "2016-07-01", "2016-07-14"),
        ("Nov. 28", "2030-11-28", "2030-11-28"),
        ("28 November", "2030-11-28", "2030-11-28"),
        ("Dec. 25-26", "2030-12-25", "2030-12-26"),
        ("this fall", "2031-09-01", "2031-12-21"),
        ("last summer", "2030-06-01", "2030-09-22"),
        ("two years ago", "2028-08-17", "2029-09-21"),
        ("the first half of last year", "2030-01-01", "2030-06-30"),
    ],
)
def test_a_date_is_resolved_with_its_precision(text: str, low: str, high: str) -> None:
    assert days(text) == (low, high)


def test_numeric_dates_follow_the_language() -> None:
    assert days("5/6/2030", language="en-US") == ("2030-05-06", "2030-05-06")
    assert days("5/6/2030", language="en-GB") == ("2030-06-05", "2030-06-05")
    assert days("5/6/2030") == ("2030-05-06", "2030-06-05")


def test_seasons_turn_around_in_the_south() -> None:
    assert days("the summer of 2030", language="en-AU") == ("2030-12-01", "2031-03-20")


def test_the_day_of_publication_is_that_of_the_articles_own_zone() -> None:
    late = datetime(2031, 3, 5, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert dates("today", late)[0].quantity.low == number_of(date(2031, 3, 5))


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("on Friday", 4, 4, "weekday"),
        ("in February", 31, 61, "day of any year"),
        ("yesterday", -1, -1, "day from publication"),
        ("in 2016", 16801, 17166, "day"),
    ],
)
def test_without_a_publication_date_what_is_known_is_kept(
    text: str, low: int, high: int, unit: str
) -> None:
    quantity = only(text, None).quantity
    assert (quantity.low, quantity.high) == (Decimal(low), Decimal(high))
    assert quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "minute", "unit"),
    [
        ("at 7:45 p.m.", 1185, "minute of the day"),
        ("at 12 a.m.", 0, "minute of the day"),
        ("at noon", 720, "minute of the day"),
        ("at 7:45 p.m. EDT", 1425, "minute of the day UTC"),
        ("at 0930 GMT", 570, "minute of the day UTC"),
        ("at 8 a.m. JST", 1380, "minute of the day UTC"),
    ],
)
def test_times_of_day_are_minutes(text: str, minute: int, unit: str) -> None:
    moment = only(text)
    assert moment.kind is FigureKind.TIME
    assert moment.quantity.low == Decimal(minute)
    assert moment.quantity.unit == unit


def test_a_limit_stretches_a_time_and_is_part_of_the_span() -> None:
    text = "The fire broke out shortly before 5 p.m. there."
    moment = only(text)
    assert moment.span.of(text) == "shortly before 5 p.m."
    assert (moment.quantity.low, moment.quantity.high) == (Decimal(990), Decimal(1020))
    assert moment.quantity.hedge is Hedge.LESS_THAN


@pytest.mark.parametrize(
    "text",
    ["the fall of the wall", "Mrs. May said", "March on the hall", "year 31", "45/99/2030"],
)
def test_no_date_is_seen_in_other_words(text: str) -> None:
    assert dates(text, WEDNESDAY) == ()


PIECES = (
    "last", "this", "next", "early", "mid-", "Friday", "weekend", "week", "May", "March", "Feb.",
    "31", "30th", "2016", "-", "17", ",", "of", "the", "in", "fall", "winter", "ago", "two",
    "years", "by", "before", "7:45", "p.m.", "EST", "end of", "1990s", "11/31/2030",
    "Christmas Eve",
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join),
    st.one_of(st.none(), st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))),
)
def test_any_heap_of_date_words_is_read_without_error(text: str, published: date | None) -> None:
    end = 0
    for moment in dates(text, published):
        assert end <= moment.span.start < moment.span.end <= len(text)
        end = moment.span.end


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    for moment in dates(text, datetime(2031, 3, 5, tzinfo=UTC)):
        assert moment.span.end <= len(text)
