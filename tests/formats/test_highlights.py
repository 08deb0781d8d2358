"""What is worth a look."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.formats.highlights import Topic, highlights, place, readings, short, skipped_text
from compare.model.comparison import Comparison, Skipped
from compare.model.findings import Absence, Digest
from tests.formats.crowd import crowd
from tests.formats.story import market_hall


def test_the_weightiest_kinds_come_first() -> None:
    topics = [one.topic for one in highlights(market_hall())]
    assert topics == sorted(topics, key=list(Topic).index)
    assert set(topics) == set(Topic)


def test_a_conflict_shows_the_words_of_each_outlet() -> None:
    first = highlights(market_hall())[0]
    assert first.ref == "f2"
    assert first.head == ("How many: people hurt – A “Two”; B “three”; C “At least two”")
    assert first.more == ("2 (A) and 3 (B) cannot both be true of the same thing.",)


def test_a_cut_quote_shows_what_was_cut() -> None:
    quote = next(one for one in highlights(market_hall()) if one.topic is Topic.QUOTE)
    assert quote.more[0] == "B: cut at the end, without “I ran for the doors and did not look back”"


def only_here(story: Comparison) -> list[str]:
    return [one.ref for one in highlights(story) if one.topic is Topic.ONLY_HERE]


def test_facts_of_one_outlet_come_by_their_weight_and_each_outlet_in_turn() -> None:
    story = market_hall()
    digests = (
        Digest(article="A", only_here=("f-6ea512",), elsewhere=()),
        Digest(article="B", only_here=("f-5afe57",), elsewhere=()),
        Digest(article="C", only_here=("f-1c0ffe", "f-4e77e4"), elsewhere=()),
    )
    assert only_here(replace(story, digests=digests)) == ["f5", "f6", "f4"]


def test_without_weights_the_facts_of_one_outlet_are_those_high_up() -> None:
    bare = replace(market_hall(), digests=())
    assert only_here(bare) == ["f5"]
    heads = [one.head for one in highlights(bare) if one.topic is Topic.ONLY_HERE]
    assert heads[0].startswith("only B (¶2 of 4): The council was told")


def test_facts_that_more_outlets_state_come_first_among_the_missing() -> None:
    story = crowd(4, 4)
    second, third = story.facts[1], story.facts[2]
    absences = (
        Absence(fact=third.id, article="B", said_by=("A", "D"), nearest=None),
        Absence(fact=second.id, article="B", said_by=("A", "C", "D"), nearest=None),
        Absence(fact=third.id, article="C", said_by=("A", "D"), nearest=None),
    )
    missing = [
        one for one in highlights(replace(story, absences=absences)) if one.topic is Topic.NOT_FOUND
    ]
    assert [one.ref for one in missing] == [second.ordinal, third.ordinal]
    assert missing[1].head.startswith("not found in B and C, said by A and D")


@pytest.mark.parametrize(
    ("words", "limit", "cut"),
    [
        ("short enough", 12, "short enough"),
        ("cut between the words", 12, "cut between…"),
        ("unbreakable", 5, "unbr…"),
        ("two\n lines", 20, "two lines"),
    ],
)
def test_long_words_are_cut_between_words(words: str, limit: int, cut: str) -> None:
    assert short(words, limit=limit) == cut
    assert len(short(words, limit=limit)) <= limit


def test_a_place_is_a_paragraph_of_all_paragraphs() -> None:
    assert place(market_hall(), "B", "B.s3") == "¶3 of 4"


def test_a_skipped_source_reads_as_two_sentences() -> None:
    with_stops = Skipped(source="a.txt", reason="is empty.", advice="Give another file.")
    without = Skipped(source="a.txt", reason="is empty", advice="Give another file")
    assert (
        skipped_text(with_stops) == skipped_text(without) == "a.txt: is empty. Give another file."
    )


def test_other_conflicts_show_their_evidence() -> None:
    second = highlights(market_hall())[1]
    assert second.ref == ""
    assert second.head == (
        "Who speaks of the crack – A “said Ilse Varnham, who sells cheese there”; B “a trader said”"
    )


def test_outlets_with_the_same_words_are_named_together() -> None:
    said = [("A", "14"), ("B", "13"), ("C", "14"), ("C", "14")]
    assert list(readings(said)) == [(("A", "C"), "14"), (("B",), "13")]


def test_a_headline_is_told_with_what_its_text_has_instead() -> None:
    (last,) = [one for one in highlights(market_hall()) if one.topic is Topic.HEADLINE]
    assert last.head.startswith("headline “Roof down, prices up")
    assert last.more == ("The text does not speak of prices.",)


def test_loaded_words_are_told_with_the_words_of_the_others() -> None:
    (told,) = [one for one in highlights(market_hall()) if one.topic is Topic.WORDS]
    assert (told.ref, told.head) == ("f1", "Other words – A “fall in”; B “collapse”")


def test_a_fact_placed_high_and_low_is_told() -> None:
    placed = [one for one in highlights(market_hall()) if one.topic is Topic.PLACED]
    assert [one.head for one in placed] == [
        "high up in A, near the end in B: 140 people got out unharmed"
    ]
