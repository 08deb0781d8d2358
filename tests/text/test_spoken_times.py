"""Times of day in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.text.spoken_times import spoken_times, unsure_times


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("It came at twenty to six in the morning.", 340),
        ("It came at a quarter past twelve in the afternoon.", 735),
        ("It came at half past twelve at night.", 30),
        ("It came at eleven o'clock at night.", 23 * 60),
        ("It came at ten to one in the morning.", 50),
        ("It came at five minutes past 4 on Monday afternoon.", 16 * 60 + 5),
    ],
)
def test_a_spoken_time_with_its_half_of_the_day_is_a_minute(text: str, minute: int) -> None:
    assert [found for _, found in spoken_times(text)] == [minute]


def test_a_time_that_may_be_morning_or_evening_is_only_kept_from_counting() -> None:
    text = "They met at half past six."
    assert list(spoken_times(text)) == []
    assert [span.of(text) for span in unsure_times(text)] == ["half past six"]


def test_a_vote_is_no_time() -> None:
    assert list(unsure_times("They voted ten to six.")) == []


@settings(deadline=None)
@given(st.text(alphabet="half past six to ten o’clock in the morning 123 quarter", max_size=60))
def test_any_text_gives_minutes_of_one_day_and_spans_inside(text: str) -> None:
    for span, minute in spoken_times(text):
        assert 0 <= minute < 24 * 60
        assert 0 <= span.start < span.end <= len(text)
