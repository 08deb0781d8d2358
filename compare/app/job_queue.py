"""The queue of comparisons: each in a process of its own, with its place and progress told."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import msgspec

from compare.app.folder import StoryFolder
from compare.app.interface_texts import StoryBusy, problem, refusal
from compare.app.job_messages import COMPARE, Job, ProgressLine
from compare.app.reading import Problem, load_reading, save_reading
from compare.app.settings import AppSettings
from compare.errors import CompareError

State = Literal["waiting", "working", "done", "failed"]
_LINE = 1 << 20
_KEPT = 200


class QueuedJob:
    """One job in the queue; `steps` is the last state of each source, in the order they came."""

    def __init__(self, job: Job, owner: str = "") -> None:
        self.job = job
        self.owner = owner
        self.state: State = "waiting"
        self.steps: dict[str, str] = {}
        self.failure: Problem | None = None
        self._changed = asyncio.Event()

    @property
    def is_over(self) -> bool:
        """True when nothing more will happen."""
        return self.state in ("done", "failed")

    def tell(self) -> None:
        """Wake all who wait for news."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def news(self, seconds: float) -> None:
        """Wait until something changed, or so long."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), seconds)


class Queue:
    """All tasks of the app: those that wait, in their order, and the last one of each story."""

    def __init__(self, settings: AppSettings) -> None:
        self._settings = settings
        self._waiting: list[QueuedJob] = []
        self._last: dict[tuple[str, str], QueuedJob] = {}
        self._ready = asyncio.Condition()
        self._runners: list[asyncio.Task[None]] = []

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Work on tasks as long as the block lasts; a task that is cut off stays pending."""
        self._runners = [
            asyncio.create_task(self._run()) for _ in range(max(1, self._settings.workers))
        ]
        try:
            yield
        finally:
            for runner in self._runners:
                runner.cancel()
            await asyncio.gather(*self._runners, return_exceptions=True)

    async def add(self, story: Path, kind: str, *, text: str = "", out: str = "",
                  format: str = "html", owner: str = "") -> QueuedJob:  # fmt: skip
        """Put a job at the end of the queue; the same comparison twice is one.

        Busy where too many wait, of all or of this owner.
        """
        last = self._last.get((str(story), kind))
        if last is not None and last.state == "waiting" and last.job.text == text:
            return last
        if len(self._waiting) >= self._settings.limits.queue:
            raise StoryBusy(refusal("queue_full"))
        most = self._settings.limits.waiting
        if most is not None and sum(one.owner == owner for one in self._waiting) >= most:
            raise StoryBusy(refusal("own_queue_full", most=most))
        job = Job(
            kind=kind,
            folder=str(story),
            cache=str(self._settings.cache or ""),
            allow_private=self._settings.allow_private,
            offline=self._settings.offline,
            text=text,
            out=out,
            format=format,
        )
        task = QueuedJob(job, owner)
        if kind == COMPARE:
            _set_pending(story, None, pending=True)
        async with self._ready:
            self._waiting.append(task)
            self._last.pop((str(story), kind), None)
            self._last[str(story), kind] = task
            self._forget()
            self._ready.notify()
        return task

    def last(self, story: Path, kind: str = COMPARE) -> QueuedJob | None:
        """The last task of this kind for a story since the app was started."""
        return self._last.get((str(story), kind))

    def is_working(self, story: Path) -> bool:
        """True while something is being done with a story."""
        return any(
            task.state == "working"
            for (place, _), task in self._last.items()
            if place == str(story)
        )

    def place(self, task: QueuedJob) -> int:
        """How many tasks come before this one."""
        return self._waiting.index(task) if task in self._waiting else 0

    def _forget(self) -> None:
        for key, task in list(self._last.items())[: max(0, len(self._last) - _KEPT)]:
            if task.is_over:
                del self._last[key]

    async def _run(self) -> None:
        while True:
            async with self._ready:
                await self._ready.wait_for(lambda: self._waiting)
                task = self._waiting.pop(0)
            task.state = "working"
            task.tell()
            for other in self._waiting:
                other.tell()
            try:
                task.failure = await asyncio.wait_for(_work(task), self._settings.limits.job)
            except TimeoutError:
                task.failure = Problem(*problem("too_long"))
            except OSError as wrong:
                why = wrong.strerror or wrong
                task.failure = Problem(*problem("no_start", why=why))
            if task.job.kind == COMPARE:
                folder = task.job.folder
                again = any(
                    one.job.folder == folder and one.job.kind == COMPARE for one in self._waiting
                )
                _set_pending(Path(folder), task.failure, pending=again)
            task.state = "failed" if task.failure else "done"
            task.tell()


async def _work(task: QueuedJob) -> Problem | None:
    """Run a job in a process of its own; why it failed, or None."""
    paths = os.pathsep.join(path for path in sys.path if path)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        "compare.app.worker",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
        limit=_LINE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(msgspec.json.encode(task.job) + b"\n")
        await process.stdin.drain()
        process.stdin.close()
        async for data in process.stdout:
            line = msgspec.json.decode(data, type=ProgressLine)
            if line.done:
                return line.failure
            task.steps[line.source] = line.state
            task.tell()
        return Problem(*problem("cut_off"))
    except (ConnectionError, ValueError):
        return Problem(*problem("cut_off"))
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _set_pending(folder: Path, failure: Problem | None, *, pending: bool) -> None:
    if folder.is_dir():
        reading = load_reading(folder)
        reading.pending, reading.failure = pending, failure
        with contextlib.suppress(CompareError):
            save_reading(folder, reading)


def interrupted_stories(stories: tuple[StoryFolder, ...]) -> list[Path]:
    """The stories whose comparison was cut off."""
    return [story.path for story in stories if story.reading.pending]
