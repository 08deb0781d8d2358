"""A pool of processes and Dask workers, here or behind a scheduler, give equal rows."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import compare
from compare.corpus.engines import DaskEngine, LocalEngine, PoolEngine, Work, engine_named
from compare.corpus.tasks import Task, perform_task
from compare.errors import MissingExtra, OptionError
from tests.corpus.pile import files, write_pile

corpus = compare.corpus
PATIENCE = 60


@contextmanager
def scheduler() -> Iterator[str]:
    """A Dask scheduler and two workers on loopback, each a process by itself, as on three hosts."""
    pytest.importorskip("distributed", reason="no distributed: pip install -e '.[dev]'")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    dask = [sys.executable, "-m", "dask"]
    worker = [*dask, "worker", address, "--nthreads", "1", "--host", "127.0.0.1", "--no-dashboard"]
    host = ["--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    commands = [[*dask, "scheduler", *host], worker, worker]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = [subprocess.Popen(command, **quiet) for command in commands]  # type: ignore[call-overload]
    try:
        for _ in range(PATIENCE * 10):
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield address
    finally:
        for one in reversed(running):
            one.terminate()
            one.wait()


def test_every_engine_gives_the_same_bytes(tmp_path: Path) -> None:
    pile = write_pile(tmp_path / "pile.jsonl")
    made = {}
    with scheduler() as address:
        for engine in (LocalEngine(), PoolEngine(2), DaskEngine(2, address)):
            name = type(engine).__name__
            here = corpus.open(tmp_path / name)
            here.add(pile, engine=engine)
            here.compare(engine=engine)
            engine.close()
            made[name] = files(tmp_path / name)
    assert made["LocalEngine"] == made["PoolEngine"] == made["DaskEngine"]


def test_one_job_needs_no_other_process() -> None:
    assert isinstance(engine_named("pool", 1), LocalEngine)
    assert isinstance(engine_named("pool", 3), PoolEngine)


def test_an_unknown_engine_is_an_error() -> None:
    with pytest.raises(OptionError, match="Use pool or dask"):
        engine_named("steam", 2)


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dask", None)
    with pytest.raises(MissingExtra, match=r"storydiff\[dask\]"):
        engine_named("dask", 2)


def test_a_worker_with_another_version_is_refused(tmp_path: Path) -> None:
    task: Work = Task(stage="reading", root=str(tmp_path), items=(), parts=("model",), code="other")
    with pytest.raises(OptionError, match="same version on every host"):
        perform_task(task)
