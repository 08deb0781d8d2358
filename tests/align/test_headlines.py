from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.facts import facts
from compare.align.groups import group_statements
from compare.align.headlines import with_headlines
from compare.align.scores import score_pairs
from compare.align.story import is_apart, story_of
from compare.model.articles import Article
from compare.model.facts import Fact
from tests.align.small import article, sentences, stories

BRIDGE = "The bridge over the river Tallow in Dunmere fell on Monday. Growers sold their wheat."
HEADLINE = " Bridge over river Tallow in Dunmere fell on Monday "


def told(*known: Article) -> list[Fact]:
    scores = score_pairs(story_of(known))
    grouped = facts(group_statements(scores, 0.3))
    return [each.fact for each in with_headlines(scores, grouped)]


def test_a_headline_states_the_fact_whose_words_it_has() -> None:
    bridge, wheat = told(article(BRIDGE, "A", HEADLINE))
    (mention,) = bridge.headlines
    assert mention.article == "A"
    assert mention.span.of(HEADLINE) == HEADLINE.strip()
    assert 0.3 <= mention.score <= 1.0
    assert wheat.headlines == ()


def test_a_headline_that_is_a_sentence_of_the_text_is_a_mention_like_any_other() -> None:
    headline = "Dunmere bridge falls into the Tallow"
    known = article(f"{headline}\n\n{BRIDGE}", "A", headline)
    assert not is_apart(known)
    assert all(fact.headlines == () for fact in told(known))


def test_no_headline_and_an_empty_one_state_nothing() -> None:
    for headline in (None, "", "  "):
        known = article(BRIDGE, "A", headline)
        assert not is_apart(known)
        assert all(fact.headlines == () for fact in told(known))


def test_headlines_come_in_the_order_of_the_letters() -> None:
    known = (article(BRIDGE, "B", HEADLINE), article(BRIDGE + " ", "A", HEADLINE))
    found = next(fact for fact in told(*known) if "bridge" in fact.label)
    assert [mention.article for mention in found.headlines] == ["A", "B"]


@given(stories(), sentences() | st.text(max_size=30))
@settings(deadline=None, max_examples=30)
def test_the_span_of_a_headline_lies_in_it(texts: list[str], headline: str) -> None:
    known = [article(text, letter, headline) for text, letter in zip(texts, "ABC", strict=False)]
    for fact in told(*known):
        for mention in fact.headlines:
            assert mention.span.of(headline) == headline.strip()
            assert 0.3 <= mention.score <= 1.0
