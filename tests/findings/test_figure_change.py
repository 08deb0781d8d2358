"""What time can explain, and what it cannot."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from compare.findings.figure_change import (
    are_running_numbers,
    are_states_of_one_event,
    has_risen,
    time_explains,
)
from compare.findings.figure_readings import FigureItem, story_items
from tests.findings.story import article, one_fact

NOON, EVENING = datetime(2031, 3, 5, 12, tzinfo=UTC), datetime(2031, 3, 5, 18, tzinfo=UTC)


def first_figures(a: str, b: str) -> tuple[FigureItem, FigureItem]:
    articles = [article(a, "A", NOON), article(b, "B", EVENING)]
    items, _ = story_items(articles, one_fact(articles))
    first = next(item for item in items if item.article.letter == "A")
    return first, next(item for item in items if item.article.letter == "B")


@pytest.mark.parametrize(
    ("a", "b", "moves"),
    [
        ("Twelve people were killed at Orle.", "Fourteen people were killed at Orle.", True),
        (
            "The fire has burned 900 acres at Orle.",
            "The fire has burned 1,200 acres at Orle.",
            True,
        ),
        (
            "There were 212 passengers on the ferry.",
            "There were 221 passengers on the ferry.",
            False,
        ),
        ("The tower at Orle is 40 metres high.", "The tower at Orle is 44 metres high.", False),
        ("Twelve people were at work so far.", "Fourteen people were at work so far.", False),
    ],
)
def test_a_toll_may_move_and_what_was_counted_once_may_not(a: str, b: str, moves: bool) -> None:
    assert are_running_numbers(*first_figures(a, b)) is moves


def test_a_week_between_two_reports_may_explain_what_nothing_else_does() -> None:
    pair = first_figures("The bridge cost $41 million.", "The bridge cost $58 million.")
    assert not time_explains(*pair, timedelta(hours=6), moves=False)
    assert time_explains(*pair, timedelta(days=8), moves=False)


def test_the_later_report_with_the_higher_figure_has_risen() -> None:
    low, high = "Twelve people were killed at Orle.", "Fourteen people were killed at Orle."
    assert has_risen(*first_figures(low, high))
    assert not has_risen(*first_figures(high, low))


def test_dates_years_apart_are_of_two_events() -> None:
    assert not are_states_of_one_event(
        *first_figures("Six people died at Orle in 2024.", "Two people died at Orle on Monday.")
    )
