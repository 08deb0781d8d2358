"""The tables of a corpus in a PostgreSQL database, by the definitions that the other files have."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from compare.corpus.schema import SCHEMA, CorpusTable
from compare.corpus.shards import read_table
from compare.errors import FormatError
from compare.formats.tables import ColumnType
from compare.sources.extras import import_extra

if TYPE_CHECKING:
    from compare.corpus.corpus import Corpus

_TYPES = {
    ColumnType.TEXT: "text",
    ColumnType.INTEGER: "bigint",
    ColumnType.REAL: "double precision",
    ColumnType.BOOLEAN: "boolean",
}


def write_tables(corpus: Corpus, uri: str, *, schema: str = "storydiff") -> None:
    """Write every table into `schema` of the database, all at once, in place of earlier ones.

    `uri` is like "postgresql://user@host/database". Words are searched in the column `search` of
    the tables that can be searched. FormatError says why the database cannot be written,
    MissingExtra where the driver is not installed.
    """
    what = "writing to PostgreSQL"
    manager: Any = import_extra("adbc_driver_manager", extra="postgres", what=what)
    import_extra("adbc_driver_postgresql", extra="postgres", what=what)
    driver: Any = importlib.import_module("adbc_driver_postgresql.dbapi")
    try:
        with driver.connect(uri) as connection, connection.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA IF EXISTS {_name(schema)} CASCADE")
            cursor.execute(f"CREATE SCHEMA {_name(schema)}")
            for table in SCHEMA.values():
                _write(corpus, table, cursor, schema)
            connection.commit()
    except manager.Error as wrong:
        raise FormatError(
            f"PostgreSQL could not be written: {' '.join(str(wrong).split())}. "
            "Check the address and the rights of the user."
        ) from wrong


def _write(corpus: Corpus, table: CorpusTable, cursor: Any, schema: str) -> None:  # noqa: ANN401 - of the driver
    target = f"{_name(schema)}.{_name(table.name)}"
    columns = ", ".join(f"{_name(column.name)} {_TYPES[column.type]}" for column in table.columns)
    cursor.execute(f"CREATE TABLE {target} ({columns})")
    for shard in corpus.shards(table.name):
        cursor.adbc_ingest(
            table.name,
            _without_nulls(read_table(corpus.store, shard)),
            mode="append",
            db_schema_name=schema,
        )
    for column in table.index:
        cursor.execute(f"CREATE INDEX ON {target} ({_name(column)})")
    if table.search:
        words = " || ' ' || ".join(f"coalesce({_name(name)}, '')" for name in table.search)
        cursor.execute(
            f"ALTER TABLE {target} ADD COLUMN search tsvector "
            f"GENERATED ALWAYS AS (to_tsvector('english', {words})) STORED"
        )
        cursor.execute(f"CREATE INDEX ON {target} USING gin (search)")


def _without_nulls(table: Any) -> Any:  # noqa: ANN401 - an Arrow table
    """The table with U+FFFD for the character NUL, which PostgreSQL cannot hold."""
    import pyarrow
    import pyarrow.compute

    for at, field in enumerate(table.schema):
        if pyarrow.types.is_string(field.type):
            clean = pyarrow.compute.replace_substring(table.column(at), "\0", "\ufffd")
            table = table.set_column(at, field, clean)
    return table


def _name(name: str) -> str:
    quoted = name.replace('"', '""')
    return f'"{quoted}"'
