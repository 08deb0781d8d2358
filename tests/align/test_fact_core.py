from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.fact_core import distinctive_cores, fact_core, stating_part, weight_of
from compare.align.story import story_of
from compare.model.spans import Span
from tests.align.small import article, articles, texts

ONE = "The bridge over the Tallow fell on Monday, and the mayor will visit a school in the spring."
OTHER = "On Monday the bridge over the Tallow fell, a spokesman said."


def test_the_core_is_what_two_articles_have_in_common() -> None:
    story = story_of(articles(ONE, OTHER))
    assert set(fact_core(story, (0, 2))) == {"bridg", "tallow", "fell"}


def test_the_core_of_statements_of_one_article_is_all_of_them() -> None:
    story = story_of(articles(ONE, OTHER))
    assert set(fact_core(story, (0,))) == story.statements[0].view.content
    assert set(fact_core(story, (0, 1))) == story.sentences[0].content


def test_a_stem_weighs_as_many_articles_as_have_it() -> None:
    texts = ("The bridge fell.", "The old bridge fell.", "The bridge was old.")
    of = fact_core(story_of(articles(*texts)), (0, 1, 2))
    assert of["fell"] > of["bridg"] > 0  # all three have the bridge: it says nothing here
    assert set(of) == {"bridg", "fell", "old"}


def test_a_repeated_stem_carries_its_weight_once() -> None:
    assert weight_of(["a", "a", "b"], {"a": 0.5, "c": 1.0}) == 0.5


def told(text: str, of: dict[str, float]) -> tuple[str, str | None]:
    """The words of a text that state a fact, and those that name its source."""
    part, source = stating_part(article(text, "A"), Span(0, len(text)), of)
    return part.of(text), source.of(text).strip(" ,”") if source else None


BRIDGE = {"bridg": 1.0, "tallow": 0.6, "fell": 1.0, "monday": 0.4}


@pytest.mark.parametrize(
    ("text", "stated", "source"),
    [
        (ONE, "The bridge over the Tallow fell on Monday", None),
        (OTHER, "On Monday the bridge over the Tallow fell", "a spokesman said."),
        ("Police said the bridge fell on Monday.", "the bridge fell on Monday.", "Police said"),
        ("The bridge over the Tallow fell.", "The bridge over the Tallow fell.", None),
        ("And the bridge fell on Monday,", "the bridge fell on Monday", None),
        ("So it was.", "So it was.", None),
    ],
)
def test_the_stating_part_leaves_out_what_the_fact_does_not_need(
    text: str, stated: str, source: str | None
) -> None:
    assert told(text, BRIDGE) == (stated, source)


def test_the_stating_part_may_end_before_a_clause_that_no_mark_sets_off() -> None:
    text = "Two people are missing after fire swept the car deck of the ferry from Dunmere."
    of = {"two": 0.6, "peopl": 0.4, "miss": 1.0}
    assert told(text, of) == ("Two people are missing", None)


def test_what_other_facts_share_weighs_less_in_the_core_of_one() -> None:
    own = distinctive_cores({(0, 1): {"bridg": 1.0, "fell": 1.0}, (0, 2): {"bridg": 1.0}})
    assert own[0, 1]["bridg"] < own[0, 1]["fell"] == 1.0


def test_a_cut_that_spares_little_is_not_made() -> None:
    text = "On Monday the bridge over the Tallow fell because rain fell."
    of = {"bridg": 1.0, "tallow": 1.0, "fell": 1.0, "monday": 1.0}
    longer = "On Monday the bridge over the Tallow fell as it fell."
    assert told(text, of) == ("On Monday the bridge over the Tallow fell", None)
    assert told(longer, of) == (longer, None)


@pytest.mark.parametrize("of", [{}, {"bridg": 1.0}])
def test_a_statement_that_carries_nothing_of_the_fact_is_not_cut(of: dict[str, float]) -> None:
    assert told("Rain came, and roads closed.", of) == ("Rain came, and roads closed.", None)


@given(texts() | st.text(max_size=60))
@settings(deadline=None)
def test_the_stating_part_and_the_source_lie_apart_in_the_statement(text: str) -> None:
    of = {"bridg": 1.0, "mayor": 0.5, "fire": 0.7, "harbour": 0.7}
    known = article(text, "A")
    for statement in story_of([known]).statements:
        part, source = stating_part(known, statement.span, of)
        assert statement.span.contains(part)
        if source is not None:
            assert statement.span.contains(source)
            assert not source.overlaps(part)
