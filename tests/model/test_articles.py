from __future__ import annotations

import dataclasses
import hashlib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model.articles import (
    Article,
    Aside,
    AsideKind,
    Document,
    Name,
    Paragraph,
    Part,
    Sentence,
)
from compare.model.figures import Figure, FigureKind, Quantity
from compare.model.quotes import Quote, QuoteKind, Speaker
from compare.model.spans import Span

TEXT = "Rain fell. It was cold.\n\nRoads closed."


def document(text: str = TEXT, **known: Any) -> Document:
    return Document(text=text, outlet="Dunmere Gazette", letter="A", **known)


def sentence(number: int, start: int, end: int, paragraph: int = 0) -> Sentence:
    return Sentence(id=f"A.s{number}", span=Span(start, end), paragraph=paragraph, part=Part.BODY)


PARAGRAPHS = (
    Paragraph(id="A.p1", span=Span(0, 23)),
    Paragraph(id="A.p2", span=Span(25, 38)),
)
SENTENCES = (sentence(1, 0, 10), sentence(2, 11, 23), sentence(3, 25, 38, paragraph=1))


def article(**changed: Any) -> Article:
    parts: dict[str, Any] = {
        "document": document(),
        "paragraphs": PARAGRAPHS,
        "sentences": SENTENCES,
    }
    return Article(**(parts | changed))


def quote(*parts: Span, **known: Any) -> Quote:
    return Quote(id="A.q1", parts=parts, kind=QuoteKind.DIRECT, **known)


@given(st.text())
def test_the_hash_is_that_of_the_utf_8_bytes(text: str) -> None:
    assert document(text).sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_half_a_character_does_not_stop_a_document() -> None:
    assert len(document("a \ud800 b").sha256) == 64


def test_a_text_that_does_not_match_its_hash_is_refused() -> None:
    known = document().sha256
    assert document(sha256=known).sha256 == known
    with pytest.raises(ValueError, match="does not match its sha256"):
        document(TEXT + " ", sha256=known)


def test_the_text_of_a_document_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        document().text = "Sun shone."  # type: ignore[misc]


def test_an_aside_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="aside 30:39 reaches beyond"):
        document(asides=(Aside(span=Span(30, 39), kind=AsideKind.CAPTION),))


def test_sentences_are_found_by_id_and_give_their_exact_words() -> None:
    whole = article()
    assert whole.words_of(whole.sentence("A.s2").span) == "It was cold."
    assert whole.index_of("A.s3") == 2
    with pytest.raises(KeyError):
        whole.sentence("A.s4")


def test_an_empty_document_is_an_article_without_sentences() -> None:
    assert article(document=document(" \n"), paragraphs=(), sentences=()).sentences == ()


OUTSIDE = Span(30, 39)
INSIDE = Span(0, 4)
BROKEN = {
    "a sentence that overlaps the one before": (
        {"sentences": (SENTENCES[0], sentence(2, 9, 23), SENTENCES[2])},
        "sentence 9:23 overlaps",
    ),
    "sentences out of order": (
        {"sentences": (SENTENCES[1], SENTENCES[0], SENTENCES[2])},
        "no sentence|overlaps",
    ),
    "words between two sentences": (
        {"sentences": (sentence(1, 0, 9), *SENTENCES[1:])},
        "before sentence 11:23 is in no sentence",
    ),
    "words before the first sentence": (
        {"sentences": (sentence(1, 1, 10), *SENTENCES[1:])},
        "before sentence 1:10 is in no sentence",
    ),
    "words after the last sentence": (
        {"sentences": SENTENCES[:2], "paragraphs": PARAGRAPHS[:1]},
        "after the last paragraph",
    ),
    "words after the last sentence of a paragraph": (
        {"sentences": (*SENTENCES[:2], sentence(3, 25, 37, paragraph=1))},
        "after the last sentence",
    ),
    "a sentence beyond the text": (
        {"sentences": (*SENTENCES[:2], sentence(3, 25, 39, paragraph=1))},
        "reaches beyond the text",
    ),
    "a sentence over two paragraphs": (
        {"sentences": (SENTENCES[0], sentence(2, 11, 38, paragraph=0))},
        "A.s2 reaches out of its paragraph",
    ),
    "a sentence of the wrong paragraph": (
        {"sentences": (*SENTENCES[:2], sentence(3, 25, 38, paragraph=0))},
        "A.s3 reaches out of its paragraph",
    ),
    "a sentence of a paragraph that is not there": (
        {"sentences": (*SENTENCES[:2], sentence(3, 25, 38, paragraph=2))},
        "A.s3 is in paragraph 2, which is not there",
    ),
    "a paragraph counted from the end": (
        {"sentences": (*SENTENCES[:2], sentence(3, 25, 38, paragraph=-1))},
        "A.s3 is in paragraph -1, which is not there",
    ),
    "a paragraph without a sentence": (
        {
            "document": document("Rain fell. \n\n \n\nx"[:14]),
            "paragraphs": (
                Paragraph(id="A.p1", span=Span(0, 10)),
                Paragraph(id="A.p2", span=Span(11, 13)),
            ),
            "sentences": SENTENCES[:1],
        },
        "a paragraph holds no sentence",
    ),
    "two sentences of one id": (
        {"sentences": (SENTENCES[0], sentence(1, 11, 23), SENTENCES[2])},
        "two sentences share an id",
    ),
    "an aside beyond the text": (
        {"asides": (Aside(span=OUTSIDE, kind=AsideKind.PROMO),)},
        "aside 30:39",
    ),
    "a name beyond the text": ({"names": (Name(span=OUTSIDE, text="x"),)}, "name 30:39"),
    "a figure beyond the text": (
        {
            "figures": (
                Figure(
                    id="A.n1",
                    span=OUTSIDE,
                    quantity=Quantity(low=None, high=None),
                    kind=FigureKind.COUNT,
                ),
            )
        },
        "figure 30:39",
    ),
    "a part of a quote beyond the text": ({"quotes": (quote(INSIDE, OUTSIDE),)}, "quote part"),
    "marked words beyond the text": (
        {"quotes": (quote(INSIDE, marked=(OUTSIDE,)),)},
        "quote part",
    ),
    "a cue beyond the text": ({"quotes": (quote(INSIDE, cue=OUTSIDE),)}, "cue 30:39"),
    "a speaker beyond the text": (
        {"quotes": (quote(INSIDE, speaker_span=OUTSIDE),)},
        "speaker 30:39",
    ),
    "a kind of voice beyond the text": (
        {"quotes": (quote(INSIDE, speaker=Speaker(name="Ada Roe", group_span=OUTSIDE)),)},
        "speaker 30:39",
    ),
}


@pytest.mark.parametrize(("changed", "message"), BROKEN.values(), ids=BROKEN)
def test_an_article_refuses(changed: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        article(**changed)


def test_a_quote_has_words() -> None:
    with pytest.raises(ValueError, match=r"A\.q1 has no words"):
        quote()


@pytest.mark.parametrize(
    "parts", [(Span(4, 8), Span(0, 3)), (Span(0, 5), Span(4, 8)), (Span(0, 5), Span(0, 5))]
)
def test_the_parts_of_a_quote_are_in_order_and_apart(parts: tuple[Span, ...]) -> None:
    with pytest.raises(ValueError, match="overlap or are out of order"):
        quote(*parts)


def test_a_quote_over_two_paragraphs_is_two_parts() -> None:
    whole = article(quotes=(quote(Span(11, 23), Span(25, 38)),))
    assert [whole.words_of(part) for part in whole.quotes[0].parts] == [
        "It was cold.",
        "Roads closed.",
    ]


@given(st.lists(st.integers(0, 36), unique=True), st.integers(0, 37), st.integers(1, 38))
def test_the_figures_in_a_span_are_those_that_lie_inside_it(
    starts: list[int], start: int, length: int
) -> None:
    figures = tuple(
        Figure(
            id=f"A.n{number}",
            span=Span(at, at + 2),
            quantity=Quantity(low=Decimal(1), high=Decimal(1)),
            kind=FigureKind.COUNT,
        )
        for number, at in enumerate(sorted(starts), 1)
    )
    article = Article(
        document=document(), paragraphs=PARAGRAPHS, sentences=SENTENCES, figures=figures
    )
    span = Span(start, start + length)
    assert article.figures_in(span) == tuple(f for f in figures if span.contains(f.span))
