"""One fact in every wording."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from compare.errors import UnknownFact
from compare.formats.fact_text import fact_text, find_fact
from compare.formats.screen import FILE, Screen
from tests import bundled
from tests.formats.builder import Draft, plain
from tests.formats.crowd import crowd
from tests.formats.story import market_hall


def test_a_fact_shows_every_wording_with_its_place() -> None:
    story = market_hall()
    shown = fact_text(story, story.facts[0])
    for mention in story.facts[0].mentions:
        assert story.text_of(mention) in " ".join(shown.split())
    assert "A ¶1 of 3" in shown
    assert "in part" in shown


def test_a_fact_shows_why_its_mentions_were_joined_and_who_had_no_opinion() -> None:
    story = market_hall()
    assert (
        "likeness 0.83: wording 0.61 (+1.4), names 1.00 (+0.9); no opinion: figures"
        in fact_text(story, story.facts[0])
    )


def test_of_many_pairs_and_reasons_the_weightiest_are_told_and_the_rest_counted() -> None:
    story = bundled.comparison("mayor-resigns")
    fact = max(story.facts, key=lambda one: len(one.links))
    assert len(fact.links) > 6
    shown = fact_text(story, fact)
    assert len(re.findall(r"likeness 0\.\d\d: ", shown)) == 6
    assert f"… and {len(fact.links) - 6} more pairs: --verbose" in shown
    assert "weaker reasons" in " ".join(shown.split())
    whole = fact_text(story, fact, FILE)
    assert "weaker reasons" not in " ".join(whole.split())
    assert all(reason.signal in whole for link in fact.links for reason in link.because[:1])


def test_a_fact_shows_who_lacks_it_with_the_nearest_miss() -> None:
    story = market_hall()
    assert "C  nearest, likeness 0.21, ¶1 of 2: “At least two people were hurt”" in fact_text(
        story, story.facts[2]
    )
    assert "nothing comes near" in fact_text(story, story.facts[3])


@pytest.mark.parametrize("width", [24, 40, 64, 96])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    story = market_hall()
    for fact in story.facts:
        for line in fact_text(story, fact, Screen(width=width)).splitlines():
            assert cell_len(line) <= width


@pytest.mark.parametrize("name", ["f2", "F2", "f-2b00b5", "f-2b", " f2 "])
def test_a_fact_is_found_by_number_by_id_and_by_the_start_of_its_id(name: str) -> None:
    story = market_hall()
    assert find_fact(story, name) == story.facts[1]


@pytest.mark.parametrize("name", ["f7", "f", "f-", "", "2", "f-9"])
def test_a_fact_that_is_not_there_is_an_error_that_tells_the_range(name: str) -> None:
    with pytest.raises(UnknownFact, match="from f1 to f6"):
        find_fact(market_hall(), name)


def test_an_id_that_begins_two_facts_is_no_answer() -> None:
    with pytest.raises(UnknownFact):
        find_fact(crowd(2), "f-0000")


def test_without_facts_the_error_says_so() -> None:
    drafts = [Draft(letter, "Outlet", None, [["One."]]) for letter in "AB"]
    with pytest.raises(UnknownFact, match="no facts were found"):
        find_fact(plain(drafts, []), "f1")


def test_a_fact_shows_the_finer_facts_on_its_own_words() -> None:
    story = bundled.comparison("demo")
    whole = next(fact for fact in story.facts if fact.details)
    shown = " ".join(fact_text(story, whole, FILE).split())
    assert "In finer detail" in shown
    for finer in whole.details:
        assert " ".join(finer.label.split()) in shown
        for mention in finer.mentions:
            assert " ".join(story.text_of(mention).split()) in shown
