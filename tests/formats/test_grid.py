"""The grid as rows of signs and figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.formats.grid import Sign, letters, row, rows
from compare.model.findings import Reuse
from tests.formats.crowd import crowd
from tests.formats.story import market_hall


def test_a_figure_that_can_be_true_beside_the_others_is_no_clash() -> None:
    story = market_hall()
    cells = row(story, story.facts[1]).cells
    assert [cell.figure for cell in cells] == ["2", "3", "≥2"]
    assert [cell.clash for cell in cells] == [True, True, False]


def test_figures_that_only_round_differently_are_no_clash() -> None:
    story = market_hall()
    cells = row(story, story.facts[2]).cells
    assert [cell.figure for cell in cells] == ["140", "~150", None]
    assert not any(cell.clash for cell in cells)


def test_states_have_their_signs() -> None:
    story = market_hall()
    signs = [cell.sign for cell in row(story, story.facts[0]).cells]
    assert signs == [Sign.STATED, Sign.STATED, Sign.PARTLY]
    guarded = [cell.sign for cell in row(story, story.facts[2]).cells]
    assert guarded == [Sign.GUARDED, Sign.GUARDED, Sign.NOT_FOUND]


def test_shared_facts_come_before_those_of_one_outlet() -> None:
    counts = [len(row.said_by) for row in rows(crowd(8))]
    shared = [count > 1 for count in counts]
    assert shared == sorted(shared, reverse=True)


def test_a_count_reads_like_a_sentence() -> None:
    story = market_hall()
    assert [row.count for row in rows(story)] == [
        "3 of 3",
        "3 of 3",
        "2 of 3",
        "only C",
        "only B",
        "only A",
    ]


def test_outlets_that_share_copy_are_one_voice_also_by_way_of_a_third() -> None:
    story = crowd(8)
    fact = story.facts[0]
    assert row(story, fact).voices == 7
    assert row(story, fact).independent == ", in 7 independent wordings"
    chain = tuple(
        Reuse(articles=pair, share=0.9, shares=(0.9, 0.9), evidence=())
        for pair in (("A", "B"), ("D", "E"), ("B", "D"))
    )
    assert row(replace(story, reuse=chain), fact).voices == 5
    everybody = (Reuse(articles=tuple("ABCDEFGH"), share=0.9, shares=(0.9,) * 8, evidence=()),)
    alike = row(replace(story, reuse=everybody), fact)
    assert alike.independent == ", in 1 independent wording"
    assert row(replace(story, reuse=()), fact).independent == ""


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ("", ""),
        ("A", "A"),
        ("AB", "A and B"),
        ("ABC", "A, B and C"),
        ("ABCDEFGHIJ", "A, B, C, D, E, F, G, H and 2 more"),
    ],
)
def test_letters_are_listed_as_in_speech(names: str, text: str) -> None:
    assert letters(names) == text
