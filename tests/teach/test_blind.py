"""Student copies hold no name, and keep every other word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model.articles import Document
from compare.model.spans import Span
from compare.pipeline import compare_story
from compare.teach.blind import Blinder
from compare.text.fold import folded_text
from tests.bundled import STORIES, comparison

FIRST = (
    "Three barges sank at Askerby on Monday, the harbour office said.\n\n"
    "“We lost three barges,” harbour master Ines Dorr told the Lowmoor Gazette. "
    "A Lowmoor Gazette photograph shows the crane."
)
SECOND = (
    "ASKERBY, 3 May (Tarn) - Three barges sank at Askerby on Monday, the harbour office said.\n\n"
    "Harbour master Ines Dorr told The Gazette that three barges were lost. "
    "Write to news@tarn.example."
)
BARGES = compare_story(
    [
        Document(text=FIRST, outlet="The Lowmoor Gazette", byline="Hester Quince"),
        Document(text=SECOND, outlet="Tarn News Agency", url="https://tarn.example/1"),
    ]
)


def test_a_name_becomes_the_letter_of_its_outlet_and_takes_the_article_with_it() -> None:
    first, second = Blinder(BARGES).copies()
    assert "told Outlet A. An Outlet A photograph" in " ".join(
        line.text for paragraph in first.paragraphs for line in paragraph
    )
    assert "told outlet a that" in second.text
    assert "[address]" in second.text


def test_a_place_line_is_taken_out_and_told_to_the_teacher() -> None:
    _, second = Blinder(BARGES).copies()
    assert second.paragraphs[0][0].text.startswith("Three barges")
    assert [edit.words for edit in second.edits if not edit.instead]


def test_words_to_hide_are_taken_out_too() -> None:
    blinder = Blinder(BARGES, ["Askerby"])
    assert all("askerby" not in copy.text for copy in blinder.copies())
    assert blinder.leaks("in Askerby") == ("Askerby",)


def test_a_span_that_cuts_a_name_shows_the_whole_replacement() -> None:
    blinder = Blinder(BARGES)
    at = FIRST.index("Gazette")
    assert blinder.words("A", Span(at, at + 7)) == "Outlet A"


@pytest.mark.parametrize("story", STORIES)
def test_every_sentence_of_the_story_is_in_the_copy_and_no_name_is(story: str) -> None:
    found = comparison(story)
    blinder = Blinder(found)
    for article, copy in zip(found.articles, blinder.copies(), strict=True):
        lines = [line for paragraph in copy.paragraphs for line in paragraph]
        told = [s.id for s in article.sentences if s.in_story]
        assert [line.sentence for line in lines] == told
        assert [line.number for line in lines] == list(range(1, len(lines) + 1))
        assert blinder.leaks(copy.text) == ()


WORDS = st.lists(
    st.sampled_from(
        "the a Lowmoor Gazette lowmoor GAZETTE Hester Quince Tarn News Agency crane "
        "tarn.example - ’s ( ) . @gazette Ms".split()
    ),
    max_size=14,
)


@given(WORDS, st.sampled_from([" ", "-", "  ", "\n"]))
@settings(deadline=None, max_examples=200)
def test_no_text_keeps_a_name_after_blinding(words: list[str], gap: str) -> None:
    blinder = Blinder(BARGES)
    assert blinder.leaks(blinder.text(gap.join(words))) == ()


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=200)
def test_a_text_without_names_stays_as_it_is(text: str) -> None:
    blinder = Blinder(BARGES)
    if not blinder.leaks(text) and "." not in text and "@" not in text:
        assert folded_text(blinder.text(text)) == folded_text(text)


@pytest.mark.parametrize(
    "names",
    [
        ("B", "A"),
        ("A", "B"),
        ("Outlet", "Tarn News"),
        ("Outlet B", "Outlet A"),
        ("The Reporter", "This Outlet"),
        ("Reporter", "Outlet A Outlet"),
    ],
)
def test_outlets_that_are_called_like_their_replacements_come_to_an_end(
    names: tuple[str, str],
) -> None:
    documents = [
        Document(text=text, outlet=name) for text, name in zip((FIRST, SECOND), names, strict=True)
    ]
    blinder = Blinder(compare_story(documents))
    told = f"{names[0]} and {names[1]} told the reporter of Outlet A and Outlet B."
    blind = blinder.text(told)
    assert blinder.text(blind) == blind
    assert len(blind) < 3 * len(told)
