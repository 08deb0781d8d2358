"""What holds of every signal, whatever the two sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.signals.pairs import Signal, pair
from compare.signals.rarity import Weighed, rarity, weigh
from compare.signals.scale import LOCAL
from compare.signals.texts import TEXTS
from compare.signals.views import view_of, views
from tests.align.small import article, texts

SIGNALS: dict[str, Signal] = {**LOCAL, **TEXTS}
ODD = st.text(max_size=60) | st.sampled_from(["", "the of and", "👍", "“", "12 12 12", "e\u0301"])


def both_ways(one: str, other: str) -> tuple[Weighed, Weighed, dict[str, float | None]]:
    known = [view_of(one), view_of(other)]
    weights = rarity(known)
    a, b = (weigh(view, weights) for view in known)
    forth = {name: signal(pair(a, b, weights)) for name, signal in SIGNALS.items()}
    back = {name: signal(pair(b, a, weights)) for name, signal in SIGNALS.items()}
    assert forth == back
    return a, b, forth


@given(texts(most=1) | ODD, texts(most=1) | ODD)
@settings(deadline=None)
def test_every_signal_is_symmetric_and_answers_0_to_1_or_nothing(one: str, other: str) -> None:
    *_, values = both_ways(one, other)
    for name, value in values.items():
        assert value is None or 0.0 <= value <= 1.0, name


@given(texts(), texts())
@settings(deadline=None, max_examples=30)
def test_signals_are_symmetric_for_sentences_in_their_places_too(one: str, other: str) -> None:
    left, right = views(article(one, "A"), 0), views(article(other, "B"), 1)
    weights = rarity([*left, *right])
    for a in left:
        for b in right:
            mine, theirs = weigh(a, weights), weigh(b, weights)
            for name, signal in LOCAL.items():
                value = signal(pair(mine, theirs, weights))
                assert value == signal(pair(theirs, mine, weights)), name
                assert value is None or 0.0 <= value <= 1.0, name


SAME = "Mayor Ada Roe said “the bridge is safe” after 12 workers left Dunmere."
CAN_BE_FULL = [
    "containment",
    "overlap",
    "letters",
    "word order",
    "names",
    "quoted words",
    "spelling",
    "sequence",
    "unbroken",
    "no other figures",
]


@pytest.mark.parametrize("name", CAN_BE_FULL)
def test_a_sentence_is_wholly_like_itself(name: str) -> None:
    *_, values = both_ways(SAME, SAME)
    assert values[name] == pytest.approx(1.0)


@pytest.mark.parametrize("name", ["rare words", "phrases", "plain words", "clauses", "figures"])
def test_more_in_common_is_more_alike(name: str) -> None:
    *_, nothing = both_ways(SAME, "Rain fell on 31 farms of the plain, and Bea Tarn spoke.")
    *_, everything = both_ways(SAME, SAME)
    assert (nothing[name] or 0.0) < (everything[name] or 0.0)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("names", "the bridge is safe"),
        ("figures", "Ada Roe spoke of the bridge."),
        ("quoted words", "Ada Roe spoke of 12 bridges."),
    ],
)
def test_a_signal_with_nothing_to_look_at_is_silent(name: str, text: str) -> None:
    *_, values = both_ways(text, SAME)
    assert values[name] is None


def test_words_of_its_own_in_one_run_part_two_texts_more_than_words_here_and_there() -> None:
    *_, scattered = both_ways(SAME, "Mayor Ada Roe claimed “a bridge is secure” after 12 men left.")
    *_, in_a_run = both_ways(SAME, "Mayor Ada Roe said “the bridge is unfit to be used by anyone.”")
    assert (scattered["unbroken"] or 0.0) > (in_a_run["unbroken"] or 0.0)


def test_each_figure_that_only_one_has_counts_against_a_pair() -> None:
    *_, one = both_ways("12 of 40 left.", "12 left.")
    *_, both = both_ways("12 of 40 left.", "12 of 30 left.")
    assert 1.0 > (one["no other figures"] or 0.0) > (both["no other figures"] or 0.0)
