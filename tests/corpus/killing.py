"""Processes that end in the middle of their work, as a kill -9 or a lack of memory ends them."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from compare.corpus import open as open_corpus
from compare.corpus.engines import Work
from compare.corpus.shards import Receipt
from compare.corpus.store import FolderStore
from compare.corpus.tasks import perform_task

# A worker ends during a task in which one of these stands.
POISON = "poisonous mushroom"
MARKS = "STORYDIFF_TEST_MARKS"


def end() -> None:
    """End this process as the system does when there is no memory left."""
    os.kill(os.getpid(), signal.SIGKILL)


def dying_on_poison(task: Work) -> Receipt:
    """As perform, but the process ends when the poison is among the items that are to be done."""
    for item in task.items:
        if POISON in item.label and item.key not in task.poisoned:
            end()
    return perform_task(task)


def dying_once(task: Work) -> Receipt:
    """As perform, but the first process that is given a task ends: once for each stage."""
    mark = Path(os.environ[MARKS]) / task.stage
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return perform_task(task)
    end()
    raise AssertionError("the process has ended")


def run(corpus: str, pile: str, wanted: str) -> None:
    """Read, group, compare and index a pile in this process until a file is half written.

    It ends at the first file whose name begins with `wanted`: bytes of it are on the disk, its name
    is not yet.
    """
    real = FolderStore.write

    def write(self: FolderStore, name: str, data: bytes) -> None:
        if name.startswith(wanted):
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_name(f".{path.name}-1.part").write_bytes(data[: len(data) // 2])
            end()
        real(self, name, data)

    FolderStore.write = write  # type: ignore[method-assign]
    made = open_corpus(corpus)
    made.add(pile)
    made.compare()
    made.index()
