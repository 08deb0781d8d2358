from __future__ import annotations

from hypothesis import given, settings

from compare.signals.rarity import rarity
from compare.signals.views import view_of
from tests.align.small import stories

TOLD = ["The bridge fell.", "The bridge closed.", "The bridge and the river road opened."]


def test_a_word_of_one_sentence_weighs_much_and_one_of_all_nearly_nothing() -> None:
    weights = rarity(view_of(text) for text in TOLD)
    assert weights.of(["river"]) > 0.8
    assert 0.0 < weights.of(["bridg"]) < 0.3


def test_of_two_words_said_once_the_one_that_everybody_says_daily_weighs_less() -> None:
    weights = rarity(view_of(text) for text in ["The year ended.", "A trawler sank.", "It rained."])
    assert weights.of(["year"]) < 0.7 * weights.of(["trawler"])


def test_the_words_of_a_story_keep_their_mean_weight() -> None:
    known = [view_of(text) for text in ["The year ended.", "A trawler sank.", "It rained again."]]
    words = [stem for view in known for stem in view.content]
    assert abs(rarity(known).of(words) / len(words) - 1.0) < 1e-9


def test_words_from_outside_the_story_weigh_1() -> None:
    assert rarity([]).of(["anything", "else"]) == 2.0


@given(stories())
@settings(deadline=None, max_examples=40)
def test_weights_lie_above_0_and_do_not_depend_on_the_order(texts: list[str]) -> None:
    known = [view_of(text) for text in texts]
    weights = rarity(known)
    assert all(0.0 < weight <= 1.0 / 0.3 for weight in weights.stems.values())
    assert rarity(known[::-1]).stems == weights.stems
    for view in known:
        assert 0.0 <= weights.of(view.content) <= len(view.content) / 0.3
        assert weights.of(view.content) == weights.of(sorted(view.content))
