from __future__ import annotations

from hypothesis import given, settings

from compare.align.links import link, links_of, place, relation
from compare.align.scores import score_pairs
from compare.align.story import story_of
from compare.model.facts import Relation
from tests.align.small import article, articles, stories

LONG = (
    "The bridge over the Tallow fell on Monday night and three dredgers sank beside the old "
    "customs quay, where a crane lay."
)
SHORT = "The bridge over the Tallow fell on Monday night."


def test_a_statement_that_says_more_contains_the_other() -> None:
    story = story_of(articles(LONG, SHORT))
    assert relation(story, 0, 1) is Relation.A_CONTAINS_B
    assert relation(story, 1, 0) is Relation.B_CONTAINS_A
    assert relation(story, 1, 1) is Relation.SAME


def test_statements_without_content_are_the_same() -> None:
    story = story_of(articles("It was so.", "And so it was."))
    assert relation(story, 0, 1) is Relation.SAME


def test_a_link_starts_at_the_document_that_comes_first_in_the_input() -> None:
    canonical = (article(LONG, "B"), article(SHORT, "A"))
    scores = score_pairs(story_of(canonical))
    found = link(scores, 0, 1)
    assert (found.a.article, found.b.article) == ("A", "B")
    assert (found.a.document, found.b.document) == (0, 1)
    assert found.relation is Relation.B_CONTAINS_A
    assert found == link(scores, 1, 0)


def test_a_place_counts_the_documents_as_they_were_given() -> None:
    story = story_of((article(SHORT, "C"), article(LONG, "A")))
    assert (place(story, 0).document, place(story, 0).sentence) == (2, "C.s1")
    assert place(story, 1).span.of(LONG) == LONG


@given(stories())
@settings(deadline=None, max_examples=40)
def test_links_come_best_first_above_the_floor_with_reasons(told: list[str]) -> None:
    scores = score_pairs(story_of(articles(*told)))
    every, found = links_of(scores, 0.0), links_of(scores, 0.2)
    assert len(every) == len(scores.score)
    assert [x.score for x in every] == sorted((x.score for x in every), reverse=True)
    assert found == [x for x in every if x.score >= 0.2]
    for one in every:
        assert one.a.document < one.b.document
        assert {"same event", "rare words", "third outlet"} <= {r.signal for r in one.because}
        assert all(r.points == 0.0 for r in one.because if r.value is None)


def test_documents_with_little_in_common_have_their_scores_lowered() -> None:
    related = f"{SHORT} Three dredgers sank at the quay. Divers searched the river for the crane."
    other = f"{SHORT} Wheat prices rose again. A singer won a prize in the capital after a vote."
    scores = score_pairs(story_of(articles(related, other)))
    (best, *_) = links_of(scores, 0.0)
    (reason,) = [r for r in best.because if r.signal == "same event"]
    assert reason.points <= 0.0
    assert best.score <= scores.of(0, 3)
