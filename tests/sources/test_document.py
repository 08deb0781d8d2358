from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import BadStory, UnreadableSource
from compare.model.articles import Precision
from compare.sources.document import document


@settings(deadline=None)
@given(st.text().filter(lambda text: text.strip()))
def test_the_text_is_never_changed(text: str) -> None:
    assert document(text, outlet="Harbour Times").text == text


def test_the_usual_fields_are_kept() -> None:
    made = document(
        "The ferry sank.",
        outlet="Harbour Times",
        headline=" Ferry\n sinks ",
        published="2031-10-14T21:05:00+00:00",
        url="https://harbour-times.example/1",
        language="en",
    )
    assert made.headline == "Ferry sinks"
    assert made.published == datetime(2031, 10, 14, 21, 5, tzinfo=UTC)
    assert made.published_precision is Precision.MINUTE
    assert made.notes == ()


def test_a_day_has_the_precision_of_a_day() -> None:
    assert document("x", outlet="A", published="2031-10-14").published_precision is Precision.DAY


def test_an_assumed_zone_is_told() -> None:
    notes = document("x", outlet="A", published="2031-10-14 21:05").notes
    assert notes == ("The time published has no time zone; it is taken as UTC.",)


@pytest.mark.parametrize("text", ["", "  \n\t ", "\ufeff \u200b".strip("\ufeff\u200b")])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(UnreadableSource, match="it has no text"):
        document(text, outlet="A")


def test_half_a_surrogate_pair_is_refused_with_its_place() -> None:
    with pytest.raises(UnreadableSource, match="character 3"):
        document("abc\ud83d", outlet="A")


def test_an_unreadable_date_names_the_forms() -> None:
    with pytest.raises(BadStory, match=r"published: .*14 October 2031"):
        document("x", outlet="A", published="14/10/2031")


def test_an_outlet_must_be_named() -> None:
    with pytest.raises(BadStory, match="outlet"):
        document("x", outlet=" ")
