from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.words import STOP, folded_word_texts, stem, word_texts, words


def found(text: str) -> list[str]:
    return [span.of(text) for span in words(text)]


KEPT = (
    *("U.S.", "1,200", "don't", "don’t", "$1.3bn", "US$20", "£3m", "2.5%", "10:30", "4th"),
    *("COVID-19", "F-16", "e-mail", "al-Salem", "D-Minn", "O’Neil", "@harbour", "#ferry"),
    *("https://a.example/b", "www.a.example/b", "USD$20"),
)


@pytest.mark.parametrize("word", KEPT)
def test_this_is_one_word(word: str) -> None:
    assert found(f"the {word} here") == ["the", word, "here"]


def test_compounds_are_divided_at_their_hyphens() -> None:
    assert found("a long-awaited 20-year-old ferry") == [
        "a",
        "long",
        "awaited",
        "20",
        "year",
        "old",
        "ferry",
    ]


def test_quotation_marks_and_full_stops_are_no_part_of_a_word() -> None:
    assert found("‘No,’ he said. “Yes.”") == ["No", "he", "said", "Yes"]


def test_only_the_given_span_is_read() -> None:
    text = "one two three"
    assert words(text, Span(4, 13)) == [Span(4, 7), Span(8, 13)]


def test_forms_of_a_word_share_a_stem() -> None:
    assert stem("Officials’") == stem("official")
    assert stem("running") == stem("Runs")
    assert stem("ferry's") == stem("ferries")


def test_the_stop_list_is_folded() -> None:
    assert {"the", "of", "don't"} <= STOP
    assert "ferry" not in STOP


@settings(deadline=None)
@given(st.text(max_size=80))
def test_words_are_in_order_and_hold_a_letter_or_digit(text: str) -> None:
    spans = words(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(any(c.isalnum() or c == "_" for c in span.of(text)) for span in spans)


@given(st.text(), st.data())
def test_the_texts_of_words_are_those_of_their_spans(text: str, data: st.DataObject) -> None:
    whole = f"{text}U.S. 1,200 long-awaited"
    start = data.draw(st.integers(0, len(whole) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(whole))))
    assert word_texts(whole) == [word.of(whole) for word in words(whole)]
    assert word_texts(whole, span) == [word.of(whole) for word in words(whole, span)]


@given(st.text(max_size=80))
def test_folded_words_are_the_words_folded(text: str) -> None:
    assert list(folded_word_texts(text)) == [folded_text(word) for word in word_texts(text)]
