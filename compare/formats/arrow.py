"""Tables as Arrow and Parquet, with what each column holds written into the file."""

from __future__ import annotations

import importlib
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from compare.formats.tables import TABLES, Cell, Column, ColumnType, grid_table
from compare.model.comparison import Comparison
from compare.sources.extras import import_extra

if TYPE_CHECKING:
    import pyarrow

MARK = b"storydiff:table"
"""Key of the metadata by which a file is known as one of ours."""


def arrow_table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    metadata: Mapping[bytes, bytes] | None = None,
) -> pyarrow.Table:
    """The rows as an Arrow table; MissingExtra without pyarrow."""
    pa = pyarrow_module()
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    schema = arrow_schema(columns, metadata)
    arrays = [pa.array(each, field.type) for each, field in zip(cells, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def arrow_schema(
    columns: Sequence[Column], metadata: Mapping[bytes, bytes] | None = None
) -> pyarrow.Schema:
    """The columns as Arrow has them, each with its help."""
    pa = pyarrow_module()
    types = {
        ColumnType.TEXT: pa.string(),
        ColumnType.INTEGER: pa.int64(),
        ColumnType.REAL: pa.float64(),
        ColumnType.BOOLEAN: pa.bool_(),
    }
    fields = [pa.field(c.name, types[c.type], metadata={"help": c.help}) for c in columns]
    return pa.schema(fields, metadata=dict(metadata) if metadata else None)


def parquet(comparison: Comparison, name: str) -> bytes:
    """The named table, or the grid, as a Parquet file."""
    return parquet_bytes(_table(comparison, name))


def arrow(comparison: Comparison, name: str) -> bytes:
    """The named table, or the grid, as an Arrow file (IPC, also called Feather)."""
    pa = pyarrow_module()
    table = _table(comparison, name)
    out = io.BytesIO()
    with pa.ipc.new_file(out, table.schema) as writer:
        writer.write_table(table)
    return out.getvalue()


def parquet_bytes(table: pyarrow.Table) -> bytes:
    """The table as a Parquet file, the same bytes for the same table."""
    import pyarrow.parquet

    out = io.BytesIO()
    pyarrow.parquet.write_table(table, out, compression="zstd")
    return out.getvalue()


def pyarrow_module() -> Any:  # noqa: ANN401 - the package itself
    """The package pyarrow; MissingExtra where it is not installed."""
    found = import_extra("pyarrow", extra="corpus", what="writing Arrow and Parquet files")
    importlib.import_module("pyarrow.ipc")
    return found


def _table(comparison: Comparison, name: str) -> pyarrow.Table:
    metadata = {MARK: name.encode(), b"storydiff:version": comparison.tool.version.encode()}
    if name == "grid":
        columns, rows = grid_table(comparison)
        return arrow_table(columns, rows, metadata)
    table = TABLES[name]
    return arrow_table(table.columns, list(table.rows(comparison)), metadata)
