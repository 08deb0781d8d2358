"""Signals of whole blocks of pairs are those that a slow look at each pair gives."""

from __future__ import annotations

import math
import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings

from compare.align.story import story_of
from compare.signals.statement_signals import SIGNALS, name_stems, signal_tables
from tests.align.small import articles, stories
from tests.signals.readable_signals import Told, pairs, values

STORY = [
    "Mayor Ada Roe said “the bridge was never safe for anybody” after 12 workers left Dunmere. "
    "The bridge over the Tallow fell on Monday, and three cars sank. Rain fell all night.",
    "Three cars sank when the bridge over the Tallow fell. Ada Roe denied on Monday that 40 men "
    "had left. “The bridge was never safe,” said Bea Tarn, who inspected the bridge in May.",
    "On Monday the bridge fell, the council said. Nobody in Dunmere was hurt, and 12 workers left.",
]


def told_of(texts: list[str]) -> Told:
    story = story_of(articles(*texts))
    return Told(
        story.sentences,
        [one.view for one in story.statements],
        [one.sentence for one in story.statements],
        story.rarity,
    )


def table(told: Told) -> dict[tuple[int, int], list[float]]:
    """The values of every pair that the tables hold, no pair twice."""
    found: dict[tuple[int, int], list[float]] = {}
    for each in signal_tables(told.sentences, told.statements, told.sentence_of, told.rarity):
        for a, b, row in zip(each.first, each.second, each.values, strict=True):
            assert (int(a), int(b)) not in found
            found[int(a), int(b)] = row.tolist()
    return found


def digest(texts: list[str]) -> str:
    """Everything that the tables of a story hold, to the last digit."""
    return repr(table(told_of(texts)))


def assert_same(told: Told) -> None:
    found = table(told)
    assert set(found) == pairs(told)
    assert list(found) == sorted(found)
    for (a, b), row in found.items():
        slow = values(told, a, b)
        assert set(slow) == set(SIGNALS)
        for name, value in zip(SIGNALS, row, strict=True):
            expected = slow[name]
            assert math.isnan(value) if expected is None else abs(value - expected) < 1e-9, name


@given(stories())
@settings(deadline=None, max_examples=40)
def test_tables_hold_the_pairs_and_values_of_a_slow_look_at_each(texts: list[str]) -> None:
    assert_same(told_of(texts))


def test_tables_of_a_story_with_voices_and_figures_are_those_of_a_slow_look() -> None:
    told = told_of(STORY)
    assert_same(told)
    found = np.array(list(table(told).values()))
    silent = [name for name, column in zip(SIGNALS, found.T, strict=True) if not (column > 0).any()]
    assert silent == []


@given(stories())
@settings(deadline=None, max_examples=30)
def test_values_lie_in_0_to_1_or_are_silent(texts: list[str]) -> None:
    for row in table(told_of(texts)).values():
        assert all(math.isnan(value) or -1e-9 <= value <= 1 + 1e-9 for value in row)


def test_statements_of_one_sentence_are_no_pair_and_those_of_one_article_are() -> None:
    told = told_of(STORY)
    found = table(told)
    assert all(told.sentence_of[a] != told.sentence_of[b] for a, b in found)
    document = [view.document for view in told.statements]
    assert {document[a] == document[b] for a, b in found} == {True, False}


def test_no_statements_have_no_table() -> None:
    assert table(told_of([])) == {}


@pytest.mark.parametrize("texts", [["The bridge fell."], ["The bridge fell.", "Wheat is dear."]])
def test_a_story_without_a_pair_has_no_table(texts: list[str]) -> None:
    assert table(told_of(texts)) == {}


def test_a_stem_is_a_name_when_half_of_its_sentences_print_it_so() -> None:
    told = told_of(["He met Tallow. The tallow burned.", "They sold tallow. The Roe burned."])
    assert "roe" in name_stems(told.sentences)
    assert "tallow" not in name_stems(told.sentences)
    assert name_stems(told.sentences) == told.names


def test_two_processes_with_other_hash_seeds_find_the_same_table() -> None:
    code = "from tests.signals.test_statement_signals import *; print(digest(STORY))"
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "4711")
    ]
    assert said[0] == said[1] == digest(STORY)
