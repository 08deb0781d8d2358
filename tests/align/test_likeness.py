"""How alike whole articles are, measured fast, beside the plain sum over all pairs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import compare.english
from compare.align.events import moment_of
from compare.align.likeness import _stems, vectors
from compare.align.near_pairs import near_pairs, nearness
from compare.english.word_lists import sections, source_line
from compare.model.articles import Document
from compare.signals.views import content_of
from tests.align.slow_events import slow_likeness
from tests.align.small import texts

TABLE = Path(compare.english.__file__).parent / "lists" / "background.txt"
START = datetime(2031, 3, 4, tzinfo=UTC)
DAY = 86_400_000_000


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
    found = near_pairs(vectors(pile), floor, [moment_of(document.published) for document in pile])
    slow = {pair: value for pair, value in slow_likeness(pile).items() if value >= floor}
    assert found == pytest.approx(slow, abs=1e-9)


@given(piles())
@settings(deadline=None, max_examples=40)
def test_without_moments_no_time_counts_and_every_pair_is_there(pile: list[Document]) -> None:
    found = near_pairs(vectors(pile), 0.0)
    assert found == pytest.approx(slow_likeness(pile, dated=False), abs=1e-9)
    assert set(found) == set(combinations(range(len(pile)), 2))
    assert all(0.0 <= value <= 1.0 for value in found.values())


@given(st.text())
@settings(deadline=None)
def test_the_words_of_an_article_are_those_that_sentences_are_compared_by(text: str) -> None:
    assert tuple(_stems(text)) == content_of(text)


def test_articles_too_far_apart_in_time_are_left_out_and_undated_ones_are_not() -> None:
    one = "The bridge over the Tallow fell."
    pile = [Document(text=one, outlet="Any", published=START + timedelta(days=n)) for n in (0, 30)]
    pile.append(Document(text=one, outlet="Any"))
    found = near_pairs(vectors(pile), 0.1, [moment_of(document.published) for document in pile])
    assert found == {(0, 2): 1.0, (1, 2): 1.0}


@pytest.mark.parametrize(("days", "kept"), [(0, 1.0), (3, 0.607), (6, 0.135), (30, 0.0)])
def test_likeness_falls_with_the_days_between(days: int, kept: float) -> None:
    assert nearness(0, days * DAY) == nearness(days * DAY, 0) == pytest.approx(kept, abs=0.001)


def test_an_unknown_time_takes_nothing_away() -> None:
    assert nearness(None, 5) == nearness(5, None) == nearness(None, None) == 1.0


def test_a_word_of_every_day_makes_two_articles_less_alike_than_a_rare_one() -> None:
    common = near_pairs(vectors(told("People bought dravel.", "People sold quorm.")), 0.0)
    rare = near_pairs(vectors(told("Otters bought dravel.", "Otters sold quorm.")), 0.0)
    assert common[0, 1] < 0.1 < rare[0, 1]


def test_a_word_of_the_headline_counts_more_than_one_of_the_text() -> None:
    plain = near_pairs(vectors(told("Otters swam in Sarn.", "Otters ran in Brenn.")), 0.0)
    titled = [
        Document(text="Swam in Sarn.", outlet="Any", headline="Otters"),
        Document(text="Ran in Brenn.", outlet="Any", headline="Otters"),
    ]
    assert near_pairs(vectors(titled), 0.0)[0, 1] > plain[0, 1]


def test_the_weightiest_words_that_two_articles_share_come_first() -> None:
    found = vectors(told("The otters of Quorm met people.", "People of Quorm met. Quorm slept."))
    assert found.shared(0, 1, 2) == ["quorm", "met"]


def test_articles_without_words_are_like_nothing() -> None:
    assert near_pairs(vectors(told("...", "...", "A bridge fell.")), 0.01) == {}
    assert near_pairs(vectors([]), 0.01) == {}


def test_the_background_is_small_and_says_where_it_comes_from() -> None:
    assert TABLE.stat().st_size < 300_000
    assert "wordfreq" in source_line("background")
    assert "CC BY-SA 4.0" in source_line("background")


def test_every_level_of_the_background_is_a_number_and_no_stem_stands_twice() -> None:
    levels = sections("background")
    assert levels.pop("") == frozenset()
    assert all(0 < int(level) <= 30 for level in levels)
    assert sum(map(len, levels.values())) == len(frozenset().union(*levels.values()))


@pytest.mark.parametrize("word", ["people", "government", "police", "Monday"])
def test_the_background_knows_the_words_of_news_by_the_stems_of_articles(word: str) -> None:
    (stem,) = content_of(word)
    assert any(stem in group for group in sections("background").values())
