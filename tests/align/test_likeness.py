"""How alike whole articles are: their words, weighed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import compare.english
from compare.align.likeness import _stems, vectors
from compare.align.near_pairs import near_pairs
from compare.english.word_lists import sections, source_line
from compare.model.articles import Document
from compare.signals.views import content_of

TABLE = Path(compare.english.__file__).parent / "lists" / "background.txt"


def told(*texts: str) -> list[Document]:
    return [Document(text=text, outlet="Any") for text in texts]


@given(st.text())
@settings(deadline=None)
def test_the_words_of_an_article_are_those_that_sentences_are_compared_by(text: str) -> None:
    assert tuple(_stems(text)) == content_of(text)


def test_a_word_of_every_day_makes_two_articles_less_alike_than_a_rare_one() -> None:
    common = near_pairs(vectors(told("People bought dravel.", "People sold quorm.")), 0.0)
    rare = near_pairs(vectors(told("Otters bought dravel.", "Otters sold quorm.")), 0.0)
    assert common[0, 1] < 0.1 < rare[0, 1]


def test_a_word_of_the_headline_counts_more_than_one_of_the_text() -> None:
    plain = near_pairs(vectors(told("Otters swam in Sarn.", "Otters ran in Brenn.")), 0.0)
    titled = [
        Document(text="Swam in Sarn.", outlet="Any", headline="Otters"),
        Document(text="Ran in Brenn.", outlet="Any", headline="Otters"),
    ]
    assert near_pairs(vectors(titled), 0.0)[0, 1] > plain[0, 1]


def test_the_weightiest_words_that_two_articles_share_come_first() -> None:
    found = vectors(told("The otters of Quorm met people.", "People of Quorm met. Quorm slept."))
    assert found.shared(0, 1, 2) == ["quorm", "met"]


def test_the_background_is_small_and_says_where_it_comes_from() -> None:
    assert TABLE.stat().st_size < 300_000
    assert "wordfreq" in source_line("background")
    assert "CC BY-SA 4.0" in source_line("background")


def test_every_level_of_the_background_is_a_number_and_no_stem_stands_twice() -> None:
    levels = sections("background")
    assert levels.pop("") == frozenset()
    assert all(0 < int(level) <= 30 for level in levels)
    assert sum(map(len, levels.values())) == len(frozenset().union(*levels.values()))


@pytest.mark.parametrize("word", ["people", "government", "police", "Monday"])
def test_the_background_knows_the_words_of_news_by_the_stems_of_articles(word: str) -> None:
    (stem,) = content_of(word)
    assert any(stem in group for group in sections("background").values())
