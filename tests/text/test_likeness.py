from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare.text.likeness import same_words


def test_a_text_cut_out_of_another_shares_all_its_words() -> None:
    assert (
        same_words("We will not … surrender", "We will not sign, nor will we ever surrender") == 1.0
    )


def test_other_words_share_little() -> None:
    assert same_words("The dam held.", "Nobody was hurt.") == 0.0


def test_texts_without_words_share_nothing() -> None:
    assert same_words("…", "The dam held.") == 0.0


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_share_is_the_same_either_way_round(a: str, b: str) -> None:
    assert same_words(a, b) == same_words(b, a)
    assert 0.0 <= same_words(a, b) <= 1.0
