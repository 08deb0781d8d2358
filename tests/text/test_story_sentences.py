"""Sentences that tell of an event, however they begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text.story_sentences import is_attributed_line, is_story_sentence


@pytest.mark.parametrize(
    "line",
    [
        "Send us help, the crew radioed.",
        "“We will update families as we learn more,” the sheriff said.",
        "Do not miss the signs of a stroke, doctors warned.",
        "Our code of conduct was broken, the club's president said.",
        "Topics: trade and fish, in that order, the agenda said.",
        "Donate to the family, neighbours were told.",
    ],
)
def test_who_spoke_makes_a_line_one_of_the_story(line: str) -> None:
    assert is_attributed_line(line)
    assert is_story_sentence(line)


@pytest.mark.parametrize(
    "line",
    [
        "Support among party members fell to 30 % after the vote.",
        "Loading the ship took eleven hours.",
        "Sponsored by the port, the race drew 4,000 runners.",
    ],
)
def test_what_happened_does_as_well(line: str) -> None:
    assert not is_attributed_line(line)
    assert is_story_sentence(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter, a weekly email delivered to your inbox.",
        "This story was first published by Prairie Beacon.",
        "An earlier version of this story said the bridge was closed.",
        "Stories told by locals",
        "Support for this project was provided by the Sorn Trust.",
        "In this episode, the mayor told us why she resigned",
        "READ MORE: Bridge was closed",
        "",
    ],
)
def test_what_a_page_says_of_itself_is_none(line: str) -> None:
    assert not is_story_sentence(line)


@given(st.text(alphabet="aA said,.!?—“”'\"told the", max_size=60))
def test_any_line_is_one_or_is_not(line: str) -> None:
    assert is_story_sentence(line) in (True, False)
