from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text.persons import same_person


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Yuri Ushanov", "Yury Ushanov"),
        ("Mohamed Harrak", "Muhammad Harrak"),
        ("J. Roe", "Jane Roe"),
        ("Sam Roe", "Samuel Roe"),
        ("Mr. Lund", "Erik Lund"),
        ("Kim Sun-hee", "Sun-hee Kim"),
        ("Kim", "Kim Sun-hee"),
        ("al-Rashid", "Abu Bakr al-Rashid"),
        ("Rashid", "Abu Bakr al-Rashid"),
        ("Ana de la Cruz", "Ana Cruz"),
        ("Senator Ada Lund", "Ada Lund"),
    ],
)
def test_names_of_one_person_agree(a: str, b: str) -> None:
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ada Lund", "Erik Lund"),
        ("Ada Lund", "Ada Roe"),
        ("Mr. Lund", "Mrs. Lund"),
        ("Tom Roe", "Tom Roe Jr."),
        ("Mr. and Mrs. Lund", "Mrs. Lund"),
        ("", "Ada Lund"),
    ],
)
def test_names_of_two_people_do_not(a: str, b: str) -> None:
    assert not same_person(a, b)
    assert not same_person(b, a)


@given(st.text(max_size=30), st.text(max_size=30))
def test_it_does_not_matter_which_name_comes_first(a: str, b: str) -> None:
    assert same_person(a, b) == same_person(b, a)
