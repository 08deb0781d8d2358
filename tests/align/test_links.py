from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.links import link, links_of, links_of_group, place_of, relation_of
from compare.align.scores import Scores, score_pairs
from compare.align.story import story_of
from compare.model.facts import Relation
from tests.align.small import article, articles, random_scores, stories

LONG = (
    "The bridge over the Tallow fell on Monday night near three sunken dredgers beside the old "
    "customs quay of Port Vell with its broken crane."
)
SHORT = "The bridge over the Tallow fell on Monday night."


def test_a_statement_that_says_more_contains_the_other() -> None:
    story = story_of(articles(LONG, SHORT))
    assert relation_of(story, 0, 1) is Relation.A_CONTAINS_B
    assert relation_of(story, 1, 0) is Relation.B_CONTAINS_A
    assert relation_of(story, 1, 1) is Relation.SAME


def test_statements_without_content_are_the_same() -> None:
    story = story_of(articles("It was so.", "And so it was."))
    assert relation_of(story, 0, 1) is Relation.SAME


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
    assert (place_of(story, 0).document, place_of(story, 0).sentence) == (2, "C.s1")
    assert place_of(story, 1).span.of(LONG) == story.words_of(1)
    assert place_of(story, 1).document == 0


@given(stories())
@settings(deadline=None, max_examples=40)
def test_links_come_best_first_above_the_floor_with_reasons(told: list[str]) -> None:
    scores = score_pairs(story_of(articles(*told)))
    every, found = links_of(scores, 0.0), links_of(scores, 0.2)
    assert [x.score for x in every] == sorted((x.score for x in every), reverse=True)
    assert found == [x for x in every if x.score >= 0.2]
    pairs = [(x.a.sentence, x.b.sentence) for x in every]
    assert len(set(pairs)) == len(pairs)
    for one in every:
        assert one.a.document < one.b.document
        assert "same event" in {r.signal for r in one.because}
        assert all(abs(r.points) >= 0.1 for r in one.because if r.signal != "same event")


@given(random_scores(), st.sampled_from([0.0, 0.3, 0.8]))
@settings(deadline=None, max_examples=40)
def test_each_statement_of_a_fact_is_linked_to_its_best_in_other_articles(
    scores: Scores, floor: float
) -> None:
    story = scores.story
    group = tuple(range(len(story.statements)))
    found = links_of_group(scores, group, floor)
    pairs = [(one.a.sentence, one.b.sentence) for one in found]
    assert len(set(pairs)) == len(pairs)
    assert all(one.score >= floor and one.a.document < one.b.document for one in found)
    for number in group:
        name = story.sentence_of(number).id
        mine = [one for one in found if name in (one.a.sentence, one.b.sentence)]
        near = {
            other: score
            for other, score in scores.partners.get(number, {}).items()
            if story.document(other) != story.document(number) and score >= floor
        }
        assert bool(mine) == bool(near)
        if near:
            assert max(one.score for one in mine) == max(near.values())


def test_a_fact_of_many_articles_has_few_links() -> None:
    texts = [f"{SHORT} Growers sold wheat {k} times." for k in range(8)]
    scores = score_pairs(story_of(articles(*texts)))
    group = tuple(n for n in range(16) if "bridge" in scores.story.words_of(n))
    assert len(group) == 8
    found = links_of_group(scores, group, 0.0)
    assert 0 < len(found) <= 3 * len(group)
    assert {p.article for one in found for p in (one.a, one.b)} == set("ABCDEFGH")


def test_documents_with_little_in_common_have_their_scores_lowered() -> None:
    related = f"{SHORT} Three dredgers sank at the quay. Divers searched the river for the crane."
    other = f"{SHORT} Wheat prices rose again. A singer won a prize in the capital after a vote."
    scores = score_pairs(story_of(articles(related, other)))
    (best, *_) = links_of(scores, 0.0)
    (reason,) = [r for r in best.because if r.signal == "same event"]
    assert reason.points <= 0.0
    assert best.score <= scores.of(0, 3)


def test_a_reader_tells_which_says_more_only_where_the_words_leave_it_open() -> None:
    told = ("The bridge fell on Monday.", "On Monday the bridge fell.")
    scores = score_pairs(story_of(articles(*told)))
    assert link(scores, 0, 1, {(1, 0)}).relation is Relation.B_CONTAINS_A
    assert link(scores, 0, 1, {(0, 1)}).relation is Relation.A_CONTAINS_B
    longer = score_pairs(story_of(articles(LONG, SHORT)))
    assert link(longer, 0, 1, {(1, 0)}).relation is Relation.A_CONTAINS_B
