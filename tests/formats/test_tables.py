"""Tables of a comparison: every row leads back to exact words, and every library gets the same."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from compare.errors import MissingExtra, OptionError
from compare.formats.arrow import parquet
from compare.formats.csv import dump
from compare.formats.excerpts import excerpt_of
from compare.formats.frames import frame
from compare.formats.registry import TABLE_NAMES, render, write
from compare.formats.tables import TABLES, Cell, ColumnType, grid_table
from compare.model.comparison import Comparison
from compare.sources.no_article import is_own_result
from tests.bundled import STORIES, comparison
from tests.formats.builder import Draft, plain
from tests.formats.story import market_hall

pandas = pytest.importorskip("pandas", reason="no pandas: pip install -e '.[dev]'")
polars = pytest.importorskip("polars", reason="no polars: pip install -e '.[dev]'")
pyarrow = pytest.importorskip("pyarrow", reason="no pyarrow: pip install -e '.[dev]'")

KINDS: dict[ColumnType, tuple[type, ...]] = {
    ColumnType.TEXT: (str,),
    ColumnType.INTEGER: (int,),
    ColumnType.REAL: (int, float),
    ColumnType.BOOLEAN: (bool,),
}
LIBRARIES = ("pandas", "polars", "pyarrow")


def records(story: Comparison, name: str) -> list[dict[str, Cell]]:
    table = TABLES[name]
    return [dict(zip(table.header, row, strict=True)) for row in table.rows(story)]


def cells(found: Any, library: str) -> list[tuple[Cell, ...]]:
    """The rows of a frame as plain values."""
    if library == "polars":
        return list(found.iter_rows())
    table = found if library == "pyarrow" else pyarrow.Table.from_pandas(found)
    return [tuple(row.values()) for row in table.to_pylist()]


@pytest.mark.parametrize("name", sorted(TABLES))
@pytest.mark.parametrize("story", STORIES)
def test_every_cell_is_of_the_type_of_its_column(name: str, story: str) -> None:
    table = TABLES[name]
    for row in table.rows(comparison(story)):
        assert len(row) == len(table.columns)
        for column, cell in zip(table.columns, row, strict=True):
            assert cell is None or type(cell) in KINDS[column.type], column.name


def test_the_tables_that_can_be_written_are_those_that_are_defined() -> None:
    assert set(TABLE_NAMES) == {"grid", *TABLES}
    assert all(table.name == name for name, table in TABLES.items())


@pytest.mark.parametrize("story", STORIES)
def test_the_words_of_a_row_are_those_of_its_place(story: str) -> None:
    made = comparison(story)
    for name, table in TABLES.items():
        for row in records(made, name) if "start" in table.header else ():
            document = made.article(str(row["article"])).document
            text = document.headline or "" if row.get("place") == "headline" else document.text
            spans = str(row.get("parts") or f"{row['start']}:{row['end']}").split()
            ends = [tuple(map(int, span.split(":"))) for span in spans]
            assert " … ".join(text[start:end] for start, end in ends) == row["words"]


@pytest.mark.parametrize("story", STORIES)
def test_nothing_of_a_comparison_is_left_out_or_doubled(story: str) -> None:
    made = comparison(story)
    assert [row["fact"] for row in records(made, "facts")] == [fact.id for fact in made.facts]
    assert len(records(made, "coverage")) == len(made.facts) * len(made.articles)
    assert len(records(made, "mentions")) == sum(
        len(fact.mentions) + len(fact.headlines) for fact in made.facts
    )
    assert sorted(str(row["quote"]) for row in records(made, "quotes")) == sorted(
        quote.id for article in made.articles for quote in article.quotes
    )
    assert len(records(made, "figures")) == sum(len(group.readings) for group in made.figures)
    assert len(records(made, "conflicts")) == sum(len(one.evidence) for one in made.conflicts)


def test_the_grid_has_a_row_for_each_fact_and_a_column_for_each_outlet() -> None:
    made = comparison("demo")
    columns, rows = grid_table(made)
    assert [column.name for column in columns[4:]] == [
        "Harbour Times",
        "The Northern Ledger",
        "Channel 6 Online",
        "The Daily Lantern",
    ]
    assert {row[0] for row in rows} == {fact.id for fact in made.facts}
    assert len(rows) == len(made.facts)


def test_outlets_with_one_name_get_their_letters() -> None:
    made = market_hall()
    same = tuple(
        replace(a, document=replace(a.document, outlet="Label" if a.letter != "C" else "label"))
        for a in made.articles
    )
    columns, _ = grid_table(replace(made, articles=same))
    assert [column.name for column in columns[4:]] == ["Label (A)", "Label (B)", "label (C)"]


@pytest.mark.parametrize("name", TABLE_NAMES)
def test_every_library_gets_the_same_cells(name: str) -> None:
    made = comparison("demo")
    pandas_rows, polars_rows, arrow_rows = (
        cells(frame(made, name, library), library) for library in LIBRARIES
    )
    assert pandas_rows == polars_rows == arrow_rows
    assert pandas_rows


@pytest.mark.parametrize(("name", "library"), [*product(TABLE_NAMES, LIBRARIES)])
def test_a_table_without_rows_keeps_its_columns(name: str, library: str) -> None:
    story = plain([Draft(letter, "Outlet", None, [["One."]]) for letter in "AB"], [])
    found = frame(replace(story, facts=(), coverage=()), name, library)
    assert cells(found, library) == []
    header = found.column_names if library == "pyarrow" else list(found.columns)
    assert header == frame(comparison("demo"), name, "polars").columns[: len(header)] or (
        name == "grid"
    )


def test_without_a_name_the_first_library_that_is_installed_is_taken() -> None:
    assert isinstance(comparison("demo").to_frame(), pandas.DataFrame)
    assert isinstance(comparison("demo").quotes_frame("polars"), polars.DataFrame)
    assert isinstance(comparison("demo").figures_frame("pyarrow"), pyarrow.Table)


def test_an_unknown_library_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(OptionError, match="Use one of pandas, polars, pyarrow"):
        comparison("demo").facts_frame("dbase")


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_missing_library_is_an_error_that_says_how_to_get_it(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra, match="pip install"):
        comparison("demo").mentions_frame(library)


def test_without_any_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> None:
        assert name in LIBRARIES

    monkeypatch.setattr("importlib.util.find_spec", nothing)
    with pytest.raises(MissingExtra, match=r"storydiff\[frames\]"):
        comparison("demo").to_frame()


@pytest.mark.parametrize("name", TABLE_NAMES)
def test_a_csv_holds_the_rows_of_the_table(name: str) -> None:
    made = comparison("mine-rescue")
    read = list(csv.reader(io.StringIO(dump(made, name).decode("utf-8-sig"), newline="")))
    table = frame(made, name, "pyarrow")
    assert read[0] == table.column_names
    assert len(read) - 1 == table.num_rows


@pytest.mark.parametrize("suffix", ["csv", "parquet", "arrow"])
@pytest.mark.parametrize("name", TABLE_NAMES)
def test_the_name_before_the_suffix_chooses_the_table(
    name: str, suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"story.{name}.{suffix}"
    write(comparison("demo"), path)
    assert path.read_bytes() == render(comparison("demo"), f"{name}.{suffix}")
    assert is_own_result(path.read_bytes())


def columns_of(path: Path) -> Sequence[str]:
    return [str(name) for name in polars.read_parquet(path).columns]


def test_parquet_and_arrow_are_read_by_others_and_tell_what_a_column_holds(tmp_path: Path) -> None:
    import pyarrow.feather
    import pyarrow.parquet

    made = comparison("demo")
    write(made, tmp_path / "story.parquet")
    write(made, tmp_path / "story.arrow")
    table = pyarrow.parquet.read_table(tmp_path / "story.parquet")
    assert table.equals(pyarrow.feather.read_table(tmp_path / "story.arrow"))
    assert columns_of(tmp_path / "story.parquet") == list(TABLES["mentions"].header)
    assert table.schema.field("start").metadata[b"help"].startswith(b"Where the words begin")
    assert pandas.read_parquet(tmp_path / "story.parquet").shape == table.shape


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert parquet(comparison("demo"), "quotes") == parquet(comparison("demo"), "quotes")


def test_an_excerpt_shows_no_other_words_in_any_table() -> None:
    made = excerpt_of(comparison("demo"))
    for name in TABLE_NAMES:
        assert "░" not in dump(made, name).decode("utf-8-sig")
