from __future__ import annotations

from compare.formats.ladder_text import ladder, wording_of
from compare.model.comparison import Comparison
from tests.formats.story import market_hall


def lines(story: Comparison, width: int) -> list[str]:
    wording = wording_of(story, "f-1c0ffe")
    assert wording is not None
    return list(ladder(story, wording, width=width, say=str))


def test_words_stand_in_columns_with_bars_round_what_differs() -> None:
    assert lines(market_hall(), 100) == [
        "A   market hall    -               |fell in shortly before noon|   on Tuesday",
        "B   market hall   |in Brackwater|  |collapsed|                     on Tuesday",
    ]


def test_columns_that_do_not_fit_go_into_another_band() -> None:
    found = lines(market_hall(), 40)
    assert "" in found
    assert all(len(line) <= 40 for line in found)


def test_a_long_cell_loses_its_middle() -> None:
    assert any("..." in line for line in lines(market_hall(), 24))


def test_a_fact_without_a_ladder_has_none() -> None:
    assert wording_of(market_hall(), "f-none") is None
