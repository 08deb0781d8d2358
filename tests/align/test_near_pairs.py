"""The pairs of a pile that are near, found fast, beside the plain sum over all pairs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.events import microseconds_of
from compare.align.likeness import vectors
from compare.align.near_pairs import best_pairs, equal_pairs, near_pairs, nearness_in_time
from compare.model.articles import Document
from tests.align.slow_events import slow_best, slow_likeness
from tests.align.small import texts

START = datetime(2031, 3, 4, tzinfo=UTC)
DAY = 86_400_000_000


def moments(pile: list[Document]) -> list[int | None]:
    return [microseconds_of(document.published) for document in pile]


def told(*texts: str) -> list[Document]:
    return [Document(text=text, outlet="Any") for text in texts]


def piles(most: int = 8) -> st.SearchStrategy[list[Document]]:
    """Small articles with and without a headline and a date, some on the same day."""
    days = st.none() | st.integers(0, 20).map(lambda n: START + timedelta(days=n / 2))
    article = st.builds(
        Document,
        text=texts(),
        outlet=st.just("Any"),
        headline=st.none() | texts(1),
        published=days,
    )
    return st.lists(article, min_size=1, max_size=most)


@given(piles(), st.sampled_from([0.0, 0.05, 0.3, 1.0]))
@settings(deadline=None, max_examples=80)
def test_the_index_finds_what_the_plain_sum_over_all_pairs_finds(
    pile: list[Document], floor: float
) -> None:
    found = near_pairs(vectors(pile), floor, moments(pile))
    slow = {pair: value for pair, value in slow_likeness(pile).items() if value >= floor}
    assert found == pytest.approx(slow, abs=1e-9)


@given(piles())
@settings(deadline=None, max_examples=40)
def test_without_moments_no_time_counts_and_every_pair_is_there(pile: list[Document]) -> None:
    found = near_pairs(vectors(pile), 0.0)
    assert found == pytest.approx(slow_likeness(pile, dated=False), abs=1e-9)
    assert set(found) == set(combinations(range(len(pile)), 2))
    assert all(0.0 <= value <= 1.0 for value in found.values())


@given(piles(), st.sampled_from([0.5, 0.9, 0.98]))
@settings(deadline=None, max_examples=80)
def test_those_that_are_nearly_equal_are_found_by_their_rarest_words(
    pile: list[Document], floor: float
) -> None:
    # Much the same texts are what is looked for.
    pile = [*pile, *(Document(text=f"{one.text} Otters.", outlet="Any") for one in pile)]
    found = equal_pairs(vectors(pile), floor, moments(pile))
    pairs = {
        (min(near.article, other), max(near.article, other)): value
        for near in found
        for other, value in zip(near.others.tolist(), near.values.tolist(), strict=True)
    }
    assert pairs == pytest.approx(near_pairs(vectors(pile), floor, moments(pile)), abs=1e-9)


@given(piles(12), st.integers(1, 4), st.sampled_from([0.01, 0.1]), st.sampled_from([1, 5, 10**6]))
@settings(deadline=None, max_examples=120)
def test_the_best_of_each_are_those_of_looking_at_all_of_them(
    pile: list[Document], most: int, floor: float, held: int
) -> None:
    found = vectors(pile)
    near = near_pairs(found, floor, moments(pile))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("compare.align.near_pairs._HELD", held)
        best = best_pairs(found, floor, moments(pile), most)
    assert best == slow_best(near, most)


def test_of_equally_good_ones_the_smaller_numbers_are_the_best() -> None:
    pile = told(*["The bridge over the Tallow fell."] * 5)
    assert set(best_pairs(vectors(pile), 0.5, moments(pile), 1)) == {(0, n) for n in range(1, 5)}


def test_articles_too_far_apart_in_time_are_left_out_and_undated_ones_are_not() -> None:
    one = "The bridge over the Tallow fell."
    pile = [Document(text=one, outlet="Any", published=START + timedelta(days=n)) for n in (0, 30)]
    pile.append(Document(text=one, outlet="Any"))
    found = near_pairs(
        vectors(pile), 0.1, [microseconds_of(document.published) for document in pile]
    )
    assert found == {(0, 2): 1.0, (1, 2): 1.0}


@pytest.mark.parametrize(("days", "kept"), [(0, 1.0), (3, 0.607), (6, 0.135), (30, 0.0)])
def test_likeness_falls_with_the_days_between(days: int, kept: float) -> None:
    assert (
        nearness_in_time(0, days * DAY)
        == nearness_in_time(days * DAY, 0)
        == pytest.approx(kept, abs=0.001)
    )


def test_an_unknown_time_takes_nothing_away() -> None:
    assert (
        nearness_in_time(None, 5)
        == nearness_in_time(5, None)
        == nearness_in_time(None, None)
        == 1.0
    )


def test_articles_without_words_are_like_nothing() -> None:
    assert near_pairs(vectors(told("...", "...", "A bridge fell.")), 0.01) == {}
    assert near_pairs(vectors([]), 0.01) == {}
    assert best_pairs(vectors([]), 0.01, [], 3) == {}
    assert list(equal_pairs(vectors([]), 0.9, [])) == []
