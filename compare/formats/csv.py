"""A table of a comparison as CSV: mentions, or any other of `compare.formats.tables`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from compare.formats.tables import MENTIONS, TABLES, Cell, grid_table
from compare.model.comparison import Comparison
from compare.text.control_characters import without_control_characters

COLUMNS = MENTIONS.header

# A spreadsheet takes a cell that starts so for a formula, or looks behind the white space.
_FORMULA = tuple("=+-@|＝＋－＠｜")
_BLANK = ("\t", "\r", "\n")


def dump(comparison: Comparison, name: str = MENTIONS.name) -> bytes:
    """The named table, or the grid, as UTF-8 with a byte order mark and CRLF line ends.

    Spreadsheets need the mark. Cells that a spreadsheet would run as a formula get an apostrophe
    in front; a cell that is missing is empty.
    """
    if name == "grid":
        columns, rows = grid_table(comparison)
        return csv_bytes([column.name for column in columns], rows)
    table = TABLES[name]
    return csv_bytes(table.header, table.rows(comparison))


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Header and rows as a file for spreadsheets."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([safe_cell(name) for name in header])
    for cells in rows:
        writer.writerow([safe_cell(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig", "replace")


def safe_cell(cell: object) -> object:
    """The cell, of which a text is made safe for a spreadsheet."""
    return cell_text(cell) if isinstance(cell, str) else cell


def cell_text(text: str) -> str:
    """The text without control characters, after an apostrophe where a spreadsheet would run it."""
    text = without_control_characters(text)
    runs = text.startswith(_BLANK) or text.lstrip().startswith(_FORMULA)
    return f"'{text}" if runs else text
