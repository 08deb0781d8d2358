"""The figures of an article, what they count and who gives them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.annotation.article import annotate
from compare.annotation.figure_values import ValueRelation, value_relation
from compare.annotation.figures import figures
from compare.model.articles import AsideKind, Document, Part, Sentence
from compare.model.figures import Figure
from compare.model.spans import Span


def read(text: str, *, letter: str = "B", aside: AsideKind | None = None) -> tuple[Figure, ...]:
    document = Document(text=text, outlet="Harbour Times", letter=letter)
    sentence = Sentence(
        id="B.s1", span=Span(0, len(text)), paragraph=0, part=Part.BODY, aside=aside
    )
    return figures(document, (sentence,))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Twelve people were killed in the fire.", "people killed"),
        ("The fire killed 12 people on the pier.", "people killed"),
        ("The death toll rose to 12 on Sunday.", "people killed"),
        ("Police said 12 were dead or missing.", "people killed or missing"),
        ("Some 270,000 people downloaded the quiz.", "people"),
        ("Four state intelligence agencies said so.", "state intelligence agencies"),
        ("Dozens of homes were destroyed.", "homes destroyed"),
        ("She was the fourth person charged in it.", "person charged"),
    ],
)
def test_what_a_figure_counts_is_said_in_words(text: str, counts: str) -> None:
    assert read(text)[0].counts == counts


def test_what_happened_on_a_day_is_the_nearest_verb_or_the_noun_behind_it() -> None:
    assert read("He pleaded guilty on Friday to lying.")[0].counts == "pleaded"
    assert read("It was the 2016 presidential election.")[0].counts == "presidential election"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Twelve people died, according to the harbour police.", "the harbour police"),
        ("Police said 12 people died.", "Police"),
        ("Twelve people died.", None),
    ],
)
def test_the_source_of_a_figure_is_named_by_its_sentence(text: str, source: str | None) -> None:
    assert read(text)[0].source == source


def test_ids_count_through_the_article_under_its_letter() -> None:
    found = read("On Friday 12 people left and 3 stayed.")
    assert [figure.id for figure in found] == ["B.n1", "B.n2", "B.n3"]
    assert read("12 people left.", letter="")[0].id == "A.n1"


def test_captions_and_bylines_give_no_figures() -> None:
    assert read("12 people left.", aside=AsideKind.CAPTION) == ()


PIECES = (
    "about", "at least", "12", "14", "1,200", "1,187", "dozens of", "people", "on Friday",
    "in 2016", "$5m", "60 mph", "97 km/h", "45 percent", "a third of", "at 4 p.m.",
    "three hours", ".",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join)


@settings(deadline=None, max_examples=200)
@given(TEXTS, TEXTS)
def test_likeness_is_the_same_from_both_sides(a: str, b: str) -> None:
    for one in read(a):
        assert value_relation(one, one) is ValueRelation.EQUAL
        for other in read(b):
            assert value_relation(one, other) is value_relation(other, one)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_text_gives_figures_with_exact_spans(text: str) -> None:
    for figure in read(text):
        assert figure.span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bo Lund, a four-star general, told the “Today” show that it rained.", []),
        ('Bo Lund told NBC\'s "Today" that a two-state plan would fail.', []),
        ('Bo Lund said on "Today."', []),
        ("A two-time winner crossed the two-way street.", []),
        ("“Today we mourn,” she said.", ["Today"]),
        ("“It ends today,” she said.", ["today"]),
        ("A two-vehicle crash closed the road.", ["two"]),
        ("The two-week strike ended.", ["two-week"]),
    ],
)
def test_what_a_noun_or_a_programme_is_called_by_is_no_figure(text: str, told: list[str]) -> None:
    article = annotate(Document(text=text, outlet="Harbour Times", letter="A"))
    assert [article.words_of(figure.span) for figure in article.figures] == told
