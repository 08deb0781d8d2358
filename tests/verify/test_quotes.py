"""What is told of a quotation is held against the pages of both outlets."""

from __future__ import annotations

import pytest

from compare.model.quotes import Quote
from compare.model.spans import Span
from compare.model.verification import Outcome, Rule
from compare.verify.quotes import verify_cut, verify_given_to_another, verify_one_utterance
from tests.align.small import article

PAGE = (
    "Gate held, says mayor\n“We had ten minutes to get out,” said Ida Rowe.\n\n"
    "“Nobody had told the town about the old gate,” she said."
)


@pytest.mark.parametrize(
    "lost",
    [
        "Nobody had told the town about the old gate",
        "nobody had told the town",
        "Nobody had told the town of the old gate",
        "gate held, says mayor",
        "NOBODY HAD TOLD THE TOWN",
        "Nobody had told — the town — about",
        "had ten minutes to get out",
        "had 10 minutes to get out",
    ],
)
def test_words_that_stand_elsewhere_on_the_page_are_not_cut(lost: str) -> None:
    verdict = verify_cut(PAGE, lost)
    assert (verdict.outcome, verdict.rules) == (Outcome.DROPPED, (Rule.WORDS_ELSEWHERE,))


@pytest.mark.parametrize(
    "lost",
    [
        "and the children were asleep upstairs",
        "the gate",
        "either",
        "I never said that",
        "old town, new gate, told nobody",
        "Nobody in the valley slept that night, about which we had been told",
    ],
)
def test_words_that_stand_nowhere_else_are_cut(lost: str) -> None:
    verdict = verify_cut(PAGE, lost)
    assert (verdict.outcome, verdict.rules) == (Outcome.KEPT, (Rule.WORDS_NOWHERE,))


def quoted(text: str) -> tuple[str, Quote]:
    return text, article(text, "A").quotes[0]


def test_two_persons_by_full_name_are_two_speakers() -> None:
    one = quoted("“The dam will hold,” said Ida Rowe.")
    other = quoted("“The dam will hold,” said Peter Lund.")
    verdict = verify_given_to_another(*one, *other)
    assert (verdict.outcome, verdict.rules) == (Outcome.KEPT, (Rule.BOTH_SPEAKERS_NAMED,))


@pytest.mark.parametrize(
    "other",
    [
        "“The dam will hold,” said the water board.",
        "“The dam will hold,” said Rowe.",
        "“The dam will hold,” said the mayor.",
        "“The dam will hold,” he said.",
        "“The dam will hold.”",
        "“The dam will hold,” said Peter Rowe.",
        "“The dam will hold,” said Ida Row.",
        "“The dam will hold,” said a spokesman for Ida Rowe, Peter Lund.",
        "“The dam will hold,” said residents of Tessel.",
        "Peter Lund left.\n\n“The dam will hold.”",
    ],
)
def test_anything_less_is_left_as_two_versions(other: str) -> None:
    one = quoted("“The dam will hold,” said Ida Rowe.")
    assert verify_given_to_another(*one, *quoted(other)).outcome is Outcome.WEAKENED


@pytest.mark.parametrize(
    ("kept", "outcome"),
    [
        ([(0, 28)], Outcome.KEPT),
        ([(0, 14)], Outcome.DROPPED),
        ([(0, 5), (6, 11), (29, 44)], Outcome.DROPPED),
        ([], Outcome.DROPPED),
    ],
)
def test_versions_are_one_utterance_when_four_words_follow_each_other_in_both(
    kept: list[tuple[int, int]], outcome: Outcome
) -> None:
    text = "The river took the old gate before anybody could close it."
    found = verify_one_utterance(text, [Span(*place) for place in kept])
    assert found.outcome is outcome
