"""Workers and programs that are killed, poison, a full disk: done again, told, and nothing lost."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
from pathlib import Path

import pytest

import compare
from compare.corpus.engines import DaskEngine, Engine, PoolEngine
from compare.corpus.store import FolderStore
from compare.errors import FormatError
from tests.bundled import documents
from tests.corpus.killing import MARKS, POISON, dying_on_poison, dying_once, run
from tests.corpus.pile import FEW, files, results, write_pile

corpus = compare.corpus
STAGES = (
    "corpus.json",
    "sources/",
    "trying/reading",
    "articles/",
    "terms/",
    "tasks/reading",
    "changes/",
    "events/",
    "tasks/grouping",
    "trying/comparing",
    "comparisons/",
    "quotes/",
    "tasks/comparing",
    "corpus.sqlite",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of one story that was made without a fault; its pile lies beside it."""
    folder = tmp_path_factory.mktemp("whole")
    made = corpus.open(folder / "corpus")
    made.add(write_pile(folder / "pile.jsonl", FEW[:1]))
    made.compare()
    made.index()
    return folder / "corpus"


@pytest.mark.parametrize("stage", STAGES)
def test_a_program_that_is_killed_goes_on_to_the_same_bytes(
    stage: str, whole: Path, tmp_path: Path
) -> None:
    pile = whole.parent / "pile.jsonl"
    # Processes that are forked off one that has loaded the program, which takes most of the time.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.corpus.killing"])
    ended = context.Process(target=run, args=(str(tmp_path / "corpus"), str(pile), stage))
    ended.start()
    ended.join()
    assert ended.exitcode == -signal.SIGKILL
    made = corpus.open(tmp_path / "corpus")
    assert made.add(pile).went_out == 3
    assert made.compare().compared == 1
    made.index()
    assert files(tmp_path / "corpus") == files(whole)


def engine(name: str, do: object) -> Engine:
    return PoolEngine(2, do) if name == "pool" else DaskEngine(2, do=do)  # type: ignore[arg-type]


ENGINES = ("pool", "dask")


@pytest.fixture(autouse=True)
def _dask_is_there(request: pytest.FixtureRequest) -> None:
    params = getattr(request.node, "callspec", None)
    if params is not None and params.params.get("name") == "dask":
        pytest.importorskip("distributed", reason="no distributed: pip install -e '.[dev]'")


@pytest.mark.parametrize("name", ENGINES)
def test_the_work_of_a_killed_worker_is_done_again(
    name: str, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "marks").mkdir()
    monkeypatch.setenv(MARKS, str(tmp_path / "marks"))
    worker = engine(name, dying_once)
    try:
        made = corpus.open(tmp_path / "corpus")
        made.add(whole.parent / "pile.jsonl", engine=worker)
        made.compare(engine=worker)
        made.index()
    finally:
        worker.close()
    assert sorted(path.name for path in (tmp_path / "marks").iterdir()) == ["comparing", "reading"]
    assert files(tmp_path / "corpus") == files(whole)


def saved(folder: Path) -> list[Path]:
    """A file for each article of a story, and one on which every process ends."""
    folder.mkdir()
    paths = []
    for number, one in enumerate(documents(FEW[0])):
        paths.append(folder / f"article-{number}.txt")
        paths[-1].write_text(one.text, encoding="utf-8")
    paths.append(folder / f"{POISON}.txt")
    paths[-1].write_text("The mushrooms of Osmere are poisonous this year, a keeper said.")
    return paths


def test_a_poisoned_article_is_a_failure_and_nothing_else_changes(tmp_path: Path) -> None:
    *good, bad = saved(tmp_path / "pages")
    clean = corpus.open(tmp_path / "clean")
    clean.add(good)
    clean.compare()
    worker = PoolEngine(2, dying_on_poison)
    try:
        made = corpus.open(tmp_path / "corpus")
        tally = made.add([*good, bad], engine=worker)
    finally:
        worker.close()
    made.compare()
    assert (tally.came_in, tally.went_out, tally.failed) == (4, 3, 1)
    found = results(made)
    (row,) = found.pop("failures")
    assert row["source"] == str(bad)
    assert row["kind"] == "WorkerDied"
    assert "ended three times" in row["message"]
    expected = results(clean)
    expected.pop("failures")
    assert found == expected
    assert not list((tmp_path / "corpus" / "trying").iterdir())


def test_a_program_that_ends_three_times_on_one_task_looks_for_the_poison(tmp_path: Path) -> None:
    *good, bad = saved(tmp_path / "pages")
    made = corpus.open(tmp_path / "corpus")
    made.add(good[:1])

    # What three runs that were killed during the reading of all of them leave behind.
    class Ends:
        def outcomes(self, tasks):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
            for _ in tasks:
                raise KeyboardInterrupt
            yield

        def close(self) -> None: ...

    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            made.add([*good, bad], engine=Ends())
    assert [n.rpartition(".")[2] for n in made.store.names("trying")] == ["3"]
    worker = PoolEngine(1, dying_on_poison)
    assert made.add(engine=worker).failed == 1
    worker.close()
    assert made.store.names("trying") == []


@pytest.mark.parametrize("folder", ["articles", "events", "facts", "corpus.sqlite"])
def test_a_full_disk_is_named_and_the_work_goes_on_when_there_is_room(
    folder: str, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def full(path: Path, target: Path) -> Path:
        if f"/corpus/{folder}" in str(target):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path, target)

    made = corpus.open(tmp_path / "corpus")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        with pytest.raises(FormatError, match=rf"{folder}.* No space left on device.*same command"):
            every_step(made, whole.parent / "pile.jsonl")
    assert not list((tmp_path / "corpus").rglob(".*.part"))
    every_step(corpus.open(tmp_path / "corpus"), whole.parent / "pile.jsonl")
    assert files(tmp_path / "corpus") == files(whole)


def every_step(made: corpus.Corpus, pile: Path) -> None:
    made.add(pile)
    made.compare()
    made.index()


def test_a_shard_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.write("facts/a", b"old")
    (tmp_path / "facts" / "b").mkdir()
    with pytest.raises(FormatError, match="facts/b could not be written"):
        store.write("facts/b", b"new")
    assert store.read("facts/a") == b"old"
    assert store.names("facts") == ["facts/a", "facts/b"]
