"""The process of its own: what comes back from it, and what it may not take."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from compare.errors import UnreadableSource
from compare.sources import bounded_reading
from compare.sources.bounded_reading import RefusedFile, read_bounded
from compare.sources.load import load_all


def length(data: bytes) -> int:
    print("What a library prints stays out of the answer.")
    return len(data)


def refusing(data: bytes) -> int:
    raise RefusedFile(f"it has {len(data)} bytes", "Give fewer")


def failing(data: bytes) -> int:
    return 1 // (len(data) - len(data))


def greedy(data: bytes) -> int:
    return len(data * 1_000_000_000)


def endless(data: bytes) -> int:
    while data:
        pass
    return 0


def asleep(data: bytes) -> int:
    time.sleep(len(data) * 60)
    return 0


def crashing(data: bytes) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return len(data)


def test_the_result_comes_back_and_what_is_printed_does_not() -> None:
    assert read_bounded(length, b"ferry", int, source="a.pdf") == 5


@pytest.mark.parametrize(
    ("reader", "why"),
    [
        (refusing, r"a\.pdf: it has 5 bytes\. Give fewer"),
        (failing, r"a\.pdf: this file is damaged\."),
        (crashing, r"a\.pdf: reading it takes more memory or time than any article needs\."),
    ],
)
def test_what_goes_wrong_there_is_an_error_of_the_source(reader: object, why: str) -> None:
    with pytest.raises(UnreadableSource, match=why):
        read_bounded(reader, b"ferry", int, source="a.pdf")  # type: ignore[arg-type]


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel keeps no bound on memory there")
def test_memory_has_a_bound() -> None:
    with pytest.raises(UnreadableSource, match="takes more memory than any article needs"):
        read_bounded(greedy, b"ferry", int, source="a.pdf")


@pytest.mark.parametrize("reader", [endless, asleep])
def test_the_clock_has_a_bound(reader: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded_reading, "PATIENCE", 0.5)
    with pytest.raises(UnreadableSource, match="takes more time than any article needs"):
        read_bounded(reader, b"ferry", int, source="a.pdf")  # type: ignore[arg-type]


def test_without_a_python_to_start_the_source_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(UnreadableSource, match="its reader cannot be started"):
        read_bounded(length, b"ferry", int, source="a.pdf")


def test_a_file_that_is_stopped_takes_no_other_source_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded_reading, "PATIENCE", 0.0)
    (tmp_path / "a.mhtml").write_bytes(b"Content-Type: multipart/related; boundary=b\r\n\r\n")
    (tmp_path / "b.txt").write_text("The ferry burned off Tor on Monday.", encoding="utf-8")
    loaded = load_all([tmp_path / "a.mhtml", tmp_path / "b.txt"])
    assert len(loaded.documents) == len(loaded.skipped) == 1
