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
    assert lines[0] == "7 articles came in, 6 were read, 1 failed."
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
    assert "Since the run before: 0 events are new, 1 articles came to known ones" in out


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
