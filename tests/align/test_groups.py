from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.groups import Group, groups, mean_score
from compare.align.scores import Scores
from tests.align.small import given_scores, random_scores

FLOORS = st.sampled_from([0.0, 0.3, 0.5, 0.65, 0.7, 0.9, 1.0])


def across(scores: Scores, group: Group) -> list[tuple[int, int]]:
    """The pairs of a group that lie in different articles."""
    document = scores.story.document
    return [(a, b) for a, b in combinations(group, 2) if document(a) != document(b)]


@given(random_scores(), FLOORS)
@settings(deadline=None)
def test_every_strong_pair_is_together_in_a_group(scores: Scores, floor: float) -> None:
    found = groups(scores, floor)
    for (a, b), score in scores.score.items():
        if score >= floor:
            assert any({a, b} <= set(group) for group in found)


@given(random_scores(), FLOORS)
@settings(deadline=None)
def test_the_mean_over_the_articles_of_a_group_respects_the_floor(
    scores: Scores, floor: float
) -> None:
    for group in groups(scores, floor):
        pairs = across(scores, group)
        mean = sum(scores.of(a, b) for a, b in pairs) / len(pairs)
        assert mean >= floor - 1e-9
        assert abs(mean_score(scores, group) - mean) < 1e-9


@given(random_scores(), FLOORS)
@settings(deadline=None)
def test_groups_are_ascending_of_two_articles_and_each_is_there_once(
    scores: Scores, floor: float
) -> None:
    found = groups(scores, floor)
    assert found == sorted(set(found))
    for group in found:
        assert list(group) == sorted(set(group))
        assert across(scores, group)


@given(random_scores(), FLOORS)
@settings(deadline=None)
def test_no_group_lies_wholly_in_another(scores: Scores, floor: float) -> None:
    found = groups(scores, floor)
    assert not any(set(one) < set(other) for one in found for other in found)


@given(random_scores())
@settings(deadline=None)
def test_a_sentence_of_a_group_has_a_strong_partner_in_it(scores: Scores) -> None:
    for group in groups(scores, 0.65):
        for one in group:
            assert any(scores.of(one, other) >= 0.65 for other in group)


def test_no_strong_pair_makes_no_group() -> None:
    assert groups(given_scores({(0, 4): 0.6}), 0.65) == []
    assert groups(given_scores({}), 0.65) == []


def test_three_articles_that_state_the_same_are_one_group() -> None:
    scores = given_scores({(0, 4): 0.9, (0, 8): 0.8, (4, 8): 0.7})
    assert groups(scores, 0.65) == [(0, 4, 8)]


def test_a_sentence_that_states_two_things_is_in_two_groups() -> None:
    scores = given_scores({(0, 4): 0.9, (0, 8): 0.9, (4, 8): 0.0})
    assert groups(scores, 0.65) == [(0, 4), (0, 8)]


def test_a_chain_of_likenesses_does_not_carry_one_fact_into_another() -> None:
    scores = given_scores({(0, 4): 0.9, (4, 8): 0.9, (0, 8): 0.1, (5, 8): 0.9, (1, 5): 0.9})
    assert all(not {0, 1} <= set(group) for group in groups(scores, 0.65))


def test_two_groups_that_are_nearly_one_are_put_together() -> None:
    scores = given_scores({(0, 4): 0.9, (1, 4): 0.8, (0, 8): 0.7, (1, 8): 0.7, (4, 8): 0.7})
    assert groups(scores, 0.65) == [(0, 1, 4, 8)]
