"""Numbers that name a thing: tried at fewer places, found at the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model.spans import Span
from compare.text import not_amounts as module
from compare.text.not_amounts import not_amounts

AT_EVERY_PLACE = re.compile("|".join(f"(?:{pattern})" for pattern in module._PATTERNS))
PIECES = (
    "Flight 212 the one two-way group of seven sub § 3 latitude 12 https://a www. b 10 Downing a1"
    " Ward 7 9/11 x 0800 +44 20 ( ) - . , ’ No. é ſ"
).split(" ")


@given(st.lists(st.sampled_from([*PIECES, " ", " "]), max_size=14).map("".join))
def test_patterns_that_begin_no_word_are_missed_nowhere(text: str) -> None:
    expected = [Span(found.start(), found.end()) for found in AT_EVERY_PLACE.finditer(text)]
    assert not_amounts(text) == expected


@pytest.mark.parametrize("text", ["a subgroup of seven", "see xhttps://a.example/7", "Act§ 12"])
def test_some_are_found_inside_a_word(text: str) -> None:
    assert not_amounts(text)
