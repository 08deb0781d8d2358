"""Rows in Parquet files, and the receipt that says which rows a task has written where."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from compare.corpus.schema import OF_A_COMPARISON, SCHEMA
from compare.corpus.store import Store
from compare.errors import UnreadableSource
from compare.formats.arrow import arrow_schema, parquet_bytes, pyarrow_module
from compare.formats.tables import Cell

if TYPE_CHECKING:
    import pyarrow

Row = tuple[Cell, ...]
Tables = dict[str, list[Row]]

TERMS = "terms"
"""The folder with the counted words of each article: work for the grouping, no table of results."""
KNOWN = "known"
"""A second copy of the events: the names of events are all that could not be worked out anew."""
WORK = (TERMS, KNOWN)
RECEIPTS = "tasks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What came of one item of work: rows in are always rows out and failures."""

    came_in: int
    went_out: int
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a finished task has written: a digest of each file, a tally of each item by its key."""

    stage: str
    key: str
    files: Mapping[str, str]
    items: Mapping[str, Tally]

    @property
    def name(self) -> str:
        """The name of its file."""
        return receipt_name(self.stage, self.key)


@dataclass(slots=True)
class Output:
    """The rows and tallies that a task collects before it writes them."""

    tables: Tables = field(default_factory=dict)
    terms: list[tuple[str, str, tuple[str, ...], tuple[int, ...]]] = field(default_factory=list)
    items: dict[str, Tally] = field(default_factory=dict)

    def add(self, table: str, rows: Sequence[Row]) -> None:
        """Put rows to a table."""
        if rows:
            self.tables.setdefault(table, []).extend(rows)


def receipt_name(stage: str, key: str) -> str:
    """The name of the file with the receipt of a task."""
    return f"{RECEIPTS}/{stage}-{key}.json"


_TABLES_OF = {
    "reading": ("articles", "failures"),
    "changes": ("changes",),
    "grouping": ("events",),
    "comparing": ("copies", "comparisons", *OF_A_COMPARISON, "failures"),
}


def write_output(store: Store, stage: str, key: str, output: Output) -> Receipt:
    """Write every table to a file of its own and the receipt last; a task is done when it is there.

    A table without rows is a file too, so that whoever reads all files of a table finds one. The
    names hold the key, so that another run of the same task writes the same files.
    """
    files = {
        f"{table}/{key}.parquet": _encoded(table, output.tables.get(table, []))
        for table in _TABLES_OF[stage]
    }
    if stage == "grouping":
        files[f"{KNOWN}/{key}.parquet"] = files[f"events/{key}.parquet"]
    if stage == "reading":
        files[f"{TERMS}/{key}.parquet"] = _encoded_terms(output.terms)
    for name, data in files.items():
        store.write(name, data)
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    receipt = Receipt(stage=stage, key=key, files=digests, items=dict(output.items))
    tree = {
        "stage": stage,
        "key": key,
        "files": digests,
        "items": {
            name: [tally.came_in, tally.went_out, tally.failed]
            for name, tally in output.items.items()
        },
    }
    store.write(receipt.name, json.dumps(tree, indent=1).encode() + b"\n")
    return receipt


def read_receipt(store: Store, name: str) -> Receipt | None:
    """The receipt in a file; None where it or a file that it names is missing or damaged."""
    try:
        tree = json.loads(store.read(name))
        receipt = Receipt(
            stage=tree["stage"],
            key=tree["key"],
            files=tree["files"],
            items={
                name: Tally(came_in=counts[0], went_out=counts[1], failed=counts[2])
                for name, counts in tree["items"].items()
            },
        )
    except (FileNotFoundError, ValueError, LookupError, TypeError, AttributeError):
        return None
    return receipt if not damaged_files(store, receipt) else None


def damaged_files(store: Store, receipt: Receipt) -> list[str]:
    """The files of a receipt that are missing or do not hold what was written."""
    bad = []
    for name, digest in receipt.files.items():
        try:
            good = hashlib.sha256(store.read(name)).hexdigest() == digest
        except OSError:
            good = False
        if not good:
            bad.append(name)
    return bad


def read_rows(store: Store, name: str) -> list[Row]:
    """The rows of a shard; UnreadableSource names one that is missing or damaged."""
    table = read_table(store, name)
    columns = [table.column(at).to_pylist() for at in range(table.num_columns)]
    return list(zip(*columns, strict=True))


def read_table(store: Store, name: str, columns: list[str] | None = None) -> pyarrow.Table:
    """A shard as an Arrow table, whole or some columns of it; errors as in `read_rows`."""
    pa = pyarrow_module()
    import pyarrow.parquet

    try:
        return pyarrow.parquet.read_table(io.BytesIO(store.read(name)), columns=columns)
    except (OSError, pa.ArrowException) as wrong:
        reason = f"this shard cannot be read ({type(wrong).__name__})"
        advice = "Run the same command again: the work of a damaged shard is done anew"
        raise UnreadableSource(f"{store.root}/{name}", reason, advice) from wrong


def table_rows(store: Store, table: str) -> Iterator[dict[str, Any]]:
    """The rows of a table of the corpus, shard by shard, as dictionaries."""
    header = SCHEMA[table].header
    for name in store.names(table):
        for row in read_rows(store, name):
            yield dict(zip(header, row, strict=True))


def _encoded(table: str, rows: Sequence[Row]) -> bytes:
    pa = pyarrow_module()
    schema = arrow_schema(SCHEMA[table].columns)
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    arrays = [pa.array(each, kind.type) for each, kind in zip(cells, schema, strict=True)]
    return parquet_bytes(pa.Table.from_arrays(arrays, schema=schema))


def _encoded_terms(
    rows: Sequence[tuple[str, str, tuple[str, ...], tuple[int, ...]]],
) -> bytes:
    pa = pyarrow_module()
    schema = pa.schema(
        [
            ("unit", pa.string()),
            ("article_id", pa.string()),
            ("stems", pa.list_(pa.string())),
            ("counts", pa.list_(pa.int32())),
        ]
    )
    cells: list[tuple[Any, ...]] = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    arrays = [pa.array(each, kind.type) for each, kind in zip(cells, schema, strict=True)]
    return parquet_bytes(pa.Table.from_arrays(arrays, schema=schema))
