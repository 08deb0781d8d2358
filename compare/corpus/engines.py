"""The seam between the work and whatever does it: this process, a pool of processes, or Dask."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait as wait_for
from typing import Any, Protocol

from compare.corpus.shards import Receipt
from compare.corpus.tasks import Task, WorkItem, perform_task
from compare.errors import OptionError
from compare.sources.extras import import_extra

Work = Task[WorkItem]


class WorkerDied(Exception):
    """The process that worked on a task ended before the task was done."""


Outcome = tuple[Work, Receipt | Exception]


class Engine(Protocol):
    """Does tasks in any order. A worker that ends is `WorkerDied` for the tasks it may have had."""

    def outcomes(self, tasks: Iterable[Work]) -> Iterator[Outcome]:
        """Each task with its receipt or with what was raised, as they are done."""

    def close(self) -> None:
        """End the workers."""


def engine_named(name: str, jobs: int, address: str | None = None) -> Engine:
    """The engine of that name: "pool" or "dask"; with one job, "pool" works in this process.

    `address` is that of a Dask scheduler that runs already; without it workers of this machine are
    started. OptionError for another name, MissingExtra where Dask is not installed.
    """
    if name == "dask":
        return DaskEngine(jobs, address)
    if name != "pool":
        raise OptionError(f"There is no engine {name!r}. Use pool or dask.")
    return PoolEngine(jobs) if jobs > 1 else LocalEngine()


class LocalEngine:
    """Does the work in this process, one task after the other."""

    def outcomes(self, tasks: Iterable[Work]) -> Iterator[Outcome]:
        """As in Engine."""
        for task in tasks:
            try:
                yield task, perform_task(task)
            except Exception as wrong:
                yield task, wrong

    def close(self) -> None:
        """As in Engine; there is nothing to end."""


class PoolEngine:
    """Does the work in processes of this machine, which end when this process does.

    `do` is what is done with a task, a function that other processes can import.
    """

    def __init__(self, jobs: int, do: Callable[[Work], Receipt] = perform_task) -> None:
        self._jobs, self._do = jobs, do
        self._pool: ProcessPoolExecutor | None = None

    def outcomes(self, tasks: Iterable[Work]) -> Iterator[Outcome]:
        """As in Engine; no more tasks are handed out than there are processes.

        So when a process ends, the tasks that were handed out are all that can have ended it.
        """
        waiting = iter(tasks)
        running: dict[Future[Receipt], Work] = {}
        while True:
            while len(running) < self._jobs and (task := next(waiting, None)) is not None:
                running[self._submit(task)] = task
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                if future not in running:
                    continue
                wrong = future.exception()
                if isinstance(wrong, BrokenProcessPool):
                    self.close()
                    lost = list(running.values())
                    running.clear()
                    yield from ((task, WorkerDied()) for task in lost)
                elif isinstance(wrong, Exception):
                    yield running.pop(future), wrong
                else:
                    yield running.pop(future), future.result()

    def close(self) -> None:
        """As in Engine; what is being done is given up."""
        if self._pool is not None:
            # Python 3.14 has a method for it; before that the processes have no public name.
            for process in list((getattr(self._pool, "_processes", None) or {}).values()):
                process.terminate()
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _submit(self, task: Work) -> Future[Receipt]:
        if self._pool is None:
            # A forked process would hold the other ends of its own pipes and outlive this one.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(
                self._jobs, mp_context=context, initializer=_end_with_parent
            )
        try:
            return self._pool.submit(self._do, task)
        except BrokenProcessPool:
            self.close()
            return self._submit(task)


def _end_with_parent() -> None:
    """Let this worker end when the process that started it has ended, and by its word alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        wait_for([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


class DaskEngine:
    """Does the work on Dask workers, of this machine or of every host that a scheduler knows.

    `jobs` are started here unless there is the `address` of a scheduler; `do` as in PoolEngine.
    """

    def __init__(
        self,
        jobs: int,
        address: str | None = None,
        do: Callable[[Work], Receipt] = perform_task,
    ) -> None:
        self._do = do
        dask: Any = import_extra("dask", extra="dask", what="the engine dask")
        self._dask: Any = import_extra("distributed", extra="dask", what="the engine dask")
        self._cluster: Any = None
        if address is None:
            # Who tries again, and how often, is for the caller to say.
            with dask.config.set({"distributed.scheduler.allowed-failures": 0}):
                self._cluster = self._dask.LocalCluster(
                    n_workers=jobs, threads_per_worker=1, dashboard_address=None
                )
        try:
            self._client: Any = self._dask.Client(address or self._cluster)
        except (OSError, TimeoutError, ValueError) as wrong:
            raise OptionError(
                f"There is no Dask scheduler at {address}. Start one with: dask scheduler"
            ) from wrong

    def outcomes(self, tasks: Iterable[Work]) -> Iterator[Outcome]:
        """As in Engine; the scheduler gives the work of a worker that ends to another."""
        running = {self._client.submit(self._do, task, pure=False): task for task in tasks}
        for future in self._dask.as_completed(running):
            wrong = future.exception()
            if isinstance(wrong, self._dask.KilledWorker):
                yield running[future], WorkerDied()
            elif wrong is not None:
                yield running[future], wrong
            else:
                yield running[future], future.result()
            future.release()

    def close(self) -> None:
        """As in Engine; a scheduler that was there before goes on."""
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()
