"""`storydiff batch` reads, groups and compares a pile, and goes on where it stopped."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.bundled import documents
from tests.cli.conftest import Command
from tests.corpus.pile import FEW, files, record, write_pile


@pytest.fixture(autouse=True)
def pile() -> None:
    write_pile(Path("pile.jsonl"), FEW[:2])


def test_what_came_in_and_what_became_of_it_is_told(storydiff: Command) -> None:
    result = storydiff("batch", "pile.jsonl", "gone.txt", "-o", "corpus")
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[0] == "7 articles came in, 6 read, 1 failed."
    assert lines[1] == "2 events: 2 compared, 0 failed, 0 of one article alone."
    assert len(lines) == 4
    assert all(line.startswith("e-") and " shared facts, " in line for line in lines[2:])
    assert "gone.txt: there is no such file or folder" in result.err
    assert "reading: 2 of 2, 1 failed" in result.err
    assert "comparing: 2 of 2" in result.err
    assert "datasette corpus/corpus.sqlite" in result.err.replace(str(Path.cwd()) + "/", "")


def test_the_same_command_again_changes_nothing(storydiff: Command) -> None:
    first = storydiff("batch", "pile.jsonl", "-o", "corpus")
    before = files(Path("corpus"))
    again = storydiff("batch", "pile.jsonl", "-o", "corpus")
    assert again.out == first.out
    assert storydiff("batch", "-o", "corpus").out == first.out
    assert files(Path("corpus")) == before


def test_the_next_day_tells_what_is_new(storydiff: Command) -> None:
    storydiff("batch", "pile.jsonl", "-o", "corpus", "-q")
    first = documents(FEW[0])[0]
    late = record(first) | {"outlet": "Late Post", "text": f"{first.text} Others saw it too."}
    Path("tuesday.jsonl").write_text(json.dumps(late))
    out = storydiff("batch", "tuesday.jsonl", "-o", "corpus").out
    assert (
        "Since the run before: 0 new events, 1 article to known events, 0 split, 0 merged." in out
    )


def test_several_processes_give_the_same_files(storydiff: Command) -> None:
    storydiff("batch", "pile.jsonl", "-o", "one", "-q")
    storydiff("batch", "pile.jsonl", "-o", "two", "-q", "--jobs", "2")
    assert files(Path("one")) == files(Path("two"))


def test_the_database_holds_the_facts(storydiff: Command) -> None:
    storydiff("batch", "pile.jsonl", "-o", "corpus", "-q")
    connection = sqlite3.connect("corpus/corpus.sqlite")
    ((count,),) = connection.execute("SELECT count(*) FROM facts WHERE said_by > 1").fetchall()
    connection.close()
    assert count > 10


def test_events_before_a_day_are_counted(storydiff: Command) -> None:
    out = storydiff("batch", "pile.jsonl", "-o", "corpus", "--since", "2031-11-01").out
    assert "2 events: 1 compared, 0 failed, 0 of one article alone, 1 before the day" in out


def test_options_are_kept_from_run_to_run(storydiff: Command) -> None:
    storydiff("batch", "pile.jsonl", "-o", "corpus", "-q", "--set", "fact_floor=0.8")
    storydiff("batch", "-o", "corpus", "-q")
    assert json.loads(Path("corpus/corpus.json").read_text())["options"]["fact_floor"] == 0.8


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("pile.jsonl", 2, "Missing option '-o'"),
        ("pile.jsonl -o corpus --since monday", 2, "Write it like 2031-10-14"),
        ("pile.jsonl -o corpus --set fact_floor=9", 2, "must lie between"),
        ("pile.jsonl -o .", 5, "holds something else than a corpus"),
        ("gone.txt -o corpus", 3, "no such file"),
        ("pile.jsonl gone.txt -o corpus --strict", 3, "no such file"),
    ],
)
def test_what_cannot_be_done_is_told(
    arguments: str, code: int, said: str, storydiff: Command
) -> None:
    result = storydiff("batch", *arguments.split())
    assert result.code == code
    assert said in result.err


def test_progress_tells_counts_rate_and_the_time_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from compare.cli import batch
    from compare.corpus.stage_runs import Progress

    clock = iter([0.0, 10.0, 20.0, 40.0, 41.0])
    monkeypatch.setattr(batch, "monotonic", lambda: next(clock))
    shown = batch._Shown(terminal=True)
    for done, failed in ((0, 0), (100, 0), (200, 1), (1000, 3)):
        shown.tell(Progress(stage="reading", done=done, total=1000, failed=failed))
    shown.tell(Progress(stage="comparing", done=0, total=9000, failed=0))
    shown.end()
    lines = capsys.readouterr().err.replace("\x1b[K", "").split("\r")
    assert lines[1:] == [
        "reading: 100 of 1000, 10.0 a second, 90 seconds left",
        "reading: 200 of 1000, 1 failed, 10.0 a second, 80 seconds left",
        "reading: 1000 of 1000, 3 failed, 25.0 a second\n",
        "comparing: 0 of 9000\n",
    ]


@pytest.mark.parametrize(
    ("seconds", "told"), [(5, "5 seconds"), (600, "10 minutes"), (9000, "2.5 hours")]
)
def test_a_time_is_told_in_a_unit_that_fits(seconds: float, told: str) -> None:
    from compare.cli.batch import _span

    assert _span(seconds) == told
