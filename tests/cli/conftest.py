"""A command to run in a folder of its own, and a stored comparison to give it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from compare.cli.exits import run
from compare.formats.json import dump
from tests.formats.story import market_hall


@dataclass
class Result:
    """What one run of the command left."""

    code: int
    out: str
    err: str


Command = Callable[..., Result]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in an empty folder, without variables that change the output."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def stored(tmp_path: Path) -> str:
    """The name of a comparison file in the working folder."""
    (tmp_path / "story.json").write_bytes(dump(market_hall()))
    return "story.json"


@pytest.fixture
def storydiff(capsysbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Runs the command in this process."""

    def call(*arguments: str) -> Result:
        code = run(list(arguments))
        out, err = capsysbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return call
