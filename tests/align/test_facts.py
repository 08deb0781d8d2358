from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings

from compare.align.facts import GroupedFact, facts
from compare.align.groups import group_statements
from compare.align.scores import score_pairs
from compare.align.story import story_of
from compare.model.articles import Document
from compare.model.comparison import Comparison
from compare.model.options import Options
from compare.model.spans import Span
from compare.pipeline import compare_story
from tests import bundled
from tests.align.small import articles, stories

FLOOR = Options().fact_floor
FORCED = Options(force=True)


def of(*texts: str) -> tuple[GroupedFact, ...]:
    return facts(group_statements(score_pairs(story_of(articles(*texts))), FLOOR))


def compared(*texts: str, outlets: str = "Outlet") -> Comparison:
    documents = [Document(text=text, outlet=f"{outlets} {n}") for n, text in enumerate(texts)]
    return compare_story(documents, FORCED)


@given(stories())
@settings(deadline=None, max_examples=50)
def test_every_sentence_of_every_story_is_in_a_fact(told: list[str]) -> None:
    known = articles(*told)
    found = of(*told)
    told_by = [m for each in found for m in each.fact.mentions]
    told_by += [m for each in found for detail in each.fact.details for m in detail.mentions]
    held = {mention.sentence for mention in told_by}
    assert held == {s.id for article in known for s in article.sentences if s.in_story}


@given(stories())
@settings(deadline=None, max_examples=50)
def test_no_statement_is_in_two_facts(told: list[str]) -> None:
    groups = [g for each in of(*told) for g in (each.group, *each.details)]
    numbers = [number for group in groups for number in group]
    assert len(set(numbers)) == len(numbers)


@given(stories())
@settings(deadline=None, max_examples=50)
def test_no_two_facts_of_one_article_share_a_word_of_its_text(told: list[str]) -> None:
    spans: dict[str, list[Span]] = {}
    for each in of(*told):
        for mention in each.fact.mentions:
            assert not any(mention.span.overlaps(s) for s in spans.get(mention.article, []))
            spans.setdefault(mention.article, []).append(mention.span)


@given(stories())
@settings(deadline=None, max_examples=50)
def test_facts_have_ids_and_numbers_of_their_own_and_sorted_mentions(told: list[str]) -> None:
    found = [each.fact for each in of(*told)]
    assert len({fact.id for fact in found}) == len(found)
    assert [fact.ordinal for fact in found] == [f"f{n}" for n in range(1, len(found) + 1)]
    carried = [len(fact.articles) for fact in found]
    assert carried == sorted(carried, reverse=True)
    for fact in found:
        places = [(mention.article, mention.span) for mention in fact.mentions]
        assert places == sorted(places)
        sentences = [mention.sentence for mention in fact.mentions]
        assert all(link.a.sentence in sentences for link in fact.links)
        assert all(link.b.sentence in sentences for link in fact.links)


def test_sentences_that_say_the_same_are_one_fact_and_the_rest_are_facts_of_one_outlet() -> None:
    one = "The bridge over the river Tallow fell on Monday. Ada Roe runs a shop in Port Vell."
    other = "On Monday the bridge over the river Tallow fell. Growers sold their wheat early."
    found = [(each.fact.articles, len(each.fact.mentions)) for each in of(one, other)]
    assert found == [(("A", "B"), 2), (("A",), 1), (("B",), 1)]


def test_a_sentence_is_in_several_facts_through_its_statements() -> None:
    one = "The old bridge over the Tallow fell on Monday, and divers will search the river in May."
    other = "On Monday the old bridge over the Tallow fell. Divers will search the river in May."
    found = [[m.sentence for m in each.fact.mentions] for each in of(one, other)]
    assert found == [["A.s1", "B.s1"], ["A.s1", "B.s2"]]


def test_one_sentence_said_twice_in_an_article_has_two_ids() -> None:
    found = of("It rained. The bridge fell. It rained.", "Wheat was sold at a loss.")
    ids = [each.fact.id for each in found]
    assert len(set(ids)) == len(ids) == 4


def test_ids_survive_a_re_run_and_other_names_of_the_outlets() -> None:
    told = [document.text for document in bundled.documents("demo")]
    first = compared(*told)
    for again in (compared(*told), compared(*told, outlets="Paper")):
        assert [fact.id for fact in again.facts] == [fact.id for fact in first.facts]
        assert [fact.label for fact in again.facts] == [fact.label for fact in first.facts]


def test_ids_survive_other_letters() -> None:
    told = [document.text for document in bundled.documents("demo")]
    first, turned = compared(*told), compared(*told[::-1])
    assert [fact.id for fact in turned.facts] == [fact.id for fact in first.facts]


def test_most_ids_survive_another_outlet_in_front() -> None:
    documents = bundled.documents("mine-rescue")
    late = Document(
        text="Wheat prices rose for a ninth week. Growers sold early.",
        outlet="The Late Plain",
        published=datetime(2099, 1, 1, tzinfo=UTC),
    )
    before = {fact.id for fact in bundled.comparison("mine-rescue").facts}
    after = {fact.id for fact in compare_story([late, *documents], FORCED).facts}
    assert len(before & after) >= 0.9 * len(before)


def test_the_earliest_sentence_gives_the_id() -> None:
    one = "The old bridge over the river Tallow in Dunmere fell on Monday night."
    other = "The old bridge over the river Tallow in Dunmere fell late on Monday night."
    early, late = datetime(2024, 5, 1, tzinfo=UTC), datetime(2024, 5, 2)

    def id_of(first: datetime, second: datetime) -> str:
        documents = [
            Document(text=one, outlet="x", published=first),
            Document(text=other, outlet="y", published=second),
        ]
        (fact,) = compare_story(documents, FORCED).facts
        return fact.id

    alone = {text: of(text)[0].fact.id for text in (one, other)}
    assert id_of(early, late) == alone[one]
    assert id_of(late, early) == alone[other]


def test_no_link_below_its_floor_is_kept_and_facts_stay_as_they_are() -> None:
    documents = bundled.documents("mine-rescue")
    usual = bundled.comparison("mine-rescue")
    for floor in (0.0, 0.8):
        found = compare_story(documents, Options(link_floor=floor))
        assert [fact.mentions for fact in found.facts] == [fact.mentions for fact in usual.facts]
        links = [link for fact in found.facts for link in fact.links]
        assert links
        assert all(link.score >= floor for link in links)
    assert all(link.score >= Options().link_floor for fact in usual.facts for link in fact.links)
