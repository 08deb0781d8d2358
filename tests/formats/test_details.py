"""What a name stands for: facts, quotes, figures, words, articles."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from compare.errors import UnknownFact
from compare.formats.details import details
from compare.formats.fact_text import fact_text
from compare.formats.screen import Screen
from tests.formats.builder import Draft, plain
from tests.formats.story import market_hall

NAMES = ["f1", "q1", "n1", "n2", "w1", "w2", "A", "B", "C"]


def flat(name: str) -> str:
    return " ".join(details(market_hall(), name).split())


def test_a_fact_is_shown_as_before() -> None:
    story = market_hall()
    assert details(story, "f2") == fact_text(story, story.facts[1])


def test_a_quote_is_shown_in_every_version_the_fullest_first() -> None:
    story = market_hall()
    (group,) = story.quote_groups
    shown = flat("q1")
    for member in group.members:
        article = story.article(member.article)
        assert all(article.words_of(part) in shown for part in story.quote(member.quote).parts)
    assert shown.index("fullest") < shown.index("cut at the end")
    assert "without “I ran for the doors and did not look back”" in shown


def test_a_figure_is_shown_with_the_sentences_it_stands_in() -> None:
    story = market_hall()
    shown = flat("n1")
    for reading in story.figures[0].readings:
        sentence = story.sentence(reading.sentence).span
        assert story.article(reading.article).words_of(sentence) in shown
    assert "cannot both be true" in shown
    assert story.facts[1].label in shown


def test_words_that_stand_for_each_other_are_shown_where_they_stand() -> None:
    contrast = market_hall().contrasts[0]
    shown = flat("w1")
    assert all(variant.words in shown for variant in contrast.variants)
    assert contrast.kind.value in shown


@pytest.mark.parametrize("letter", ["A", "b", " C "])
def test_an_article_is_shown_with_every_sentence_and_where_it_went(letter: str) -> None:
    story = market_hall()
    article = story.article(letter.strip().upper())
    shown = flat(letter)
    for sentence in article.sentences:
        assert " ".join(article.words_of(sentence.span).split()) in shown
    account = next(one for one in story.accounts if one.article == article.letter)
    assert shown.count("only here") >= len(
        [s for s in account.only_here if not any(
            m.sentence == s for fact in story.facts for m in fact.mentions)]
    )  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [24, 40, 96])
def test_no_line_is_wider_than_the_screen(name: str, width: int) -> None:
    for line in details(market_hall(), name, Screen(width=width)).splitlines():
        assert cell_len(line) <= width


@pytest.mark.parametrize("name", NAMES)
def test_every_character_can_be_encoded(name: str) -> None:
    assert details(market_hall(), name, Screen(encoding="ascii")).isascii()


def test_a_lasting_id_and_its_beginning_name_the_same() -> None:
    story = market_hall()
    whole = details(story, "n1")
    assert details(story, story.figures[0].id) == whole
    assert details(story, story.figures[0].id[:5].upper()) == whole


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("q9", "no quote 'q9'. Choose one from q1 to q1."),
        ("n0", "no figure 'n0'. Choose one from n1 to n2."),
        ("w7", "no contrast of words 'w7'. Choose one from w1 to w2."),
        ("n-", "no figure 'n-'"),
        ("Z", "no fact 'Z'"),
        ("", "no fact ''"),
    ],
)
def test_what_is_not_there_is_an_error_that_tells_the_range(name: str, said: str) -> None:
    with pytest.raises(UnknownFact) as told:
        details(market_hall(), name)
    assert said in str(told.value)


def test_where_nothing_of_a_kind_was_found_the_error_says_so() -> None:
    bare = plain([Draft(letter, "Outlet", None, [["One."]]) for letter in "AB"], [])
    with pytest.raises(UnknownFact, match="none was found"):
        details(bare, "q1")
