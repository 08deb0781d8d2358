"""Sentences cut into statements: nothing lost, nothing cut that belongs together."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.annotation.statements import clauses, report_frame, smaller_statements, statements
from compare.model.articles import Article
from compare.model.spans import Span
from compare.text.words import words
from tests.align.small import article, texts

ODD = st.text(max_size=60) | st.sampled_from(["“”, and", "…", "— — —", "that who which", "1,200,"])
CUTS = [
    (
        "Fire broke out in the depot on Monday, and divers will search the river in the spring.",
        [
            "Fire broke out in the depot on Monday,",
            "and divers will search the river in the spring.",
        ],
    ),
    (
        "Two ships collided near Dunmere; three sailors were hurt when the mast fell.",
        ["Two ships collided near Dunmere;", "three sailors were hurt", "when the mast fell."],
    ),
    (
        "The school in Dunmere reopened: teachers welcomed 300 pupils.",
        ["The school in Dunmere reopened:", "teachers welcomed 300 pupils."],
    ),
    (
        "The old bridge fell at noon — the river had risen for days.",
        ["The old bridge fell at noon —", "the river had risen for days."],
    ),
    (
        "The council closed the market hall because two beams were rotten.",
        ["The council closed the market hall", "because two beams were rotten."],
    ),
    (
        "Growers sold their wheat before prices fell by half.",
        ["Growers sold their wheat", "before prices fell by half."],
    ),
    ("The bridge fell on Monday.", ["The bridge fell on Monday."]),
    ("It fell, and that was it.", ["It fell, and that was it."]),
    (
        "Teachers ended their strike, but that left cleaners without a deal.",
        ["Teachers ended their strike,", "but that left cleaners without a deal."],
    ),
    (
        "Teachers ended their strike, and when schools reopened pupils cheered.",
        ["Teachers ended their strike,", "and when schools reopened pupils cheered."],
    ),
]


def cut(text: str) -> list[str]:
    """The statements of the first sentence of a text."""
    told = article(text, "A")
    return [span.of(text) for span in statements(told, told.sentences[0])]


def assert_tiles(text: str, whole: Span, spans: tuple[Span, ...]) -> None:
    """The spans lie in order inside the whole and leave only white space between them."""
    at = whole.start
    for span in spans:
        assert span.start >= at
        assert not text[at : span.start].strip()
        assert span.of(text).strip() == span.of(text)
        at = span.end
    assert at <= whole.end
    assert not text[at : whole.end].strip()


def assert_whole(told: Article, piece: Span) -> None:
    """No statement of the article begins or ends inside the piece, but where a sentence does."""
    for sentence in told.sentences:
        for span in statements(told, sentence):
            for edge in {span.start, span.end} - {sentence.span.start, sentence.span.end}:
                assert not piece.start < edge < piece.end, piece.of(told.document.text)


@given(texts() | ODD)
@settings(deadline=None, max_examples=150)
def test_statements_tile_each_sentence(text: str) -> None:
    told = article(text, "A")
    for sentence in told.sentences:
        assert_tiles(text, sentence.span, statements(told, sentence))


@given(texts() | ODD)
@settings(deadline=None, max_examples=150)
def test_names_and_quotations_of_more_than_three_words_are_never_cut(text: str) -> None:
    told = article(text, "A")
    for name in told.names:
        assert_whole(told, name.span)
    for quote in told.quotes:
        for part in quote.marked:
            if len(words(text, part)) > 3:
                assert_whole(told, part)


@given(texts() | ODD)
@settings(deadline=None, max_examples=100)
def test_smaller_statements_and_clauses_tile_what_they_are_cut_from(text: str) -> None:
    told = article(text, "A")
    for sentence in told.sentences:
        if sentence.span.of(text).strip():
            assert_tiles(text, sentence.span, smaller_statements(text, sentence.span))
            assert_tiles(text, sentence.span, clauses(text, sentence.span))


@given(texts() | ODD)
@settings(deadline=None, max_examples=100)
def test_a_report_frame_is_one_end_of_its_statement_and_holds_no_reported_words(text: str) -> None:
    told = article(text, "A")
    for sentence in told.sentences:
        for span in statements(told, sentence):
            frame = report_frame(told, span)
            if frame is not None:
                assert span.contains(frame)
                assert frame.start == span.start or frame.end == span.end
                assert frame != span


@pytest.mark.parametrize(("text", "parts"), CUTS)
def test_a_sentence_is_cut_at_marks_and_joining_words(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


@pytest.mark.parametrize(
    "piece",
    ["1,200", "10:30", "$4,500,000", "“never safe, and known to be so for years”", "Ada Roe"],
)
def test_numbers_times_names_and_quotations_stay_whole(piece: str) -> None:
    text = f"The mayor spoke of {piece} in the old hall, and the council met again after the vote."
    told = article(text, "A")
    start = text.index(piece)
    assert len(statements(told, told.sentences[0])) > 1
    assert_whole(told, Span(start, start + len(piece)))


def test_a_few_words_in_marks_are_words_of_the_article_and_may_be_cut() -> None:
    parts = cut("The report calls the harbour road “narrow and unlit, badly drained” and unsafe.")
    assert "".join(parts).count("“") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Police said the bridge fell at noon on Monday.",
        "The bridge fell at noon on Monday, police said.",
        "“The bridge fell at noon on Monday,” Ada Roe said.",
        "Ada Roe said that the bridge fell at noon on Monday.",
        "According to the fire service, the bridge fell at noon on Monday.",
        "The bridge fell at noon on Monday, according to the fire service.",
        "The bridge fell at noon on Monday, a spokesman for the council said.",
        "“The bridge,” Ada Roe said, “fell at noon on Monday.”",
    ],
)
def test_a_report_stays_with_the_claim_that_it_reports(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Police said the bridge fell at noon on Monday.", "Police said"),
        ("The bridge fell at noon on Monday, police said.", "police said"),
        ("The bridge fell according to the fire service.", "according to the fire service"),
        ("“The bridge fell at noon,” Ada Roe said.", "Ada Roe said"),
        ("Ada Roe said that the bridge fell.", "Ada Roe said that"),
    ],
)
def test_the_frame_of_a_report_names_the_source_and_nothing_of_the_claim(
    text: str, source: str
) -> None:
    told = article(text, "A")
    frame = report_frame(told, told.sentences[0].span)
    assert frame is not None
    assert frame.of(text).strip(" ,.”") == source


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell at noon on Monday.",
        "The bridge, police said, fell at noon on Monday.",
        "Rain fell.",
    ],
)
def test_what_is_reported_by_nobody_or_in_the_middle_has_no_frame(text: str) -> None:
    told = article(text, "A")
    assert report_frame(told, told.sentences[0].span) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The bridge fell in Dunmere.", ["The bridge fell", "in Dunmere."]),
        ("Two men died at the mill.", ["Two men died", "at the mill."]),
        ("Rain fell over the plain.", ["Rain fell", "over the plain."]),
        ("Some 1,200 left at 10:30.", ["Some 1,200 left", "at 10:30."]),
        ("It fell.", ["It fell."]),
    ],
)
def test_a_statement_is_cut_once_more_at_prepositions(text: str, parts: list[str]) -> None:
    assert [s.of(text) for s in smaller_statements(text, Span(0, len(text)))] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Rain fell all day, and the old roads closed.", 2),
        ("Rain fell all day and the old roads closed.", 2),
        ("The old bridge fell when the river rose.", 2),
        ("“The bridge was never safe, and everybody knew that,” Ada Roe said.", 3),
        ("The bridge (built in 1911) fell.", 1),
        ("Some 1,200 workers left at 10:30.", 1),
        ("The bridge fell.", 1),
        ("The old mayor left — the new one stayed away — before the vote took place.", 3),
        ("Divers searched the river; cranes lifted the cars; nobody was found dead.", 3),
        (
            "The union, which called the strike, said that pay talks failed as banks objected.",
            3,
        ),
    ],
)
def test_clauses_are_those_that_say_something(text: str, parts: int) -> None:
    found = clauses(text, Span(0, len(text)))
    assert len(found) == parts, [span.of(text) for span in found]
    assert re.sub(r"\s", "", "".join(s.of(text) for s in found)) == re.sub(r"\s", "", text)
