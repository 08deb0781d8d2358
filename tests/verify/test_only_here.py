from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.annotation.article import annotate
from compare.model.articles import Article, AsideKind, Document, Extra
from compare.model.spans import Span
from compare.verify.only_here import (
    LookedFor,
    SecondLook,
    look_again,
    places_searched,
    sought_statement,
)
from tests.findings.telling import article

STATED = "The inspectors had failed the lifeboat winch in March, and the ferry sailed on Monday."
OTHER = (
    "The ferry left Port Ellery at four with 212 passengers.\n\n"
    "“We are proud of our record,” the company said.\n\n"
    "The mate came ashore in the last boat."
)


def look(
    words: str, body: str, *, text: str = STATED, weights: Mapping[str, float] | None = None
) -> SecondLook:
    home = article("A", text)
    start = text.index(words)
    statement = sought_statement(home, Span(start, start + len(words)))
    return look_again(statement, places_searched(article("B", body)), weights or {})


def test_what_stands_nowhere_is_not_found_and_has_no_place() -> None:
    found = look("The inspectors had failed the lifeboat winch in March", OTHER)
    assert found.answer is LookedFor.NOT_FOUND
    assert found.place is None


@pytest.mark.parametrize(
    "line",
    [
        "The winch of the lifeboat failed an inspection in March.",
        "A lifeboat winch had failed inspectors in March, papers show.",
        "“They failed the lifeboat winch in March,” an inspector said.",
        "Inspectors found fault in March. The lifeboat winch failed.",
    ],
)
def test_most_of_its_words_in_one_place_state_it_partly(line: str) -> None:
    found = look("The inspectors had failed the lifeboat winch in March", f"{OTHER}\n\n{line}")
    assert found.answer is LookedFor.PARTLY
    assert found.place is not None
    assert found.place.sentence is not None


def test_some_of_its_words_may_state_it() -> None:
    line = "The winch was known to be faulty since March."
    found = look("The inspectors had failed the lifeboat winch in March", f"{OTHER}\n\n{line}")
    assert found.answer is LookedFor.PERHAPS
    assert found.place is not None
    assert found.place.span is not None
    assert found.place.span.of(f"{OTHER}\n\n{line}").endswith(line)


def test_a_headline_and_a_caption_beside_the_text_are_looked_at() -> None:
    home = article("A", STATED)
    statement = sought_statement(home, Span(0, STATED.index(",")))
    title = article("B", OTHER, headline="Lifeboat winch failed inspectors in March")
    assert look_again(statement, places_searched(title), {}).answer is LookedFor.PARTLY
    caption = Extra(
        kind=AsideKind.CAPTION, text="The lifeboat winch that inspectors failed in March"
    )
    with_caption = annotate(Document(text=OTHER, outlet="B", letter="B", extras=(caption,)))
    found = look_again(statement, places_searched(with_caption), {})
    assert found.answer is LookedFor.PARTLY
    assert found.place is not None
    assert found.place.sentence is None


def test_names_alone_do_not_state_it() -> None:
    text = "Ilsa Corran opened the Lower Brae bridge."
    body = "Ilsa Corran spoke at Lower Brae.\n\nIlsa Corran left Lower Brae at noon."
    found = look("Ilsa Corran opened the Lower Brae bridge", body, text=text)
    assert found.answer is not LookedFor.PARTLY


def test_a_figure_of_its_own_counts_beside_a_few_words() -> None:
    text = "The council paid 41,600 crowns to a firm of lamp makers for a survey."
    body = "It rained all day.\n\nOther bills were high. The survey came to 41,600 crowns in all."
    assert look(text[:-1], body, text=text).answer is not LookedFor.NOT_FOUND


def test_one_word_is_never_stated_partly() -> None:
    found = look(
        "She won", "Nobody knows who won the race.\n\nIt rained.", text="She won. It rained."
    )
    assert found.answer is not LookedFor.PARTLY


def test_a_word_that_is_everywhere_in_the_story_says_little() -> None:
    body = "The ferry left the quay.\n\nThe ferry was late."
    words = "the ferry sailed on Monday"
    usual = look(words, body).share
    everyday = look(words, body, weights={"ferri": 0.1}).share
    assert everyday < usual


def test_an_article_of_its_own_words_states_all_of_it() -> None:
    assert look(STATED[:-1], STATED).share == 1.0


def places(home: Article) -> list[tuple[int, int]]:
    return [(p.span.start, p.span.end) for p in places_searched(home).places if p.span]


@given(
    st.lists(st.sampled_from(["The pier fell.", "It rained.", "Two died."]), min_size=1, max_size=6)
)
def test_every_sentence_is_a_place_and_no_place_lies_outside_the_text(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    home = article("A", text)
    found = places(home)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert {(s.span.start, s.span.end) for s in home.sentences if s.in_story} <= set(found)
