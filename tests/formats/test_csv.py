"""The table of mentions."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from compare.formats.csv import COLUMNS, dump
from compare.model.facts import Fact
from tests.formats.builder import Draft, plain
from tests.formats.story import market_hall


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_mention_has_one_row() -> None:
    story = market_hall()
    rows = table(dump(story))
    mentions = [row for row in rows if row["place"] == "text"]
    headlines = [row for row in rows if row["place"] == "headline"]
    assert len(mentions) == sum(len(fact.mentions) for fact in story.facts)
    assert len(headlines) == sum(len(fact.headlines) for fact in story.facts)
    assert list(rows[0]) == list(COLUMNS)


def test_the_words_are_those_of_the_span() -> None:
    story = market_hall()
    for row in table(dump(story)):
        document = story.article(row["article"]).document
        text = document.text if row["place"] == "text" else document.headline or ""
        assert text[int(row["start"]) : int(row["end"])] == row["words"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "＝"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    outlet = f"{start}HYPERLINK(1)"
    drafts = [Draft(letter, outlet, None, [["One sentence."]]) for letter in "AB"]
    fact = Fact(
        id="f-000001",
        ordinal="f1",
        label=outlet,
        mentions=tuple(draft.mention("One sentence.") for draft in drafts),
    )
    for row in table(dump(plain(drafts, [fact]))):
        assert row["outlet"] == f"'{outlet}"
        assert row["label"] == f"'{outlet}"
        assert row["words"] == "One sentence."


def test_a_story_without_facts_is_a_table_without_rows() -> None:
    story = plain([Draft(letter, "Outlet", None, [["One."]]) for letter in "AB"], [])
    assert table(dump(replace(story, facts=(), coverage=()))) == []
