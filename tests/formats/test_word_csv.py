from __future__ import annotations

import csv
import io

from compare.formats.registry import FormatOptions, render
from compare.formats.word_csv import COLUMNS
from tests.formats.story import market_hall


def rows(*only: str) -> list[dict[str, str]]:
    data = render(market_hall(), "csv", options=FormatOptions(only=only))
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_sections_on_words_make_a_table_of_their_own() -> None:
    found = rows("words", "names", "acts", "certainty", "profile")
    assert list(found[0]) == list(COLUMNS)
    assert {row["section"] for row in found} == {"words", "names", "acts", "certainty", "profile"}


def test_words_are_those_at_their_place() -> None:
    story = market_hall()
    for row in rows("words", "names", "acts", "certainty"):
        text = story.article(row["article"]).document.text
        assert text[int(row["start"]) : int(row["end"])] == row["words"]


def test_any_other_section_leaves_the_table_of_mentions() -> None:
    assert render(market_hall(), "csv", options=FormatOptions(only=("facts",))) == render(
        market_hall(), "csv"
    )
