from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.scores import SCREEN, score_pairs
from compare.align.story import Story, candidates, story_of
from tests.align.small import articles, stories

FLOORS = st.sampled_from([0.0, 0.1, SCREEN, 0.5, 1.0, 3.0])


def slow_candidates(
    story: Story, floor: float
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The pairs that share more than the floor, looking at each; and those that share just it."""
    found, near = set(), set()
    for a, b in combinations(range(len(story.sentences)), 2):
        shared = story.sentences[a].view.content & story.sentences[b].view.content
        weight = math.fsum(story.rarity.stems[stem] for stem in shared)
        if story.document(a) != story.document(b) and shared:
            if abs(weight - floor) < 1e-9:
                near.add((a, b))
            elif weight > floor:
                found.add((a, b))
    return found, near


@given(stories(), FLOORS)
@settings(deadline=None, max_examples=60)
def test_candidates_are_those_that_a_slow_look_at_every_pair_finds(
    told: list[str], floor: float
) -> None:
    story = story_of(articles(*told))
    found = candidates(story, floor)
    certain, near = slow_candidates(story, floor)
    assert set(found) - near == certain
    assert found == sorted(set(found))


@given(stories())
@settings(deadline=None, max_examples=30)
def test_a_sentence_is_found_by_its_article_and_its_place(told: list[str]) -> None:
    story = story_of(articles(*told))
    assert len(story.at) == len(story.sentences)
    for (document, at), number in story.at.items():
        assert story.document(number) == document
        assert story.sentences[number].view.at == at


@given(stories())
@settings(deadline=None, max_examples=30)
def test_each_pair_that_passes_the_screen_has_a_score_whichever_comes_first(
    told: list[str],
) -> None:
    story = story_of(articles(*told))
    scores = score_pairs(story)
    assert list(scores.score) == candidates(story, SCREEN)
    for (a, b), score in scores.score.items():
        assert 0.0 <= score <= 1.0
        assert scores.of(a, b) == scores.of(b, a) == score


def test_sentences_with_nothing_in_common_have_no_score() -> None:
    scores = score_pairs(story_of(articles("The bridge fell.", "Rain came over the plain.")))
    assert scores.score == {}
    assert scores.of(0, 1) == 0.0


@pytest.mark.parametrize("count", [0, 1])
def test_a_story_of_no_pair_has_no_scores(count: int) -> None:
    assert score_pairs(story_of(articles(*["The bridge fell."] * count))).score == {}


def test_two_statements_alike_score_above_two_that_share_a_name() -> None:
    one = "The bridge over the river Tallow fell on Monday. Ada Roe runs a shop in Dunmere."
    other = "On Monday the bridge over the Tallow fell. Ada Roe was not asked about taxes."
    scores = score_pairs(story_of(articles(one, other)))
    assert scores.of(0, 2) > 0.5 > scores.of(1, 3)
