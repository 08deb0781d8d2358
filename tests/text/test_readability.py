from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.text.readability import reading_ease, syllables

COUNTED = """
police/2 camp/1 government/3 operation/4 people/2 asylum/3 moved/1 wanted/2 minister/3 interior/4
little/2 table/2 area/3 region/2 official/3 special/2 serious/3 create/2 being/2 going/2 houses/2
places/2 makes/1 officers/3 question/2 quiet/2 idea/3 museum/3 radio/3 million/2 fire/1 because/2
evacuate/4 residents/3 ferry/2 reservoir/3 emergency/4 auditor/3 company/3 mayor/2 released/2
forced/1 national/3 religious/3 language/2 annual/3 rescued/2 argued/2 values/2 I/1 the/1
""".split()


@pytest.mark.parametrize("counted", COUNTED)
def test_the_syllables_of_a_word(counted: str) -> None:
    word, count = counted.split("/")
    assert syllables(word) == int(count)


@settings(deadline=None)
@given(st.text(max_size=20))
def test_every_word_has_at_least_one_syllable(word: str) -> None:
    assert syllables(word) >= 1


def test_reading_ease_follows_the_formula() -> None:
    assert reading_ease(100, 5, 150) == round(206.835 - 1.015 * 20 - 84.6 * 1.5, 1)


def test_a_text_without_words_has_no_reading_ease() -> None:
    assert reading_ease(0, 0, 0) is None
