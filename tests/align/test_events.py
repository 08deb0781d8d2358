"""Piles of articles put into events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compare.align.events import (
    _CLOSE,
    _FLOOR,
    _REPRINT,
    WEAKEST,
    EventThreshold,
    group_events,
    link_groups,
)
from compare.model.articles import Document
from compare.sources.document import document
from tests.align.slow_events import slow_events, slow_groups, slow_likeness
from tests.align.test_near_pairs import piles
from tests.bundled import documents

FERRY = [
    "A ferry burned off Port Ellery on Tuesday and fourteen people died, the coastguard said.",
    "Fourteen people were killed when a ferry burned off Port Ellery, said the coastguard.",
    "The coastguard at Port Ellery is still searching for two people after the ferry fire.",
]
MAYOR = [
    "The mayor of Halverstoke resigned over the procurement of street lamps, her office said.",
    "Halverstoke's mayor has resigned after an audit of the street lamp procurement.",
]


def grouped(texts: Sequence[str], dates: Sequence[str | None] = ()) -> list[list[int]]:
    when = [*dates, *[None] * (len(texts) - len(dates))]
    pile = zip(texts, when, strict=True)
    return group_events([document(text, outlet="Any", published=date) for text, date in pile])


def test_two_events_in_one_pile_are_told_apart() -> None:
    assert grouped([FERRY[0], MAYOR[0], FERRY[1], MAYOR[1], FERRY[2]]) == [[0, 2, 4], [1, 3]]


def test_an_article_like_no_other_is_a_group_of_its_own() -> None:
    assert grouped([*MAYOR, "Snow fell."]) == [[0, 1], [2]]


def test_an_empty_pile_has_no_groups() -> None:
    assert grouped([]) == []


def test_like_articles_months_apart_are_two_events() -> None:
    assert grouped(MAYOR, ["2031-03-04", "2031-09-04"]) == [[0], [1]]
    assert grouped(MAYOR, ["2031-03-04", "2031-03-05"]) == [[0, 1]]


@settings(deadline=None, max_examples=40)
@given(st.permutations([*FERRY, *MAYOR]))
def test_the_order_of_the_pile_does_not_change_its_groups(pile: list[str]) -> None:
    groups = {frozenset(pile[n] for n in group) for group in grouped(pile)}
    assert groups == {frozenset(FERRY), frozenset(MAYOR)}


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip), max_size=8))
def test_every_index_is_in_exactly_one_group(texts: list[str]) -> None:
    assert sorted(n for group in grouped(texts) for n in group) == list(range(len(texts)))


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_the_groups_are_those_of_looking_at_every_pair_of_groups_again(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 9))
    pairs = [(a, b) for b in range(size) for a in range(b)]
    # All different, so that no tie is left to chance.
    found = data.draw(
        st.lists(st.integers(0, 10**6), min_size=len(pairs), max_size=len(pairs), unique=True)
    )
    likeness = {pair: value / 10**6 for pair, value in zip(pairs, found, strict=True)}
    bar = EventThreshold(_FLOOR, data.draw(st.sampled_from([_CLOSE, 0.3, 1.0])))
    kept = {pair: value for pair, value in likeness.items() if value >= bar.floor}
    assert {frozenset(group) for group in link_groups(kept, size, bar, WEAKEST)} == slow_groups(
        likeness, size, bar
    )


def _by_content(document: Document) -> tuple[str, ...]:
    published = document.published.isoformat() if document.published else ""
    return (document.text, document.headline or "", published, document.outlet)


@settings(deadline=None, max_examples=60)
@given(piles(10))
def test_the_events_are_those_of_looking_at_every_pair_of_articles(pile: list[Document]) -> None:
    alike = [value for value in slow_likeness(pile).values() if _FLOOR <= value < _REPRINT]
    assume(len(set(alike)) == len(alike))  # so that no tie is left to chance
    # Of reprints the first by content stands for all; the slow twin takes the first of the pile.
    pile = sorted(pile, key=_by_content)
    found = {frozenset(group) for group in group_events(pile)}
    assert found == slow_events(pile, _FLOOR, _REPRINT, EventThreshold(_FLOOR, _CLOSE))


@pytest.mark.parametrize(
    ("across", "one", "other", "passed"),
    [
        (0.10, None, None, True),
        (0.09, None, None, False),
        (0.10, 0.9, None, True),
        (0.10, 0.2, 0.2, True),
        (0.19, 0.4, 0.4, False),
        (0.20, 0.4, 0.4, True),
        (0.19, 0.2, 0.8, False),
        (0.20, 0.2, 0.8, True),
        (0.0, 0.0, 0.0, False),
    ],
)
def test_groups_that_are_close_within_must_be_closer_to_each_other(
    across: float, one: float | None, other: float | None, passed: bool
) -> None:
    assert EventThreshold(0.1, 0.2).passed(across, one, other) is passed


def test_an_event_of_more_articles_than_partners_are_kept_for_one_is_one_group() -> None:
    told = [f"{FERRY[0]} It was day {n} of the search." for n in range(28)]
    assert grouped([*told, MAYOR[0]]) == [list(range(28)), [28]]


@pytest.mark.parametrize("times", [2, 3, 5])
def test_reprints_do_not_keep_the_reports_of_an_event_apart(times: int) -> None:
    story = documents("mine-rescue")
    pile = [replace(one, outlet=f"{one.outlet} {n}") for one in story for n in range(times)]
    assert group_events(pile) == [list(range(len(pile)))]


def test_reprints_of_two_events_stay_with_their_own() -> None:
    stories = [*documents("mine-rescue"), *documents("demo")]
    pile = [*stories, *(replace(one, outlet=f"{one.outlet} again") for one in stories)]
    groups = group_events(pile)
    assert sorted(len(group) for group in groups) == [8, 10]
