from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model.letters import index, letter, ordered_letters


def test_letters_go_on_with_two_after_z() -> None:
    assert [letter(k) for k in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == [
        "A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


@given(st.integers(0, 100_000))
def test_a_letter_leads_back_to_its_index(number: int) -> None:
    assert index(letter(number)) == number


@given(st.lists(st.integers(0, 80)))
def test_letters_are_put_in_the_order_of_the_input_each_once(numbers: list[int]) -> None:
    assert ordered_letters(map(letter, numbers)) == tuple(map(letter, sorted(set(numbers))))


def test_there_is_no_letter_before_the_first() -> None:
    with pytest.raises(ValueError, match="no letter for index -1"):
        letter(-1)


@pytest.mark.parametrize("wrong", ["", "a", "B2", "Ä"])
def test_what_is_no_letter_has_no_index(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"empty letter|substring not found"):
        index(wrong)
