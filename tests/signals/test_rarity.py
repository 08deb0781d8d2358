from __future__ import annotations

from hypothesis import given, settings

from compare.signals.rarity import rarity
from compare.signals.views import view_of
from tests.align.small import stories

TOLD = ["The bridge fell.", "The bridge closed.", "The bridge and the river road opened."]


def test_a_word_of_one_sentence_weighs_1_and_one_of_all_nearly_nothing() -> None:
    weights = rarity(view_of(text) for text in TOLD)
    assert weights.of(["river"]) == 1.0
    assert 0.0 < weights.of(["bridg"]) < 0.3


def test_words_from_outside_the_story_weigh_1() -> None:
    assert rarity([]).of(["anything", "else"]) == 2.0


@given(stories())
@settings(deadline=None, max_examples=40)
def test_weights_lie_above_0_and_do_not_depend_on_the_order(texts: list[str]) -> None:
    known = [view_of(text) for text in texts]
    weights = rarity(known)
    assert all(0.0 < weight <= 1.0 for weight in weights.stems.values())
    assert rarity(known[::-1]).stems == weights.stems
    for view in known:
        assert 0.0 <= weights.of(view.content) <= len(view.content)
        assert weights.of(view.content) == weights.of(sorted(view.content))
