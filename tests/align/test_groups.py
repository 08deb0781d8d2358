"""Statements that say the same: a partition, found by average link and a second look."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.groups import Group, clusters, group_statements, strength
from compare.align.scores import Scores, score_pairs, scores_of
from compare.align.story import Story, story_of
from tests.align.small import articles, given_scores, random_scores, stories

FLOORS = st.sampled_from([0.05, 0.3, 0.5, 0.65, 0.7, 0.9, 1.0])


def slow_clusters(scores: Scores, floor: float) -> list[Group]:
    """Average link with all means worked out from scratch at each step."""
    found: list[Group] = [(number,) for number in sorted(scores.partners)]

    def mean(one: Group, other: Group) -> float:
        return sum(scores.of(a, b) for a in one for b in other) / (len(one) * len(other))

    while True:
        pairs = [
            # As the heap does: the fuller pair first, then the lower first numbers.
            (-mean(one, other), one, other)
            for one, other in combinations(found, 2)
            if any(b in scores.partners[a] for a in one for b in other)
        ]
        near = [pair for pair in pairs if -pair[0] >= floor]
        if not near:
            return sorted(group for group in found if len(group) > 1)
        _, one, other = min(near)
        found = sorted([*(g for g in found if g not in (one, other)), tuple(sorted(one + other))])


def assert_means(scores: Scores, found: list[Group], floor: float) -> None:
    """No cluster fits another well enough to be joined to it."""
    everything = [*found, *((n,) for n in scores.partners if not any(n in g for g in found))]
    for one, other in combinations(everything, 2):
        total = sum(scores.of(a, b) for a in one for b in other)
        assert total / (len(one) * len(other)) < floor + 1e-9


def distinct(scores: Scores) -> Scores:
    """The same pairs with scores that are never equal and make no equal means."""
    return given_scores(
        {pair: score - 0.001 * 2**-n for n, (pair, score) in enumerate(scores.score.items())}
    )


@given(random_scores(), FLOORS)
@settings(deadline=None)
def test_clusters_are_those_of_average_link_from_scratch(scores: Scores, floor: float) -> None:
    told = distinct(scores)
    assert clusters(told, floor) == slow_clusters(told, floor)


@given(random_scores(), FLOORS)
@settings(deadline=None)
def test_clusters_are_disjoint_and_cannot_be_joined_further(scores: Scores, floor: float) -> None:
    found = clusters(scores, floor)
    assert found == sorted(found)
    numbers = [number for group in found for number in group]
    assert len(set(numbers)) == len(numbers)
    assert all(len(group) > 1 and list(group) == sorted(group) for group in found)
    assert_means(scores, found, floor)


def assert_grouped(scores: Scores, floor: float) -> None:
    grouping = group_statements(scores, floor)
    story = grouping.scores.story
    under = [group for each in grouping.details.values() for group in each]
    numbers = [number for group in (*grouping.groups, *under) for number in group]
    assert len(set(numbers)) == len(numbers)
    assert list(grouping.groups) == sorted(grouping.groups)
    assert set(grouping.details) <= set(grouping.groups)
    for group in (*grouping.groups, *under):
        assert list(group) == sorted(group)
        assert len({story.document(number) for number in group}) > 1
    assert_same_words(scores.story, story)


def assert_same_words(before: Story, after: Story) -> None:
    """All words of the statements are still there, in the same sentences."""
    for sentence in range(len(before.sentences)):
        old = "".join(before.words_of(n) for n in before.statements_of(sentence))
        new = "".join(after.words_of(n) for n in after.statements_of(sentence))
        assert "".join(new.split()) == "".join(old.split())


@given(random_scores(), FLOORS)
@settings(deadline=None)
def test_no_statement_is_in_two_groups_and_each_group_has_two_articles(
    scores: Scores, floor: float
) -> None:
    assert_grouped(scores, floor)


@given(stories(4), st.sampled_from([0.05, 0.3, 0.5]))
@settings(deadline=None, max_examples=40)
def test_the_groups_of_any_story_are_disjoint_and_of_two_articles(
    told: list[str], floor: float
) -> None:
    assert_grouped(score_pairs(story_of(articles(*told))), floor)


def groups(found: dict[tuple[int, int], float], floor: float = 0.6) -> tuple[Group, ...]:
    return group_statements(given_scores(found), floor).groups


def test_no_strong_pair_makes_no_group() -> None:
    assert groups({(0, 4): 0.59}) == ()
    assert groups({}) == ()


def test_two_statements_of_one_article_are_no_group() -> None:
    assert groups({(0, 1): 0.9}) == ()


def test_three_articles_that_state_the_same_are_one_group() -> None:
    assert groups({(0, 4): 0.9, (0, 8): 0.8, (4, 8): 0.7}) == ((0, 4, 8),)


def test_a_chain_of_likenesses_does_not_carry_one_fact_into_another() -> None:
    found = groups({(0, 4): 0.9, (4, 8): 0.7, (1, 5): 0.9, (5, 8): 0.8})
    assert found == ((0, 4), (1, 5, 8))


def test_a_second_look_adds_what_fits_two_thirds_as_well() -> None:
    strong = {(0, 4): 0.9}
    assert groups({**strong, (0, 8): 0.42, (4, 8): 0.42}) == ((0, 4, 8),)
    assert groups({**strong, (0, 8): 0.2, (4, 8): 0.2}) == ((0, 4),)


def test_a_second_look_gives_a_statement_to_the_group_that_it_fits_better() -> None:
    found = groups({(0, 4): 0.9, (1, 5): 0.9, (0, 8): 0.7, (1, 8): 0.8})
    assert found == ((0, 4), (1, 5, 8))


def test_the_strength_of_a_group_is_its_mean_between_articles() -> None:
    scores = given_scores({(0, 4): 0.9, (1, 4): 0.5, (0, 1): 0.1})
    assert abs(strength(scores, (0, 1, 4)) - 0.7) < 1e-9
    assert strength(scores, (0, 1)) == 0.0


BRIDGE = "The old bridge over the Tallow collapsed."
FERRY = "The ferry service stopped with hundreds waiting."
BOTH = "The old bridge over the Tallow collapsed with the ferry service stopped."


def claimed(both: str = BOTH) -> tuple[Scores, Story]:
    """Three articles; the only statement of the last one belongs to the facts of both others."""
    texts = (f"{BRIDGE} {FERRY}", f"{BRIDGE} {FERRY}", both)
    scores = score_pairs(story_of(articles(*texts)))
    assert [one.sentence for one in scores.story.statements] == [0, 1, 2, 3, 4]
    given_ = {(0, 2): 0.95, (1, 3): 0.95, (0, 4): 0.9, (2, 4): 0.9, (1, 4): 0.7, (3, 4): 0.7}
    made = scores_of(
        scores.story,
        dict(sorted(given_.items())),
        row=dict.fromkeys(given_, 0),
        values=scores.values,
        headlines={},
    )
    return made, scores.story


def test_a_statement_that_two_groups_claim_is_cut_between_them_and_the_pieces_tile_it() -> None:
    scores, before = claimed()
    grouping = group_statements(scores, 0.8)
    story = grouping.scores.story
    assert len(story.statements) == len(before.statements) + 1
    assert_same_words(before, story)
    said = [[story.words_of(number) for number in group] for group in grouping.groups]
    assert said == [
        [BRIDGE, BRIDGE, "The old bridge over the Tallow collapsed"],
        [FERRY, FERRY, "with the ferry service stopped."],
    ]
    assert grouping.scores.of(4, 0) == grouping.scores.of(5, 0) == 0.9


def pieces(both: str) -> list[str]:
    """The statements that the last article has once those that are claimed are cut."""
    scores, _ = claimed(both)
    story = group_statements(scores, 0.8).scores.story
    return [story.words_of(number) for number in story.statements_of(4)]


def test_a_report_stays_with_a_piece_of_the_statement_that_is_cut() -> None:
    assert pieces(f"Police said {BOTH[0].lower()}{BOTH[1:]}") == [
        "Police said the old bridge over the Tallow collapsed",
        "with the ferry service stopped.",
    ]


def test_a_scrap_is_not_cut_off_a_statement() -> None:
    text = "The old bridge over the Tallow collapsed on the ferry."
    assert pieces(text) == [text]


def test_a_statement_that_cannot_be_divided_stays_whole_in_its_own_group() -> None:
    scores = given_scores(
        {(0, 4): 0.95, (1, 5): 0.95, (0, 8): 0.9, (4, 8): 0.9, (1, 8): 0.7, (5, 8): 0.7}
    )
    grouping = group_statements(scores, 0.8)
    assert grouping.scores is scores
    assert grouping.groups == ((0, 4, 8), (1, 5))


def test_a_finer_fact_on_the_same_sentences_stands_under_its_main_fact() -> None:
    one = "The old bridge over the Tallow collapsed, and three cars sank in the river."
    story = story_of(articles(one, one))
    assert story.first == (0, 2, 4)
    for weak, details in ((0.4, {(0, 2): ((1, 3),)}), (0.6, {})):
        found = {(0, 2): 0.9, (1, 3): weak}
        scores = scores_of(
            story,
            found,
            row=dict.fromkeys(found, 0),
            values=score_pairs(story).values,
            headlines={},
        )
        grouping = group_statements(scores, 0.3)
        assert dict(grouping.details) == details
        assert grouping.groups == (((0, 2),) if details else ((0, 2), (1, 3)))
