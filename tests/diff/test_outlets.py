"""Two articles of a comparison: every statement in one row, beside what says the same."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from compare.diff.outlets import diff_outlets
from compare.model.comparison import Comparison
from compare.model.diff import ChangeKind, Diff, Field, Row, RowKind
from compare.model.facts import State
from tests.bundled import comparison
from tests.formats.press import press
from tests.formats.story import market_hall

STORIES = ("demo", "mine-rescue", "tram-strike", "lake-correction")


def pairs_of_letters(story: Comparison) -> list[tuple[str, str]]:
    return list(combinations([article.letter for article in story.articles], 2))


def every_pair(story: Comparison) -> list[Diff]:
    return [diff_outlets(story, a, b) for a, b in pairs_of_letters(story)]


def text_rows(diff: Diff) -> list[Row]:
    return [row for row in diff.rows if row.field is Field.TEXT]


@pytest.mark.parametrize("name", STORIES)
def test_both_articles_can_be_rebuilt_from_every_pair(name: str) -> None:
    story = comparison(name)
    for diff in every_pair(story):
        assert diff.left_text() == story.article(diff.left.letter).document.text
        assert diff.right_text() == story.article(diff.right.letter).document.text


@pytest.mark.parametrize("name", STORIES)
def test_rows_keep_the_order_of_the_left_text_and_the_right_where_nothing_moved(name: str) -> None:
    for diff in every_pair(comparison(name)):
        left = [row.left.span.start for row in text_rows(diff) if row.left]
        right = [row.right.span.start for row in text_rows(diff) if row.right and not row.moved]
        assert all(a < b for a, b in pairwise(left))
        assert all(a < b for a, b in pairwise(right))


@pytest.mark.parametrize("name", STORIES)
def test_a_fact_that_both_state_has_a_row_with_both(name: str) -> None:
    story = comparison(name)
    for diff in every_pair(story):
        beside = {fact for row in diff.rows if row.left and row.right for fact in row.facts}
        letters = {diff.left.letter, diff.right.letter}
        both = {fact.id for fact in story.facts if letters <= set(fact.articles)}
        assert both <= beside


@pytest.mark.parametrize("name", STORIES)
def test_what_only_one_has_tells_how_the_other_carries_it(name: str) -> None:
    story = comparison(name)
    for diff in every_pair(story):
        for row in text_rows(diff):
            if row.kind in (RowKind.REMOVED, RowKind.ADDED) and row.facts:
                other = diff.right if row.left else diff.left
                assert row.elsewhere is story.cell(row.facts[0], other.letter).state
            else:
                assert row.elsewhere is None
            if row.again:
                assert row.elsewhere not in (State.NOT_FOUND, State.PERHAPS)


def test_the_pair_turned_round_has_the_same_statements_beside_each_other() -> None:
    story = comparison("demo")
    for a, b in pairs_of_letters(story):
        one, other = diff_outlets(story, a, b), diff_outlets(story, b, a)
        mine = {(r.left.sentences, r.right.sentences) for r in text_rows(one) if r.left and r.right}
        theirs = {
            (r.right.sentences, r.left.sentences) for r in text_rows(other) if r.left and r.right
        }
        assert mine == theirs


def test_figures_that_differ_are_those_of_the_comparison() -> None:
    found = diff_outlets(comparison("demo"), "A", "D").changes
    named = {
        (one.note, one.left and one.left.text, one.right and one.right.text)
        for one in found
        if one.kind is ChangeKind.FIGURE
    }
    assert ("How many passengers?", "212", "221") in named
    assert ("How many people were killed?", "Fourteen", "Fifteen") in named


def test_a_cut_quotation_is_named_with_what_happened_to_it() -> None:
    found = diff_outlets(comparison("demo"), "A", "B").changes
    quotes = [one for one in found if one.kind is ChangeKind.QUOTATION]
    assert any("cut at the start" in one.note for one in quotes)


def test_sentences_that_go_together_are_one_row_with_the_words_marked() -> None:
    rows = text_rows(diff_outlets(comparison("demo"), "A", "C"))
    first = rows[0]
    assert first.left is not None
    assert first.right is not None
    assert (first.left.sentences, first.right.sentences) == (("A.s1",), ("C.s1",))
    kept = [edit.left.text for edit in first.edits if edit.kind.value == "same" and edit.left]
    assert "people have died " in kept


def test_a_comparison_without_statements_is_set_side_by_side_by_sentence() -> None:
    for story in (market_hall(), press(3, shared=4, own=1, spread=1)):
        assert not story.accounts[0].statements
        beside = 0
        for diff in every_pair(story):
            assert diff.left_text() == story.article(diff.left.letter).document.text
            beside += sum(bool(row.left and row.right) for row in text_rows(diff))
        assert beside >= 2
