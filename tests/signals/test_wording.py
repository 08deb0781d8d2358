"""What holds of every signal of short texts, whatever the two texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.signals.texts import TEXTS, values
from tests.align.small import texts

ODD = st.text(max_size=60) | st.sampled_from(["", "the of and", "👍", "“", "12 12 12", "e\u0301"])
SAME = "Mayor Ada Roe said “the bridge is safe” after 12 workers left Dunmere."


@given(texts(most=1) | ODD, texts(most=1) | ODD)
@settings(deadline=None)
def test_every_signal_is_symmetric_and_lies_in_0_to_1(one: str, other: str) -> None:
    forth = values(one, other)
    assert forth == values(other, one)
    assert set(forth) == set(TEXTS)
    for name, value in forth.items():
        assert value is not None
        assert 0.0 <= value <= 1.0, name


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_wholly_like_itself(name: str) -> None:
    assert values(SAME, SAME)[name] == pytest.approx(1.0)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_less_like_another_one(name: str) -> None:
    other = values(SAME, "Rain fell on 31 farms of the plain, and Bea Tarn spoke.")
    assert (other[name] or 0.0) < 1.0


def test_words_of_its_own_in_one_run_part_two_texts_more_than_words_here_and_there() -> None:
    scattered = values(SAME, "Mayor Ada Roe claimed “a bridge is secure” after 12 men left.")
    in_a_run = values(SAME, "Mayor Ada Roe said “the bridge is unfit to be used by anyone.”")
    assert (scattered["unbroken"] or 0.0) > (in_a_run["unbroken"] or 0.0)


def test_each_figure_that_only_one_has_counts_against_a_pair() -> None:
    one = values("12 of 40 left.", "12 left.")
    both = values("12 of 40 left.", "12 of 30 left.")
    assert 1.0 > (one["no other figures"] or 0.0) > (both["no other figures"] or 0.0)
