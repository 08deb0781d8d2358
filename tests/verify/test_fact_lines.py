from __future__ import annotations

import pytest

from compare.verify.fact_lines import NoFact, no_fact
from tests.findings.telling import article

AFTER = "The pier at Orre fell into the sea on Monday night, and nobody was near it."


def told(line: str, *, before: str = "It rained in Orre.") -> NoFact | None:
    home = article("A", f"{before}\n\n{line}\n\n{AFTER}")
    sentence = next(s for s in home.sentences if line.startswith(home.words_of(s.span)[:10]))
    return no_fact(home, sentence)


@pytest.mark.parametrize(
    "line",
    [
        "Who will pay for the pier?",
        "So why was it never closed?",
        "“And which of them knew?”",
        "Will it ever be safe?",
    ],
)
def test_a_question_that_is_put_states_nothing(line: str) -> None:
    assert told(line) is NoFact.QUESTION


@pytest.mark.parametrize(
    "line",
    [
        "The mayor asked Ms Roe: “Was the pier safe?”",
        "“Was it safe?” the mayor asked the engineer.",
        "She asked whether the pier was safe.",
        "The pier fell, and the mayor was told at once.",
    ],
)
def test_a_question_that_somebody_is_told_to_ask_does(line: str) -> None:
    assert told(line) is None


@pytest.mark.parametrize(
    "line", ["What the engineers found", "A town in mourning", "The Last Pier"]
)
def test_a_short_line_before_a_longer_paragraph_is_a_subheading(line: str) -> None:
    assert told(line) is NoFact.SUBHEADING


@pytest.mark.parametrize(
    "line",
    [
        "Revenue: 1,842 million (1,712 million)",
        "The pier fell at nine.",
        "Two people were hurt",
    ],
)
def test_an_entry_of_a_list_or_a_short_sentence_is_none(line: str) -> None:
    assert told(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Click here for more on the pier.",
        "https://news.example/pier",
        "Sign up for our newsletter about the coast.",
        "Watch: the pier falls into the sea.",
    ],
)
def test_a_line_that_leads_elsewhere_is_a_link(line: str) -> None:
    assert told(line) is NoFact.LINK


def test_what_is_no_part_of_the_story_says_what_it_is() -> None:
    home = article("A", f"{AFTER}\n\nPhoto: Ada Roe / Orre Press\n\nIt rained again on Tuesday.")
    aside = next(s for s in home.sentences if not s.in_story)
    assert no_fact(home, aside) is NoFact.CAPTION
