"""A task: some items of work that one process does at once, and writes into files of its own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from compare.corpus.code_digest import code_digest
from compare.corpus.shards import (
    TERMS,
    Output,
    Receipt,
    Tally,
    read_receipt,
    read_rows,
    receipt_name,
    write_output,
)
from compare.corpus.store import Store, store_at
from compare.errors import CompareError, OptionError
from compare.sources.isolation import fault_text


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """The least that can fail: a unit to read or an event to compare.

    `id` is what the first column of its rows holds, `key` a digest of all that its rows depend on,
    `label` what a person calls it, `counts` how many rows come in, where that is known before.
    `work` says in JSON what is to be done.
    """

    id: str
    key: str
    label: str
    work: str
    counts: int = 1


T = TypeVar("T", bound=WorkItem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Generic[T]):
    """Items that are done together.

    `reuse` says of items that were done before by which receipt; their rows are copied. `poisoned`
    are the keys of items on which a process ended each time; they become failures unread.
    """

    stage: str
    root: str
    items: tuple[T, ...]
    parts: tuple[str, ...]
    code: str
    reuse: Mapping[str, str] = field(default_factory=dict)
    poisoned: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """A digest of the items; what is reused or poisoned changes nothing of it."""
        keys = " ".join(item.key for item in self.items)
        return hashlib.sha256(f"{self.stage} {keys}".encode()).hexdigest()[:20]

    @property
    def receipt(self) -> str:
        """The name of the file that is there when the task is done."""
        return receipt_name(self.stage, self.key)


Doer = Callable[[Store, WorkItem, Output], Tally]


def perform_task(task: Task[WorkItem]) -> Receipt:
    """Do every item of a task in this process and write what came of it.

    An item that fails becomes a row of failures and leaves the others. Raises OptionError where
    this process runs other code than the one that made the task, FormatError where nothing can be
    written.
    """
    if task.code != code_digest(task.parts):
        raise OptionError(
            "A worker runs another version of storydiff than the program that gives it work. "
            "Install the same version on every host."
        )
    store = store_at(task.root)
    output = Output()
    done = _Reused(store, task)
    for item in task.items:
        if item.key in task.poisoned:
            output.items[item.key] = _failed(task, item, output, *_KILLED)
        elif not done.copied(item, output):
            output.items[item.key] = _done(task, store, item, output)
    return write_output(store, task.stage, task.key, output)


_KILLED = (
    "WorkerDied",
    "the process that worked on it ended three times, perhaps for lack of memory. "
    "Give it alone, or on a machine with more memory",
)


def _done(task: Task[WorkItem], store: Store, item: WorkItem, output: Output) -> Tally:
    attempt = Output()
    try:
        tally = _doer(task.stage)(store, item, attempt)
        if tally.came_in != tally.went_out + tally.failed:
            counts = f"{tally.came_in} came in, {tally.went_out} went out, {tally.failed} failed"
            raise AssertionError(f"rows were lost in {item.label}: {counts}")
    except CompareError as wrong:
        return _failed(task, item, output, type(wrong).__name__, str(wrong))
    except MemoryError:
        return _failed(task, item, output, "MemoryError", "there is not enough memory for it")
    except Exception as wrong:
        told = f"this is a mistake in storydiff: {fault_text(wrong)}. Report it with this source"
        return _failed(task, item, output, type(wrong).__name__, told)
    for table, rows in attempt.tables.items():
        output.add(table, rows)
    output.terms += attempt.terms
    return tally


def _failed(task: Task[WorkItem], item: WorkItem, output: Output, kind: str, message: str) -> Tally:
    """One row for an item of which nothing came."""
    output.add("failures", [(item.id, task.stage, item.label, kind, message)])
    return Tally(came_in=item.counts, went_out=0, failed=item.counts)


def _doer(stage: str) -> Doer:
    if stage == "reading":
        from compare.corpus.reading import read_unit

        return read_unit
    from compare.corpus.comparing import compare_event

    return compare_event


class _Reused:
    """The rows of earlier tasks, looked up when an item was done by one of them."""

    def __init__(self, store: Store, task: Task[WorkItem]) -> None:
        self._store, self._task = store, task
        self._receipts: dict[str, Receipt | None] = {}
        self._rows: dict[str, list[tuple[object, ...]]] = {}

    def copied(self, item: WorkItem, output: Output) -> bool:
        """Put the rows of the item to the output; False when it is to be done."""
        earlier = self._task.reuse.get(item.key)
        receipt = self._receipt(earlier) if earlier else None
        if receipt is None or item.key not in receipt.items:
            return False
        for name in receipt.files:
            table = name.partition("/")[0]
            rows = [row for row in self._file(name) if row[0] == item.id]
            if table == TERMS:
                output.terms += rows  # type: ignore[arg-type] # the rows of its file
            else:
                output.add(table, rows)  # type: ignore[arg-type] # as above
        output.items[item.key] = receipt.items[item.key]
        return True

    def _receipt(self, key: str) -> Receipt | None:
        if key not in self._receipts:
            name = receipt_name(self._task.stage, key)
            self._receipts[key] = read_receipt(self._store, name)
        return self._receipts[key]

    def _file(self, name: str) -> list[tuple[object, ...]]:
        if name not in self._rows:
            self._rows[name] = list(read_rows(self._store, name))
        return self._rows[name]


def chunks(items: Sequence[T], *, most: int) -> Iterator[tuple[T, ...]]:
    """The items in their order, in chunks of about `most` at the most.

    Where a chunk ends is read from the id of an item, so that another item somewhere leaves the
    chunks elsewhere as they are.
    """
    chunk: list[T] = []
    weight = 0
    for item in items:
        chunk.append(item)
        weight += item.counts
        ends = int(hashlib.sha256(item.id.encode()).hexdigest()[:8], 16) % max(1, most // 2) == 0
        if ends or weight >= 2 * most:
            yield tuple(chunk)
            chunk, weight = [], 0
    if chunk:
        yield tuple(chunk)


def digest_of(*values: object) -> str:
    """Twenty hexadecimal digits over plain values."""
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:20]
