from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model.articles import Precision
from compare.sources.dates import read_moment

DAY = datetime(2031, 10, 14, tzinfo=UTC)
EVENING = datetime(2031, 10, 14, 21, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2031-10-14",
        "20311014",
        "2031/10/14",
        "14 October 2031",
        "14th Oct. 2031",
        "October 14, 2031",
        "Tuesday, October 14, 2031",
        "Oct 14 2031",
    ],
)
def test_a_day_is_read_in_its_usual_forms(text: str) -> None:
    moment = read_moment(text)
    assert (moment.when, moment.precision) == (DAY, Precision.DAY)


@pytest.mark.parametrize(
    "text",
    [
        "2031-10-14T21:05Z",
        "2031-10-14 21:05 UTC",
        "2031-10-14T23:05:00+02:00",
        "2031-10-14T23:05:00.000+0200",
        "Tue, 14 Oct 2031 21:05:00 +0000",
        "Tue, 14 Oct 2031 17:05:00 EDT",
        "October 14, 2031 9:05 p.m. UTC",
        "Oct. 14, 2031 at 5:05 PM EDT",
        "14 October 2031, 23:05 CEST",
        "14 October 2031 - 21:05 GMT",
    ],
)
def test_a_time_with_a_zone_is_read_in_its_usual_forms(text: str) -> None:
    moment = read_moment(text)
    assert (moment.when, moment.precision) == (EVENING, Precision.MINUTE)
    assert moment.zone_given


@pytest.mark.parametrize(
    "text", ["2031-10-14T21:05", "2031-10-14 21:05", "Oct 14, 2031 9:05 pm", "14 Oct 2031 21:05"]
)
def test_a_time_without_a_zone_is_taken_as_utc_and_marked(text: str) -> None:
    moment = read_moment(text)
    assert moment.when == EVENING
    assert not moment.zone_given


@pytest.mark.parametrize(
    ("text", "hour"), [("12:05 a.m.", 0), ("12:05 p.m.", 12), ("11:05 pm", 23)]
)
def test_noon_and_midnight_are_told_apart(text: str, hour: int) -> None:
    assert read_moment(f"October 14, 2031, {text}").when.hour == hour


def test_dates_and_datetimes_are_taken_as_they_are() -> None:
    zone = timezone(timedelta(hours=-6))
    assert read_moment(date(2031, 10, 14)).precision is Precision.DAY
    assert read_moment(datetime(2031, 10, 14, 21, 5)).when == EVENING
    assert read_moment(datetime(2031, 10, 14, 15, 5, tzinfo=zone)).when == EVENING


@pytest.mark.parametrize(
    "text",
    ["yesterday", "14/10/2031", "2031-10", "October 32, 2031", "13:99", "", "9999-12-31", "Oct 14"],
)
def test_an_unreadable_date_is_an_error_that_shows_the_forms_read(text: str) -> None:
    with pytest.raises(ValueError, match="write it like 2031-10-14"):
        read_moment(text)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_a_moment_with_a_zone_or_a_value_error(text: str) -> None:
    try:
        moment = read_moment(text)
    except ValueError:
        return
    assert moment.when.astimezone(UTC).tzinfo is UTC


@settings(deadline=None)
@given(st.datetimes(datetime(1000, 1, 2), datetime(9998, 12, 30), timezones=st.just(UTC)))
def test_a_moment_reads_back_from_its_iso_form(when: datetime) -> None:
    moment = read_moment(when.isoformat())
    assert moment.when == when
    assert read_moment(moment.as_read) == moment
