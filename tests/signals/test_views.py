from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings

from compare.annotation.article import annotate
from compare.model.articles import Aside, AsideKind, Document
from compare.model.spans import Span
from compare.signals.views import statement_view, view_of, views
from tests.align.small import article, texts


@given(texts())
@settings(deadline=None, max_examples=40)
def test_there_is_a_view_of_each_sentence_of_the_story_in_order(text: str) -> None:
    told = article(text, "A")
    found = views(told, 3)
    story = [k for k, sentence in enumerate(told.sentences) if sentence.in_story]
    assert [view.index for view in found] == story
    assert [view.at for view in found] == list(range(len(story)))
    assert all(view.document == 3 and view.of == len(story) for view in found)
    places = [view.place for view in found]
    assert places == sorted(places)
    assert not places or (places[0], places[-1]) == (0.0, 1.0 if len(places) > 1 else 0.0)


def test_stop_words_and_reporting_verbs_are_no_content() -> None:
    view = view_of("The mayor said that it was the bridge.")
    assert view.content == {"mayor", "bridg"}
    assert view.pairs == {("mayor", "bridg")}


def test_a_capital_at_the_start_makes_no_name() -> None:
    assert view_of("Bridges fell in Dunmere.").names == {"dunmer"}


def test_figures_are_compared_by_value_and_unit_not_by_their_words() -> None:
    one, other = view_of("Twelve people came."), view_of("It was 12 that came.")
    assert one.figures & other.figures
    assert Decimal(12) in {low for *_, low, _ in one.figures}


def test_the_share_of_a_sentence_in_marks_is_told_and_who_speaks() -> None:
    told = article("“The bridge is safe,” Ada Roe said. She spoke in Dunmere on Monday.", "A")
    quoted, plain = views(told, 0)
    assert 0.4 < quoted.marked < 0.7
    assert quoted.speakers == {"ada", "roe"}
    assert plain.marked == 0.0
    assert plain.speakers == frozenset()


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The bridge fell.", False),
        ("The bridge did not fall.", True),
        ("Nobody was hurt.", True),
        ("The mayor denied it.", True),
        ("The bridge didn’t fall.", True),
        ("It is a notable bridge.", False),
    ],
)
def test_a_word_that_denies_is_told(text: str, negated: bool) -> None:
    assert view_of(text).negated is negated


def test_a_statement_is_looked_at_alone_but_stands_where_its_sentence_stands() -> None:
    text = "Rain fell. The bridge fell on Monday, and 12 divers will search the Tallow in spring."
    told = article(text, "A")
    whole = views(told, 2)[1]
    part = statement_view(told, Span(text.index("and 12"), len(text)), whole)
    assert part.content == {"12", "diver", "search", "tallow", "spring"}
    assert ("count", "diver", Decimal(12), Decimal(12)) in part.figures
    assert (part.document, part.index, part.at, part.of) == (2, 1, 1, 2)
    assert part.content < whole.content


def test_asides_have_no_view_and_an_aside_inside_a_sentence_does_not_count() -> None:
    text = "DUNMERE (Sable Wire) — The bridge fell. Photo by Ada Roe."
    caption = Aside(span=Span(text.index("Photo"), len(text)), kind=AsideKind.CREDIT)
    dateline = Aside(span=Span(0, 22), kind=AsideKind.DATELINE)
    told = annotate(Document(text=text, outlet="Gazette", letter="A", asides=(dateline, caption)))
    (view,) = views(told, 0)
    assert view.content == {"bridg", "fell"}
