"""A stage of work from its tasks to its receipts: resumed, tried again, and added up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from compare.corpus.engines import Engine, LocalEngine, PoolEngine, Work, WorkerDied
from compare.corpus.shards import Receipt, Tally, read_receipt
from compare.corpus.store import Store
from compare.corpus.tasks import WorkItem
from compare.errors import CompareError

TRIES = 3
_TRYING = "trying"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a stage is: items done of all, and how many of them failed."""

    stage: str
    done: int
    total: int
    failed: int


Told = Callable[[Progress], None]


def tell_nobody(progress: Progress) -> None:
    """Tell nobody."""


class StageRun:
    """The work on the tasks of one stage."""

    def __init__(self, store: Store, engine: Engine, told: Told = tell_nobody) -> None:
        self._store, self._told = store, told
        self._engine: Engine = engine
        self._tries: dict[str, int] = {}

    def receipts(self, stage: str, tasks: Sequence[Work]) -> list[Receipt]:
        """The receipt of each task, in order; what is done already is not done again.

        A task during which a worker or this program ended is tried three times in all. Then its
        items are halved down to those on which a process ends, which become failures. Raises
        whatever else ended a task, such as a full disk.
        """
        found = {task.receipt: read_receipt(self._store, task.receipt) for task in tasks}
        self._tries = self._tried()
        total = sum(len(task.items) for task in tasks)
        made: dict[str, Receipt] = {name: one for name, one in found.items() if one}
        self._tell(stage, made, total)
        open_tasks = [task for task in tasks if task.receipt not in made]
        suspects = [task for task in open_tasks if self._count(task) >= TRIES]
        fresh = [task for task in open_tasks if self._count(task) < TRIES]
        for task, outcome in self._engine.outcomes(self._marked(fresh)):
            if isinstance(outcome, Receipt):
                self._keep(task, outcome, made)
                self._tell(stage, made, total)
            elif isinstance(outcome, WorkerDied):
                suspects.append(task)
            else:
                raise outcome
        for task in suspects:
            self._keep(task, self._alone(task), made)
            self._tell(stage, made, total)
        for name in self._store.names(_TRYING):
            if name.startswith(f"{_TRYING}/{stage}-"):
                self._store.remove(name)
        receipts = [made[task.receipt] for task in tasks]
        self._check(tasks, receipts)
        return receipts

    def _keep(self, task: Work, receipt: Receipt, made: dict[str, Receipt]) -> None:
        made[task.receipt] = receipt
        self._store.remove(_mark(task, self._count(task)))

    def _alone(self, task: Work) -> Receipt:
        """The receipt of a task that is done while no other is, without what ends its process."""
        if isinstance(self._engine, LocalEngine):
            # What ends its process must not end this one again.
            self._engine = PoolEngine(1)
        while self._count(task) < TRIES:
            if receipt := self._try(task):
                return receipt
        poisoned = tuple(item.key for item in self._deadly(task, task.items, known=True))
        if receipt := self._try(replace(task, poisoned=poisoned), marked=False):
            return receipt
        names = ", ".join(item.label for item in task.items[:3])
        raise CompareError(
            f"The process that worked on {names} ended {TRIES + 1} times, and no single one of "
            "them ends it. Give it more memory, or fewer --jobs."
        )

    def _deadly(
        self, task: Work, items: tuple[WorkItem, ...], *, known: bool = False
    ) -> Iterator[WorkItem]:
        """The items on which a process ends by themselves, found by halving.

        With `known` it is known that one of them is among several.
        """
        known = known and len(items) > 1
        if not known and self._try(replace(task, items=items), marked=False):
            return
        if len(items) == 1:
            yield items[0]
            return
        half = len(items) // 2
        yield from self._deadly(task, items[:half])
        yield from self._deadly(task, items[half:])

    def _try(self, task: Work, *, marked: bool = True) -> Receipt | None:
        """The receipt, or None when the process ended."""
        tasks = self._marked([task]) if marked else [task]
        for _, outcome in self._engine.outcomes(tasks):
            if isinstance(outcome, Receipt):
                return outcome
            if not isinstance(outcome, WorkerDied):
                raise outcome
        return None

    def _marked(self, tasks: Sequence[Work]) -> Iterator[Work]:
        """The tasks, each with a mark that outlives this process that it was begun."""
        for task in tasks:
            number = self._count(task) + 1
            self._tries[_stem(task)] = number
            self._store.write(_mark(task, number), b"")
            if number > 1:
                self._store.remove(_mark(task, number - 1))
            yield task

    def _tried(self) -> dict[str, int]:
        """How often each task was begun, by runs that ended and by this one."""
        found: dict[str, int] = {}
        for name in self._store.names(_TRYING):
            stem, _, number = name.rpartition(".")
            found[stem] = max(found.get(stem, 0), int(number) if number.isdigit() else 0)
        return found

    def _count(self, task: Work) -> int:
        return self._tries.get(_stem(task), 0)

    def _tell(self, stage: str, made: dict[str, Receipt], total: int) -> None:
        tallies = [tally for receipt in made.values() for tally in receipt.items.values()]
        failed = sum(tally.failed for tally in tallies)
        self._told(Progress(stage=stage, done=len(tallies), total=total, failed=failed))

    def _check(self, tasks: Sequence[Work], receipts: Sequence[Receipt]) -> None:
        """Raise when an item has no tally, or rows in are not rows out and failures."""
        for task, receipt in zip(tasks, receipts, strict=True):
            wanted = [item.key for item in task.items]
            if sorted(receipt.items) != sorted(set(wanted)) or not all(
                tally.came_in == tally.went_out + tally.failed for tally in receipt.items.values()
            ):
                raise AssertionError(f"the receipt {receipt.name} does not add up")


def sum_receipts(receipts: Sequence[Receipt]) -> Tally:
    """The rows that came in, went out and failed, of all receipts."""
    tallies = [tally for receipt in receipts for tally in receipt.items.values()]
    return Tally(
        came_in=sum(tally.came_in for tally in tallies),
        went_out=sum(tally.went_out for tally in tallies),
        failed=sum(tally.failed for tally in tallies),
    )


def _stem(task: Work) -> str:
    return f"{_TRYING}/{task.stage}-{task.key}"


def _mark(task: Work, number: int) -> str:
    return f"{_stem(task)}.{number}"
