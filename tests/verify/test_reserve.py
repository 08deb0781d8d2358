from __future__ import annotations

import pytest

from compare.model.spans import Span
from compare.verify.reserve import carries_claim, is_asserted, is_doubted, is_same_claim, reserve_on
from tests.findings.telling import article


def same(one: str, other: str) -> bool:
    return is_same_claim(one, Span(0, len(one)), other, Span(0, len(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the hole was 40 feet across and 30 feet deep", "It is 30 feet deep."),
        (
            "there were 212 passengers and 18 crew on board",
            "She left with 212 passengers and 18 crew.",
        ),
        (
            "bodies were found on Saturday in the ruins of a house",
            "The first two were found Saturday in the ruins of their house on Quarry Road.",
        ),
    ],
)
def test_statements_of_the_same_words_claim_the_same(one: str, other: str) -> None:
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Only the end of the sentence is shared.
        (
            "they could not rule out a collapse of the spillway at Orre Dam, nine miles upstream",
            "Officials ordered people out after a hole opened below the spillway of Orre Dam, nine "
            "miles upstream.",
        ),
        (
            "Silas Drenn was found guilty of arson",
            "Corin Drenn wept when he was found guilty of arson.",
        ),
        ("the pier was closed on Monday", "The pier was not closed on Monday."),
    ],
)
def test_statements_of_other_persons_or_acts_or_denials_do_not(one: str, other: str) -> None:
    assert not same(one, other)
    assert not same(other, one)


@pytest.mark.parametrize(
    "line",
    [
        "The bill is 40 million crowns, if you believe Tomas Eldrun.",
        "By his own account the premier paid nothing.",
        "In her version the boats were free.",
    ],
)
def test_what_is_left_to_somebody_to_believe_is_doubted(line: str) -> None:
    assert is_doubted(line, Span(0, len(line)))


def test_a_condition_is_no_doubt() -> None:
    line = "The pier may open if the council agrees."
    assert not is_doubted(line, Span(0, len(line)))


CLAIM = "Camp cleared, 640 moved"


def reserve(text: str) -> str | None:
    home = article("A", text)
    found = reserve_on(CLAIM, home, home.sentences[0].span)
    return found.of(text) if found else None


def test_an_attribution_of_the_claim_is_a_reserve() -> None:
    text = "Police cleared the camp and moved 640 people, the ministry said.\n\nIt rained."
    assert reserve(text) == "said"


@pytest.mark.parametrize(
    "text",
    [
        "Police cleared the camp and moved 640 people, the ministry confirmed.\n\nIt rained.",
        "Police cleared the so-called camp and moved 640 people.\n\nIt rained.",
        "Police cleared the camp and moved 640 people.\n\nIt rained.",
    ],
)
def test_a_verb_that_vouches_or_a_mark_of_a_name_is_none(text: str) -> None:
    assert reserve(text) is None


def test_a_sentence_carries_a_claim_only_with_its_main_clause() -> None:
    claim = "Orre Works buys Lamp Makers, starts selling copper lamps"
    text = "Lamp Makers will be selling copper lamps at Orre.\n\nIt rained."
    home = article("A", text)
    assert not carries_claim(claim, home, home.sentences[0].span)
    bought = article("A", "Orre Works bought Lamp Makers and will sell copper lamps.\n\nIt rained.")
    assert carries_claim(claim, bought, bought.sentences[0].span)


def test_a_clause_without_any_reserve_asserts_the_claim() -> None:
    said = "Police cleared the camp and moved 640 people, the ministry said."
    assert not is_asserted(CLAIM, article("A", f"{said}\n\nIt rained."))
    assert is_asserted(CLAIM, article("A", f"{said}\n\nThe camp was cleared at dawn; 640 moved."))
