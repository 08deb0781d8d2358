"""Streams: terminals, pipes that close, characters that do not fit, and slow work."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading

import pytest

from compare.cli import streams
from compare.cli.streams import screen, show_working

COMMAND = [sys.executable, "-m", "compare"]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **variables}
    return subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, env=environment)


def test_a_pipe_gets_96_columns_and_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    shown = screen(width=None, colour=True, everything=False)
    assert (shown.width, shown.colour, shown.encoding) == (96, False, "ascii")


@pytest.mark.parametrize(("columns", "width"), [("40", 40), ("100", 100), ("300", 120)])
def test_a_terminal_gets_its_own_width_up_to_a_limit(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "stdout", Terminal())
    shown = screen(width=None, colour=True, everything=False)
    assert (shown.width, shown.colour) == (width, True)
    assert screen(width=55, colour=True, everything=True).width == 55


@pytest.mark.parametrize(
    ("variable", "value", "colour"),
    [("NO_COLOR", "1", False), ("NO_COLOR", "", True), ("TERM", "dumb", False)],
)
def test_colour_is_left_out_where_it_is_not_wanted(
    variable: str, value: str, colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv(variable, value)
    assert screen(width=None, colour=True, everything=False).colour is colour
    assert screen(width=None, colour=False, everything=False).colour is False


def test_everything_means_no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    shown = screen(width=None, colour=True, everything=True)
    assert (shown.facts, shown.lines) == (None, None)


def test_slow_work_is_told_on_a_terminal_and_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    told = threading.Event()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(streams, "_PATIENCE", 0.0)
    monkeypatch.setattr(terminal, "flush", told.set)
    with show_working("Comparing"):
        assert told.wait(10)
    assert terminal.getvalue() == "Comparing …\r\x1b[K"


def test_quick_work_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with show_working("Comparing"):
        pass
    assert terminal.getvalue() == ""


def test_slow_work_is_not_told_to_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    monkeypatch.setattr(streams, "_PATIENCE", 0.0)
    with show_working("Comparing"):
        pass
    assert pipe.getvalue() == ""


def test_a_stream_without_the_glyphs_gets_plain_characters(stored: str) -> None:
    done = run(stored, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"# stated" in done.stdout
    assert done.stdout.isascii()
    assert done.stderr.isascii()


def test_json_is_utf_8_whatever_the_stream_says(stored: str) -> None:
    done = run(stored, "--json", PYTHONIOENCODING="ascii")
    assert "“" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error(stored: str) -> None:
    process = subprocess.Popen(
        [*COMMAND, stored, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")  # noqa: PTH110 - evaluated before any import of the test
@pytest.mark.parametrize("arguments", [["story.json", "--json"], ["--help"], ["--version"]])
@pytest.mark.usefixtures("stored")
def test_a_full_disk_behind_standard_output_has_its_own_code(arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device, not a path to build on
        done = subprocess.run(
            [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 5
    assert b"Standard output could not be written" in done.stderr


def test_a_closed_standard_output_is_told_and_a_closed_standard_error_is_no_matter(
    stored: str,
) -> None:
    command = " ".join([*COMMAND, stored])
    closed = subprocess.run(f"{command} >&-", shell=True, capture_output=True, check=False)
    assert closed.returncode == 5
    assert b"Standard output is closed" in closed.stderr
    silent = subprocess.run(f"{command} 2>&-", shell=True, capture_output=True, check=False)
    assert silent.returncode == 0
    assert b"Worth a look" in silent.stdout
