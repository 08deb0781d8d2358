from __future__ import annotations

import pytest
from hypothesis import given, settings

from compare.align.statements import (
    has_report,
    is_statement,
    pieces_of,
    statement_ends,
    statement_starts,
)
from compare.model.spans import Span
from tests.align.small import sentences

STATEMENTS = [
    "Fourteen people have died and two are missing",
    "The contract, signed in May, was worth $42 million",
    "The ferry, which was built in 1961, caught fire",
    "Wilf Ansty, 66, hauled 61 survivors aboard his trawler",
    "Three have died",
    "Lake Haskin, the reservoir behind the dam, holds 84,000 acre-feet of water",
    "“There is air behind the fall,” Ada Roe said",
    "Ada Roe said that the bridge was closed",
    "No injuries were reported",
    "The council has approved $210 million of that sum",
    "The order, issued at 4:40 a.m., was for part of Dunmere",
    "Bea Tarn, who owns the filling station, said that it was closed",
    "Rescuers had heard faint knocking on a water pipe",
    "Talks opened between the two sides",
    "“We will go on with it,” the mayor said in a statement on Friday",
    "The mayor said the port is shut",
    "Officials said a review of the plans, which began in May, is due",
    "Both ships sank",
    "A quarrel broke out between the captain and his mate",
    "The council did not say why",
    "The question was whether Harbour Lines had broken the law",
]
STUMPS = [
    "The contract, signed in May",
    "The mayor’s comments, made to reporters as he left Dunmere",
    "Ada Roe, chief engineer of the council",
    "Ada Roe, whose father Harold, 74, was one of those who died",
    "The order was placed by the department, whose director, Bea Tarn",
    "Under the deal signed on Friday at Dunmere",
    "The party is alleging, in a complaint filed in Dunmere",
    "“There is air behind the fall,” Ada Roe, who leads the rescue",
    "The auditor writes",
    "The auditor reported in May that Ada Roe, the mayor’s sister",
    "Ada Roe said that the bridge",
    "People in low-lying parts of Kestrel Falls",
    "Haunted mate Corrie, his hands swathed in bandages",
    "The letters showed a disagreement between Ada B. Roe",
    "A quarrel broke out between the captain",
    "The question before the court was not whether Harbour Lines",
    "The surge of support for the ferry came",
    "Mr. Roe said the council’s stance on possible cuts",
    "In the meantime ― about half of the crew ― at home",
    "",
    "…",
]


@pytest.mark.parametrize("line", STATEMENTS)
def test_a_line_with_the_verb_of_its_main_clause_is_a_statement(line: str) -> None:
    assert is_statement(line)


@pytest.mark.parametrize("line", STUMPS)
def test_a_line_that_leaves_a_part_open_is_none(line: str) -> None:
    assert not is_statement(line)


def cuts(text: str) -> tuple[list[str], list[str]]:
    whole = Span(0, len(text))
    begins = [text[at:] for at in statement_starts(text, whole)]
    return begins, [text[:at] for at in statement_ends(text, whole, pieces_of(text, whole))]


def test_a_statement_may_begin_with_a_clause_that_has_its_own_subject() -> None:
    begins, _ = cuts("Of the 230 people on board, two were missing when the search was called off.")
    assert "two were missing when the search was called off." in begins
    assert "the search was called off." in begins


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe said the bridge fell and the road was closed.",
        "“We saw it,” Roe wrote, and the road was closed.",
    ],
)
def test_no_claim_is_cut_from_its_source(text: str) -> None:
    begins, _ = cuts(text)
    assert begins == [text]


def test_a_setting_is_no_statement_of_its_own() -> None:
    text = "The accord, reached after 14 hours of talks, is the first of its kind."
    begins, _ = cuts(text)
    assert begins == [text]


def test_a_statement_may_end_where_another_clause_is_joined() -> None:
    _, stops = cuts("Two are missing after fire swept the deck and three people were hurt.")
    assert "Two are missing" in stops
    assert "Two are missing after fire swept the deck" in stops


@pytest.mark.parametrize(
    ("text", "stump"),
    [
        ("She came three days after the auditor spoke.", "three days"),
        ("It had 400 claims between May and June.", "May"),
        ("He had a week to explain when it was known.", "explain"),
        ("The auditor, Ada Roe, had warned of it.", "Ada Roe"),
        ("The port is shut, Mayor Ada Roe, a docker once, said on Friday.", "Ada Roe"),
    ],
)
def test_what_belongs_together_is_not_cut(text: str, stump: str) -> None:
    _, stops = cuts(text)
    assert not any(stop.endswith(stump) for stop in stops)


@pytest.mark.parametrize("dash", ["—", "–", "―", "--"])
def test_a_statement_may_end_at_any_dash(dash: str) -> None:
    _, stops = cuts(f"The ferry sank in the storm {dash} the worst in years {dash} off Dunmere.")
    assert "The ferry sank in the storm" in stops


@given(sentences())
@settings(deadline=None)
def test_cuts_lie_inside_the_sentence(text: str) -> None:
    whole = Span(0, len(text))
    found = statement_starts(text, whole)
    assert found[0] == 0
    assert all(0 <= at < len(text) for at in found)
    assert all(0 < at <= len(text) for at in statement_ends(text, whole, pieces_of(text, whole)))
    assert is_statement(text) in (True, False)


def test_a_line_with_a_word_of_speech_says_that_somebody_says_it() -> None:
    assert has_report("Mayor Roe announced that the port is open")
    assert not has_report("The port is open")
