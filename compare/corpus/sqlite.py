"""The tables of a corpus as one SQLite database with a full-text search, made of the shards."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from compare.corpus.schema import SCHEMA, CorpusTable
from compare.corpus.shards import read_rows
from compare.corpus.store import Store, unwritable_file
from compare.formats.tables import ColumnType

DATABASE = "corpus.sqlite"
TYPES = {
    ColumnType.TEXT: "TEXT",
    ColumnType.INTEGER: "INTEGER",
    ColumnType.REAL: "REAL",
    ColumnType.BOOLEAN: "INTEGER",
}
_TOKENS = "porter unicode61 remove_diacritics 2"


def database(store: Store) -> bytes:
    """The database as a file; the same bytes for the same shards and the same SQLite.

    Each table has its name; `articles_fts`, `facts_fts` and so on find rows by words.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / DATABASE
        try:
            connection = sqlite3.connect(path)
            try:
                connection.execute("PRAGMA journal_mode = OFF")
                for table in SCHEMA.values():
                    _fill(connection, table, store)
                connection.commit()
                connection.execute("VACUUM")
            finally:
                connection.close()
            return path.read_bytes()
        except sqlite3.OperationalError as wrong:
            raise unwritable_file(str(path), OSError(str(wrong))) from wrong


def _fill(connection: sqlite3.Connection, table: CorpusTable, store: Store) -> None:
    for statement in _definition(table):
        connection.execute(statement)
    places = ", ".join("?" * len(table.columns))
    for name in store.names(table.name):
        connection.executemany(
            f'INSERT INTO "{table.name}" VALUES ({places})',
            read_rows(store, name),
        )
    for column in table.index:
        connection.execute(f'CREATE INDEX "{table.name}_{column}" ON "{table.name}" ("{column}")')
    if table.search:
        columns = ", ".join(f'"{column}"' for column in table.search)
        # Datasette knows the index of a table by a content in double quotes.
        connection.execute(
            f'CREATE VIRTUAL TABLE "{table.name}_fts" USING fts5'
            f"({columns}, content=\"{table.name}\", tokenize='{_TOKENS}')"
        )
        connection.execute(
            f'INSERT INTO "{table.name}_fts" ("{table.name}_fts") VALUES (\'rebuild\')'
        )


def _definition(table: CorpusTable) -> Iterator[str]:
    columns = ", ".join(f'"{column.name}" {TYPES[column.type]}' for column in table.columns)
    yield f'CREATE TABLE "{table.name}" ({columns})'
