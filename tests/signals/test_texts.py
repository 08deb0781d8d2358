from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.signals.texts import similarity
from tests.align.small import sentences

ODD = [
    "", " \n", "👍👍🏽", "the of and but", "a", "“", "”“", "...", "\u200b", "\x00", "\ud800",
    "e\u0301te\u0301", "大桥倒塌", "1e999", "9" * 400, "12 " * 3000, "word " * 2000, "x" * 10_000,
]  # fmt: skip
PLAIN = "Three workers were hurt when the Dunmere bridge fell on Monday."
PAIRS = [
    (PLAIN, PLAIN),
    (PLAIN, "The fall of the bridge in Dunmere hurt three workers on Monday."),
    (PLAIN, "Rain is expected over the eastern plains until the weekend."),
]


@given(sentences() | st.text(max_size=80), sentences() | st.text(max_size=80))
@settings(deadline=None)
def test_likeness_is_symmetric_and_lies_in_0_to_1(one: str, other: str) -> None:
    forth, back = similarity([(one, other), (other, one)])
    assert forth == back
    assert 0.0 <= forth <= 1.0


@given(st.lists(st.tuples(sentences(), sentences()), min_size=1, max_size=6))
@settings(deadline=None, max_examples=40)
def test_a_pair_does_not_depend_on_the_others(pairs: list[tuple[str, str]]) -> None:
    alone = [similarity([pair])[0] for pair in pairs]
    assert similarity(pairs) == alone
    assert similarity(pairs[::-1]) == alone[::-1]


@given(sentences())
@settings(deadline=None)
def test_nothing_is_more_like_a_text_than_itself(text: str) -> None:
    same, longer = similarity([(text, text), (text, f"{text} Rain fell on the plain.")])
    assert same >= longer


def test_equal_texts_stand_near_the_top_reworded_ones_next_others_low() -> None:
    same, reworded, other = similarity(PAIRS)
    assert same > 0.95
    assert same > reworded > 0.5 > other


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_an_odd_text_never_stops_a_comparison(odd: str) -> None:
    found = similarity([(odd, odd), (odd, PLAIN), (PLAIN, odd), (odd, "")])
    assert all(0.0 <= score <= 1.0 for score in found)
    assert found[1] == found[2]


@pytest.mark.parametrize("text", ["👍", "“", "the of and", "Twelve."])
def test_a_text_without_words_of_weight_is_still_wholly_like_itself(text: str) -> None:
    assert similarity([(text, text), (text, f" {text.upper()}\n")]) == [1.0, 1.0]


def test_different_texts_without_words_have_nothing_in_common() -> None:
    assert similarity([("👍", "👎"), ("👍", PLAIN), ("", PLAIN)]) == [0.0, 0.0, 0.0]


def test_no_pairs_have_no_scores() -> None:
    assert similarity([]) == []


def test_another_process_with_another_hash_seed_finds_the_same() -> None:
    code = f"from compare.signals.texts import similarity; print(similarity({PAIRS!r}))"
    said = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": "4711"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.strip() == str(similarity(PAIRS))
