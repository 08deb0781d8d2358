"""Answers of a lesson that a careful reader could refute are dropped, others are kept."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model.verification import Outcome, Rule
from compare.verify.answers import (
    CountedNumber,
    HeardSentence,
    is_quoted_elsewhere,
    is_reserve_word,
    is_verified,
    verify_alone,
    verify_even_answers,
    verify_same_count,
    verify_stance,
)


@dataclass(frozen=True)
class Claim:
    """A claim of a kind that names the rules that verified it."""

    verified_by: tuple[Rule, ...] = ()


def test_a_claim_without_a_rule_is_not_verified() -> None:
    assert not is_verified(Claim())
    assert is_verified(Claim(verified_by=(Rule.WORDS_COMPARED,)))
    assert is_verified("a claim of a kind that has no such field")


BOAT = "The Holms’ boat, the prosecutor Ada Leck pointed out, has a diesel engine."
NEAR = [
    HeardSentence(text="It was for a boat, he claimed, that does not even run on petrol."),
    HeardSentence(text="“It was for the boat,” he said."),
    HeardSentence(text="It was for the boat", spoken=True),
    HeardSentence(text="He never had a boat of his own."),
    HeardSentence(text="He denied that the engine was old."),
    HeardSentence(text="The boat had an engine of some sort."),
    HeardSentence(text="Diesel ran out of its engine."),
    HeardSentence(text="A boat, allegedly."),
    HeardSentence(text="He disputes what was said of the engine, and rejects it."),
    HeardSentence(text="There is no engine in it."),
]


@pytest.mark.parametrize("other", NEAR, ids=lambda heard: heard.text)
def test_what_another_article_denies_or_quotes_is_not_told_by_one_alone(
    other: HeardSentence,
) -> None:
    assert verify_alone(BOAT, [other]).outcome is Outcome.DROPPED


def test_words_that_most_articles_have_bring_nothing_near() -> None:
    far = [
        HeardSentence(text="“The prosecutor will speak on Monday,” she said."),
        HeardSentence(text="It rained."),
    ]
    assert verify_alone(BOAT, [far[1], HeardSentence(text="")]).outcome is Outcome.KEPT
    assert verify_alone(BOAT, far).outcome is Outcome.DROPPED
    assert verify_alone(BOAT, far, common={"prose"}).outcome is Outcome.KEPT


def test_what_somebody_said_is_not_alone_where_another_article_quotes_him() -> None:
    assert is_quoted_elsewhere("Holm vehemently denied the rumours.", ["Pers Holm"])
    assert not is_quoted_elsewhere("Holm vehemently denied the rumours.", ["Ada Leck"])
    assert not is_quoted_elsewhere("Holm owns a boat with a diesel engine.", ["Pers Holm"])


def counts(text: str, sentence: str) -> CountedNumber:
    return CountedNumber(text=text, sentence=sentence)


ARRESTED = counts("two", "Police said two people were arrested for blocking Mill Street.")
PARTS = [
    "Three people were arrested, she said: two for blocking Mill Street and a third for a bottle.",
    "Of the three people arrested, two were held for blocking Mill Street.",
    "Three were led away, two people for blocking Mill Street.",
    "Police held three; two had been blocking Mill Street.",
]


@pytest.mark.parametrize("sentence", PARTS)
def test_a_part_of_a_whole_does_not_count_the_same(sentence: str) -> None:
    number = "Three" if "Three" in sentence else "three"
    for pair in ((ARRESTED, counts(number, sentence)), (counts(number, sentence), ARRESTED)):
        verdict = verify_same_count(*pair)
        assert (verdict.outcome, verdict.rules) == (Outcome.WEAKENED, (Rule.PART_OF_THE_OTHER,))


UNCLEAR = [
    ("four", "They found four more bodies at the shaft."),
    ("13", "13 others are missing after the fire."),
    ("Nine", "Nine of those who were killed lived in Askerby."),
    ("a further six", "The fire killed a further six people."),
    ("nine", "Two were killed and nine were hurt."),
    ("40", "About 40 were taken to hospital."),
]


@pytest.mark.parametrize(("number", "sentence"), UNCLEAR)
def test_numbers_that_may_count_something_else_settle_nothing(number: str, sentence: str) -> None:
    one = counts("Two", "Two people were killed in the fire.")
    assert verify_same_count(one, counts(number, sentence)).outcome is Outcome.DROPPED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("nine", "Police said nine people had been arrested by 7 p.m."),
         ("23", "Police said today that 23 people had now been arrested.")),
        (("212", "The ship had left with 212 passengers and 18 crew."),
         ("221", "The company said 221 passengers and 18 crew were on board.")),
        (("two", "Fourteen people have died and two are missing."),
         ("One", "One person is still missing.")),
        (("280", "Police put the crowd at 280."),
         ("About 300", "About 300 people gathered outside.")),
    ],
)  # fmt: skip
def test_numbers_of_the_same_count_the_same(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert verify_same_count(counts(*one), counts(*other)).outcome is Outcome.KEPT


ALLEGED = [
    "The party sued, alleging that they conspired with Moscow.",
    "The party alleged that they conspired with Moscow.",
    "They allegedly conspired with Moscow.",
    "They are accused of having conspired with Moscow.",
    "They are believed to have conspired with Moscow.",
    "The party claims that they conspired with Moscow.",
    "They did not conspire with Moscow.",
    "They denied having conspired with Moscow.",
    "According to the party they conspired with Moscow.",
    "The party said that they conspired with Moscow.",
]


@pytest.mark.parametrize("other", ALLEGED)
def test_a_neutral_version_keeps_what_others_allege_attribute_or_deny(other: str) -> None:
    plain = "They conspired with Moscow to win."
    assert verify_stance(plain, [other]).outcome is Outcome.DROPPED
    assert verify_stance(other, [other, plain]).outcome is Outcome.KEPT


@pytest.mark.parametrize("word", ["alleging", "alleged", "allegedly", "denied", "claims", "not"])
def test_words_that_hold_back_are_no_judgement(word: str) -> None:
    assert is_reserve_word(word)
    assert not is_reserve_word("shameful")


def test_a_right_answer_that_stands_out_by_its_length_is_dropped() -> None:
    long = "They may rest on one text, so together they count as one until more is known of both."
    assert verify_even_answers([long], ["No.", "It is true."]).outcome is Outcome.DROPPED
    assert verify_even_answers(["No."], [long, long]).outcome is Outcome.DROPPED
    assert verify_even_answers([long], [long[:60], "No."]).outcome is Outcome.KEPT


@given(st.lists(st.text(min_size=1, max_size=40), min_size=2, max_size=5))
def test_answers_of_one_length_are_even(several: list[str]) -> None:
    same = [text.ljust(40, "x") for text in several]
    assert verify_even_answers(same[:1], same[1:]).outcome is Outcome.KEPT
