"""What is worth a look."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.findings.highlight_places import HighlightKind
from compare.findings.rank import worth_a_look
from compare.formats.highlights import (
    Highlight,
    highlights,
    letters_by_wording,
    paragraph_place,
    skipped_text,
)
from compare.formats.quote_versions import change_of
from compare.formats.screen import shorten
from compare.model.comparison import Comparison
from compare.model.findings import Absence, Digest, QuoteChange
from compare.model.quotes import QuoteKind
from compare.model.spans import Span
from compare.model.story import Skipped
from compare.model.verification import Rule
from tests.formats.crowd import crowd
from tests.formats.story import market_hall


def of_kind(story: Comparison, kind: HighlightKind) -> list[Highlight]:
    return [one for one in highlights(story) if one.kind is kind]


def test_the_order_is_that_of_the_ranking() -> None:
    story = market_hall()
    kinds = [one.kind for one in highlights(story)]
    assert kinds == [look.kind for look in worth_a_look(story)]
    assert kinds[0] is HighlightKind.CONFLICT
    assert HighlightKind.ONLY_HERE in kinds[-2:]


def test_a_conflict_shows_the_words_of_each_outlet() -> None:
    first = highlights(market_hall())[0]
    assert first.ref == "f2"
    assert first.head == ("How many: people hurt – A “Two”; B “three”; C “At least two”")
    assert first.more == ("2 (A) and 3 (B) cannot both be true of the same thing.",)


def test_a_cut_quote_shows_what_was_cut_on_one_line() -> None:
    (quote,) = of_kind(market_hall(), HighlightKind.QUOTE)
    assert quote.more[0] == "B: cut at the end, without “I ran for the doors and did not look back”"


def changed(*changes: QuoteChange, kind: QuoteKind = QuoteKind.DIRECT) -> str:
    """What is told of the second version of a quotation when this happened to it."""
    story = market_hall()
    (group,) = story.quote_groups
    member = replace(group.members[1], change=changes[0], changes=changes)
    article = story.article(member.article)
    quotes = tuple(replace(q, kind=kind) if q.id == member.quote else q for q in article.quotes)
    articles = tuple(
        replace(one, quotes=quotes) if one is article else one for one in story.articles
    )
    return change_of(replace(story, articles=articles), group, member)


def test_cuts_at_both_ends_are_told_together() -> None:
    told = changed(QuoteChange.CUT_START, QuoteChange.ALTERED, QuoteChange.CUT_END)
    assert told.startswith("altered words, cut at the start and at the end, without “")


def test_of_indirect_speech_no_cuts_are_listed() -> None:
    told = changed(QuoteChange.PARAPHRASED, QuoteChange.CUT_END, kind=QuoteKind.INDIRECT)
    assert told == "turned into indirect speech"
    assert changed(QuoteChange.CUT_END, kind=QuoteKind.INDIRECT) == "turned into indirect speech"


def test_of_what_one_outlet_has_alone_the_weightiest_is_told() -> None:
    story = market_hall()
    digests = (
        Digest(article="B", only_here=("f-5afe57",), elsewhere=()),
        Digest(article="C", only_here=("f-4e77e4", "f-6ea512"), elsewhere=()),
    )
    told = of_kind(replace(story, digests=digests), HighlightKind.ONLY_HERE)
    wanted = {story.fact(fact).ordinal for fact in ("f-5afe57", "f-4e77e4")}
    assert {one.ref for one in told} == wanted
    assert any(one.head.startswith("only B (¶2 of 4): The council was told") for one in told)


def test_facts_of_more_wordings_come_first_among_the_missing() -> None:
    story = crowd(4, 4)
    second, third = story.facts[1], story.facts[2]
    absences = (
        Absence(fact=third.id, article="B", said_by=("A", "D"), nearest=None),
        Absence(fact=second.id, article="B", said_by=("A", "C", "D"), nearest=None),
        Absence(fact=third.id, article="C", said_by=("A", "D"), nearest=None),
    )
    missing = of_kind(replace(story, absences=absences), HighlightKind.NOT_FOUND)
    assert [one.ref for one in missing] == [second.ordinal, third.ordinal]
    assert missing[1].head.startswith("not found in B and C, said by A and D")


def test_outlets_that_share_copy_are_told_with_how_much() -> None:
    (told, *_) = of_kind(crowd(8), HighlightKind.SHARED_COPY)
    assert told.head == "A and B share copy nearly word for word: 82% of the text"


def test_a_headline_with_words_its_text_lacks_is_told() -> None:
    story = market_hall()
    headline = replace(
        story.headlines[0],
        unmatched=False,
        why="",
        evidence=(),
        unsupported=(Span(0, 4),),
        verified_by=(Rule.WORD_NOWHERE,),
    )
    (told,) = of_kind(replace(story, headlines=(headline,)), HighlightKind.HEADLINE)
    assert told.more == (f"The text does not have “{headline.text[:4]}”.",)


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
    assert shorten(words, limit=limit) == cut
    assert len(shorten(words, limit=limit)) <= limit


def test_a_place_is_a_paragraph_of_all_paragraphs() -> None:
    assert paragraph_place(market_hall(), "B", "B.s3") == "¶3 of 4"


def test_a_skipped_source_reads_as_two_sentences() -> None:
    with_stops = Skipped(source="a.txt", reason="is empty.", advice="Give another file.")
    without = Skipped(source="a.txt", reason="is empty", advice="Give another file")
    assert (
        skipped_text(with_stops) == skipped_text(without) == "a.txt: is empty. Give another file."
    )


def test_advice_that_asks_keeps_its_question_mark() -> None:
    asked = Skipped(source="a.toml", reason="no such key", advice="Did you mean outlet?")
    assert skipped_text(asked) == "a.toml: no such key. Did you mean outlet?"


def test_other_conflicts_show_their_evidence() -> None:
    (other,) = [one for one in of_kind(market_hall(), HighlightKind.CONFLICT) if not one.ref]
    assert other.head == (
        "Who speaks of the crack – A “said Ilse Varnham, who sells cheese there”; B “a trader said”"
    )


def test_outlets_with_the_same_words_are_named_together() -> None:
    said = [("A", "14"), ("B", "13"), ("C", "14"), ("C", "14")]
    assert list(letters_by_wording(said)) == [(("A", "C"), "14"), (("B",), "13")]


def test_a_headline_is_told_with_what_its_text_has_instead() -> None:
    (told,) = of_kind(market_hall(), HighlightKind.HEADLINE)
    assert told.head.startswith("headline “Roof down, prices up")
    assert told.more == ("The text does not speak of prices.",)


def test_loaded_words_are_told_with_the_words_of_the_others() -> None:
    (told,) = of_kind(market_hall(), HighlightKind.WORDS)
    assert (told.ref, told.head) == ("f1", "Other words – A “fall in”; B “collapse”")


def test_a_fact_placed_high_and_low_is_told() -> None:
    assert [one.head for one in of_kind(market_hall(), HighlightKind.PLACED)] == [
        "high up in A, near the end in B: 140 people got out unharmed"
    ]
