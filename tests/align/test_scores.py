"""The scores of pairs of statements, found from both ends, and their reasons."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from compare.align.scores import Scores, score_pairs
from compare.align.story import story_of
from compare.signals.scale import scale
from compare.signals.statement_signals import SIGNALS
from tests.align.small import article, articles, stories


def scored(*texts: str) -> Scores:
    return score_pairs(story_of(articles(*texts)))


@given(stories())
@settings(deadline=None, max_examples=30)
def test_each_score_is_found_from_both_ends_and_above_notice(told: list[str]) -> None:
    scores = scored(*told)
    for (a, b), score in scores.score.items():
        assert a < b
        assert 0.02 <= score <= 1.0
        assert scores.of(a, b) == scores.of(b, a) == score
        assert scores.partners[a][b] == scores.partners[b][a] == score
    assert sum(map(len, scores.partners.values())) == 2 * len(scores.score)
    assert set(scores.row) == set(scores.score)
    assert sorted(scores.row.values()) == list(range(len(scores.values)))


@given(stories())
@settings(deadline=None, max_examples=30)
def test_no_score_joins_two_statements_of_one_sentence(told: list[str]) -> None:
    scores = scored(*told)
    of = scores.story.statements
    assert all(of[a].sentence != of[b].sentence for a, b in scores.score)


@given(stories())
@settings(deadline=None, max_examples=20)
def test_the_reasons_of_a_pair_add_up_to_its_score(told: list[str]) -> None:
    scores = scored(*told)
    for (a, b), score in scores.score.items():
        reasons = scores.reasons(a, b)
        assert {reason.signal for reason in reasons} == set(SIGNALS)
        points = sum(reason.points for reason in reasons)
        assert scale("statements").probability(points) == pytest.approx(score, abs=0.002)


def test_statements_with_nothing_in_common_have_no_score() -> None:
    scores = scored("The bridge fell.", "Rain came over the plain.")
    assert scores.score == {}
    assert scores.of(0, 1) == 0.0


@pytest.mark.parametrize("count", [0, 1])
def test_a_story_of_no_pair_has_no_scores(count: int) -> None:
    assert scored(*["The bridge fell."] * count).score == {}


def test_two_statements_alike_score_above_two_that_share_a_name() -> None:
    one = "The bridge over the river Tallow fell on Monday. Ada Roe runs a shop in Dunmere."
    other = "On Monday the bridge over the Tallow fell. Ada Roe was not asked about taxes."
    scores = scored(one, other)
    assert scores.of(0, 2) > 0.5 > scores.of(1, 3)


def test_a_headline_is_scored_with_the_statements_of_all_articles() -> None:
    text = "The bridge over the river Tallow fell on Monday. Growers sold their wheat."
    known = [article(text, "A", "Bridge over river Tallow fell on Monday"), article(text, "B")]
    scores = score_pairs(story_of(known))
    assert set(scores.headlines) == {0}
    fits = scores.headlines[0]
    assert min(fits[0], fits[2]) > 0.3
    assert max(fits.get(1, 0.0), fits.get(3, 0.0)) < 0.1
