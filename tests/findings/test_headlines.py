from __future__ import annotations

import pytest

from compare.findings.headlines import headlines
from compare.model.articles import Article
from compare.model.findings import Headline
from tests.findings.telling import article, fact, mention

BODY = (
    "Fourteen sheep were stolen from a farm at Lower Brae on Monday night, police said.\n\n"
    "Officers led away a man of 41 and let him go on Tuesday. Two of 60 farms have lost stock.\n\n"
    "Mayor Ilsa Corran asked people to lock their gates."
)


def title(headline: str, body: str = BODY, *others: Article) -> Headline:
    found = headlines((article("A", body, headline=headline), *others), ())
    return next(one for one in found if one.article == "A")


def lacking(headline: str, body: str = BODY, *others: Article) -> list[str]:
    found = title(headline, body, *others)
    return [span.of(found.text) for span in found.unsupported]


@pytest.mark.parametrize(
    "headline",
    [
        "Fourteen sheep stolen at Lower Brae",
        "14 sheep taken in night theft",
        "Lock your gates, Corran tells farmers",
        "Thieves take fourteen sheep",
        "Police question man, 41",
    ],
)
def test_a_headline_that_the_text_carries_lacks_nothing(headline: str) -> None:
    found = title(headline)
    assert found.unsupported == ()
    assert found.why == ""
    assert not found.unmatched


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("Sheep killer faces jail", ["jail"]),
        ("BRIBES BEHIND SHEEP THEFT", ["BRIBES"]),
        ("Arson and murder at Lower Brae", ["murder"]),
    ],
)
def test_a_grave_word_that_nothing_in_the_text_carries_is_unsupported(
    headline: str, words: list[str]
) -> None:
    assert lacking(headline) == words


def test_a_figure_that_the_text_gives_otherwise_is_shown_with_what_it_says() -> None:
    found = title("Forty sheep stolen at Lower Brae")
    assert [span.of(found.text) for span in found.unsupported] == ["Forty"]
    assert found.why == "The headline says “Forty”, the text says “Fourteen”."
    assert [e.text for e in found.evidence] == ["Fourteen"]


def test_the_sum_of_two_figures_of_the_text_is_supported() -> None:
    body = "Eleven miners died in the blast at Orre.\n\nFour miners are missing after the blast."
    assert lacking("Blast leaves 15 miners dead or missing", body) == []


def test_an_ordinal_in_the_text_supports_the_count() -> None:
    body = "A 15th patient fell ill at the clinic.\n\nThe first four patients went home."
    assert lacking("Bug strikes down 15 patients", body) == []


def test_a_vague_figure_is_not_held_against_the_headline() -> None:
    body = "More than a thousand people left the valley.\n\nThe road is open for people."
    assert lacking("Hundreds of people flee valley", body) == []


def test_a_name_known_from_other_articles_that_the_text_lacks_is_unsupported() -> None:
    other = article("B", "The thieves came from Harrowby, said police in Harrowby.")
    assert lacking("Harrowby Gang Takes Fourteen Sheep", BODY, other) == ["Harrowby"]


def test_a_word_that_no_article_writes_as_a_name_is_left_alone() -> None:
    assert lacking("Woolly Heist Stuns Valley As Fourteen Sheep Stolen") == []


def test_the_adjective_of_a_name_in_the_text_is_supported() -> None:
    body = "The Lestrian minister signed.\n\nA Lestrian ship sailed."
    other = article("B", "The minister of Lestria signed, and Lestria paid.")
    assert lacking("Lestria signs", body, other) == []


def test_a_headline_in_other_words_without_any_fact_is_unmatched() -> None:
    assert title("Sixteen buses and a valley divided").unmatched


def test_a_headline_rests_on_the_facts_its_nearest_sentences_state() -> None:
    home = article("A", BODY, headline="Fourteen sheep stolen from Lower Brae farm")
    theft = fact("f1", mention(home, "Fourteen sheep were stolen"), headlines="A")
    gates = fact("f2", mention(home, "asked people to lock their gates"), headlines="A")
    alien = fact("f3", mention(home, "let him go on Tuesday"))
    (found,) = headlines((home,), (theft, gates, alien))
    assert found.facts == ("f1",)


def test_a_headline_inside_the_text_is_read_as_one() -> None:
    home = article("A", f"Fourteen sheep stolen at Lower Brae\n\n{BODY}")
    (found,) = headlines((home,), ())
    assert found.text == "Fourteen sheep stolen at Lower Brae"
    assert found.nearest is not None
    assert found.nearest.sentence != home.sentences[0].id


def test_an_article_without_a_headline_gives_none() -> None:
    assert headlines((article("A", "It rained.\n\nIt rained again."),), ()) == ()
