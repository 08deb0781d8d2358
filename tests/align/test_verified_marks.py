"""What does not bear out the label of its group is no mark, and a denial never joins a claim."""

from __future__ import annotations

from hypothesis import example, given, settings

from compare.align.fact_core import fact_core
from compare.align.fact_labels import fact_labels
from compare.align.groups import Grouping, group_statements
from compare.align.scores import score_pairs
from compare.align.story import story_of
from compare.align.verified_marks import mark_verdicts, with_verified_marks, without_opposing_camps
from compare.model.verification import Outcome
from tests.align.small import articles, stories

FELL = "The old bridge over the Tallow fell into the harbour on Monday night."
DENIED = "No one was killed in the fire at the Lowmoor mill on Monday."
CLAIMED = "Two people were killed in the fire at the Lowmoor mill on Monday."


def grouping(told: list[str], groups: tuple[tuple[int, ...], ...] | None = None) -> Grouping:
    found = group_statements(score_pairs(story_of(articles(*told))), 0.3)
    return found if groups is None else Grouping(scores=found.scores, groups=groups, details={})


def test_a_stray_statement_is_taken_out_of_its_group() -> None:
    stray = "She asked for a glass of milk."
    found = with_verified_marks(grouping([FELL, FELL, stray], ((0, 1, 2),)))
    assert found.groups == ((0, 1),)


def test_a_group_that_is_left_with_one_article_is_no_shared_fact() -> None:
    stray = "She asked for a glass of milk."
    assert with_verified_marks(grouping([FELL, stray], ((0, 1),))).groups == ()


def test_a_denial_is_never_one_fact_with_what_it_denies() -> None:
    found = with_verified_marks(grouping([DENIED, CLAIMED], ((0, 1),)))
    assert found.groups == ()


def test_denials_of_two_articles_are_a_fact_of_their_own() -> None:
    told = [DENIED, CLAIMED, DENIED.replace("on Monday", "this week"), CLAIMED, CLAIMED]
    found = with_verified_marks(grouping(told, ((0, 1, 2, 3, 4),)))
    assert found.groups == ((0, 2), (1, 3, 4))


@given(stories())
@example(["Bridge.", "Bridge opened inspected mayor.", "Council. Closed inspected mayor."])
@settings(deadline=None, max_examples=40)
def test_every_mark_that_is_left_bears_out_the_label_it_had(told: list[str]) -> None:
    before = grouping(told)
    after = with_verified_marks(before)
    story = before.scores.story
    agreed = sorted(
        camp for group in before.groups for camp in without_opposing_camps(before.scores, group)
    )
    cores = {camp: fact_core(story, camp) for camp in agreed}
    named = fact_labels(story, cores)
    kept = {
        number
        for group, of in cores.items()
        for number, verdict in mark_verdicts(before.scores, group, of, named[group]).items()
        if verdict.outcome is not Outcome.DROPPED
    }
    assert {number for group in after.groups for number in group} <= kept
    for group in after.groups:
        assert len({story.document(number) for number in group}) > 1
