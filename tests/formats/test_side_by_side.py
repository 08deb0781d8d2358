"""Which pairs the report writes out, and where a fact is to be found in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from compare.formats.diff_table import DiffFold, DiffLine, DiffTable
from compare.formats.excerpts import excerpt_of
from compare.formats.html import html
from compare.formats.report.side_by_side import side_by_side
from compare.formats.withheld_words import NOT_SHOWN
from compare.model.comparison import Comparison
from tests.bundled import comparison
from tests.formats.full_press import full_press
from tests.formats.page_parts import parsed
from tests.formats.press import press
from tests.formats.story import market_hall


def test_all_pairs_of_eight_outlets_are_written_out_in_the_largest_report() -> None:
    sides = side_by_side(full_press(8, shared=60, own=0))
    assert sides.unwritten == 0
    assert len(sides.tables) == 28


def test_with_many_outlets_the_pairs_that_share_most_are_written_out() -> None:
    story = press(30, shared=60, own=5)
    sides = side_by_side(story)
    assert 0 < sides.unwritten < 435
    assert len(sides.tables) + sides.unwritten == 435
    held = [{fact.id for fact in story.facts if a.letter in fact.articles} for a in story.articles]
    letters = [a.letter for a in story.articles]
    shared = {
        f"{letters[i]}-{letters[j]}": len(held[i] & held[j])
        for i in range(30)
        for j in range(i + 1, 30)
    }
    written = {table.id for table in sides.tables}
    least = min(shared[name] for name in written)
    assert all(number <= least for name, number in shared.items() if name not in written)
    assert "--pair" in html(story)


def lines(table: DiffTable) -> Iterator[DiffLine]:
    for block in table.blocks:
        if isinstance(block, DiffLine):
            yield block
        elif isinstance(block, DiffFold):
            yield from block.rows


def told(table: DiffTable, at: int) -> str:
    """The words of one side of a table; a row of the same words stands for both."""
    cells = [
        (line.left if line.sort == "same" else (line.left, line.right)[at]) for line in lines(table)
    ]
    return " ".join("".join(piece.text for piece in cell.pieces) for cell in cells if cell)


@pytest.mark.parametrize("name", ["demo", "mine-rescue"])
def test_with_few_outlets_all_words_of_both_are_in_the_table(name: str) -> None:
    story = comparison(name)
    sides = side_by_side(story)
    assert sides.whole
    for table in sides.tables:
        for at, letter in enumerate(table.letters):
            mine = Counter(told(table, at).split())
            missing = Counter(story.article(letter).document.text.split()) - mine
            # Words that are spelt otherwise are shown as the left has them.
            assert sum(missing.values()) <= 3


@pytest.mark.parametrize("make", [market_hall, lambda: press(8, shared=14, own=2)])
def test_a_fact_leads_to_a_row_that_states_it(make: Callable[[], Comparison]) -> None:
    story = make()
    sides = side_by_side(story)
    ids = {e.attributes.get("id") for e in parsed(html(story)).walk()}
    assert set(sides.places.values()) <= ids
    for fact in story.facts:
        if len(fact.articles) > 1:
            left, _, rest = sides.places[fact.id].partition("-")
            assert {left, rest.partition(".")[0]} <= set(fact.articles)


def test_words_that_an_excerpt_does_not_show_are_told_once_and_never_marked() -> None:
    sides = side_by_side(excerpt_of(comparison("demo")))
    hidden = [
        cell
        for table in sides.tables
        for line in lines(table)
        for cell in (line.left, line.right)
        if cell and any(NOT_SHOWN in piece.text for piece in cell.pieces)
    ]
    assert hidden
    assert not any(piece.marked for cell in hidden for piece in cell.pieces)
    assert all(
        "".join(piece.text for piece in cell.pieces).count(NOT_SHOWN) == 1 for cell in hidden
    )
