from __future__ import annotations

import pytest

from compare.text.name_forms import named_in, stands_for


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Florida", "A rally was held in Fort Lauderdale, Fla."),
        ("Britain", "The British minister spoke."),
        ("Dutch", "It began in the Netherlands."),
        ("GOP", "Leading Republicans met on Monday."),
        ("White House", "The president said no."),
        ("Paris", "French lawmakers met."),
        ("U.S.", "The American envoy left."),
    ],
)
def test_other_names_of_a_state_or_office_stand_for_it(name: str, text: str) -> None:
    assert stands_for(name) & named_in(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [("Florida", "A rally was held in Atlanta, Ga."), ("Lestria", "Lestria signed.")],
)
def test_what_is_on_no_line_with_it_does_not(name: str, text: str) -> None:
    assert not stands_for(name) & named_in(text)


def test_a_name_inside_a_longer_word_is_none() -> None:
    assert not stands_for("Oman") & named_in("A woman walked by.")
