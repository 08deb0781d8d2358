from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text.nouns import are_one_count, is_person, noun_key, says_who
from compare.text.words import stem


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("miners", "men", True),
        ("miners", "workers", True),
        ("people", "officers", True),
        ("victims", "women", True),
        ("homes", "houses", True),
        ("quake", "earthquake", True),
        ("frigates", "warships", True),
        ("women", "men", False),
        ("officers", "protesters", False),
        ("patients", "firefighters", False),
        ("homes", "people", False),
        ("bridges", "roads", False),
    ],
)
def test_nouns_of_one_class_may_be_one_count(one: str, other: str, *, same: bool) -> None:
    assert are_one_count(stem(one), stem(other)) is are_one_count(stem(other), stem(one)) is same


def test_one_word_stands_for_all_of_a_thing_and_for_itself() -> None:
    assert noun_key(stem("houses")) == noun_key(stem("homes")) == stem("homes")
    assert noun_key("bridg") == "bridg"


def test_a_noun_for_any_people_does_not_say_who() -> None:
    assert says_who(stem("miners"))
    assert not says_who(stem("people"))
    assert not says_who("")
    assert is_person(stem("miners"))
    assert not is_person(stem("bridges"))


@given(st.text(max_size=12))
def test_every_word_is_one_count_with_itself(word: str) -> None:
    assert are_one_count(word, word)
    assert noun_key(noun_key(word)) == noun_key(word)
