from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text.word_forms import are_related, roots


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("resigns", "resignation"),
        ("acquire", "acquisition"),
        ("exploded", "explosion"),
        ("died", "deaths"),
        ("struck", "strike"),
        ("threats", "threatened"),
        ("miner", "mining"),
        ("injuries", "injured"),
        ("Lestrian", "Lestria"),
        ("stole", "stealing"),
        ("denied", "denial"),
        ("mayor’s", "mayors"),
    ],
)
def test_forms_and_families_of_a_word_are_related(one: str, other: str) -> None:
    assert are_related(one, other)
    assert are_related(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fatal", "fated"),
        ("mayor", "may"),
        ("station", "state"),
        ("court", "county"),
        ("fire", "fir"),
        ("general", "genial"),
    ],
)
def test_words_that_only_look_alike_are_not(one: str, other: str) -> None:
    assert not are_related(one, other)


@given(st.text(min_size=1, max_size=20))
def test_any_text_has_its_own_roots_and_never_fails(word: str) -> None:
    assert "" not in roots(word)
    assert roots(word) == roots(word)


@given(st.from_regex(r"[a-z]{4,12}", fullmatch=True))
def test_a_word_is_related_to_itself_and_its_possessive(word: str) -> None:
    assert are_related(word, word)
    assert are_related(word, f"{word}'s")
