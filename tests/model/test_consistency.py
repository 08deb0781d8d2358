from __future__ import annotations

from dataclasses import replace

import pytest

from compare.model.comparison import Comparison
from compare.model.findings import Evidence
from compare.model.spans import Span
from tests.formats.story import market_hall

WRONG = Evidence(article="A", span=Span(0, 3), text="Not")


def broken(**values: object) -> Comparison:
    return replace(market_hall(), **values)  # type: ignore[arg-type]


def test_words_that_are_not_those_of_the_article_are_refused() -> None:
    story = market_hall()
    (first, *rest) = story.certainty
    with pytest.raises(ValueError, match="the words are not those of the article"):
        broken(certainty=(replace(first, plain=(WRONG,)), *rest))


def test_a_fact_that_is_not_there_is_refused() -> None:
    (contrast, *_) = market_hall().contrasts
    with pytest.raises(ValueError, match="there is no fact f-none"):
        broken(contrasts=(replace(contrast, facts=("f-none",)),))


def test_a_variant_must_have_evidence_of_each_article() -> None:
    (contrast, *_) = market_hall().contrasts
    first, *others = contrast.variants
    with pytest.raises(ValueError, match="articles are not those of its evidence"):
        broken(
            contrasts=(replace(contrast, variants=(replace(first, articles=("A", "C")), *others)),)
        )


def test_labels_add_up_to_the_mentions() -> None:
    (naming,) = market_hall().naming
    first, *others = naming.outlets
    with pytest.raises(ValueError, match="do not add up"):
        broken(naming=(replace(naming, outlets=(replace(first, mentions=7), *others)),))


def test_an_actor_of_another_article_is_refused() -> None:
    (agency,) = market_hall().agency
    first, second = agency.tellings
    with pytest.raises(ValueError, match="article C is none of B"):
        broken(agency=(replace(agency, tellings=(replace(first, actor=second.act), second)),))


def test_spans_of_a_headline_lie_inside_it() -> None:
    (words,) = market_hall().headline_words
    with pytest.raises(ValueError, match="shorter than a span"):
        broken(headline_words=(replace(words, own=(Span(0, 900),)),))


def test_a_profile_is_of_an_article_that_is_there() -> None:
    (profile, *_) = market_hall().profiles
    with pytest.raises(ValueError, match="there is no article Z"):
        broken(profiles=(replace(profile, article="Z"),))
