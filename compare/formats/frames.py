"""Tables of a comparison as frames of pandas, polars or Arrow, whichever is installed or named."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from typing import Any

from compare.errors import MissingExtra, OptionError
from compare.formats.arrow import arrow_table
from compare.formats.tables import TABLES, Cell, Column, ColumnType, grid_table
from compare.model.comparison import Comparison
from compare.sources.extras import import_extra

_PANDAS = {
    ColumnType.TEXT: "string",
    ColumnType.INTEGER: "Int64",
    ColumnType.REAL: "Float64",
    ColumnType.BOOLEAN: "boolean",
}


def frame(comparison: Comparison, name: str, library: str | None = None) -> Any:  # noqa: ANN401 - the frame of another package
    """The named table, or the grid, as a frame of `library`: "pandas", "polars" or "pyarrow".

    Without a library the first of them that is installed. Columns of whole numbers may have missing
    cells. Raises MissingExtra where none is installed, OptionError for one that is not known.
    """
    make = _MAKERS.get(library or _installed())
    if make is None:
        known = ", ".join(_MAKERS)
        raise OptionError(f"There are no frames of {library!r}. Use one of {known}.")
    if name == "grid":
        columns, rows = grid_table(comparison)
        return make(columns, rows)
    table = TABLES[name]
    return make(table.columns, list(table.rows(comparison)))


def _installed() -> str:
    for name in _MAKERS:
        if importlib.util.find_spec(name) is not None:
            return name
    raise MissingExtra(
        "Frames need pandas, polars or pyarrow, and none is installed. "
        "Install one with: pip install 'storydiff[frames]'"
    )


def _columns(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]]
) -> dict[Column, tuple[Cell, ...]]:
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    return dict(zip(columns, cells, strict=True))


def _pandas(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Any:  # noqa: ANN401 - as above
    pandas: Any = import_extra("pandas", extra="frames", what="making frames of pandas")
    return pandas.DataFrame(
        {
            column.name: pandas.array(list(cells), dtype=_PANDAS[column.type])
            for column, cells in _columns(columns, rows).items()
        }
    )


def _polars(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Any:  # noqa: ANN401 - as above
    polars = _polars_module()
    types = {
        ColumnType.TEXT: polars.String,
        ColumnType.INTEGER: polars.Int64,
        ColumnType.REAL: polars.Float64,
        ColumnType.BOOLEAN: polars.Boolean,
    }
    data = {column.name: list(cells) for column, cells in _columns(columns, rows).items()}
    return polars.DataFrame(data, schema={column.name: types[column.type] for column in columns})


def _polars_module() -> Any:  # noqa: ANN401 - as above
    try:
        return importlib.import_module("polars")
    except ImportError as wrong:
        raise MissingExtra(
            "Making frames of polars needs a package that is not installed. "
            "Install it with: pip install polars"
        ) from wrong


_MAKERS: dict[str, Callable[[Sequence[Column], Sequence[Sequence[Cell]]], Any]] = {
    "pandas": _pandas,
    "polars": _polars,
    "pyarrow": arrow_table,
}
