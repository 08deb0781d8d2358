"""Corrections on the command line and in a story folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.docs.pages import ROOT

PIN = """
[[pin]]
sentences = [
  { outlet = "Harbour Times", text = "is sending four investigators" },
  { outlet = "The Northern Ledger", text = "Four of its investigators were travelling" },
]
"""
IGNORE = "[[ignore]]\nfact = 'f-4ab878'\nnote = 'Old news.'\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story folder with a correction in it."""
    place = tmp_path / "story"
    shutil.copytree(ROOT / "corpora" / "demo", place)
    (place / "corrections.toml").write_text(PIN, encoding="utf-8")
    return place


def test_corrections_of_the_folder_and_of_the_flag_are_applied_and_named(
    storydiff: Command, folder: Path
) -> None:
    Path("mine.toml").write_text(IGNORE, encoding="utf-8")
    result = storydiff(str(folder), "--corrections", "mine.toml", "--json")
    assert result.code == 0
    named = [one["source"] for one in json.loads(result.out)["story"]["corrections"]]
    assert named == ["corrections.toml, pin 1", "mine.toml, ignore 1"]


@pytest.mark.parametrize("name", ["txt", "md", "html"])
def test_every_report_names_the_corrections(storydiff: Command, folder: Path, name: str) -> None:
    result = storydiff(str(folder), "-o", f"out.{name}", "-q")
    assert result.code == 0
    said = " ".join(Path(f"out.{name}").read_text(encoding="utf-8").split())
    assert "Your corrections" in said
    assert "corrections.toml, pin 1" in said


def test_without_corrections_no_report_speaks_of_them(storydiff: Command, folder: Path) -> None:
    (folder / "corrections.toml").unlink()
    result = storydiff(str(folder), "-o", "out.html")
    assert "Your corrections" not in result.out
    assert "Your corrections" not in Path("out.html").read_text(encoding="utf-8")


def test_a_wrong_file_is_wrong_usage_and_nothing_is_compared(
    storydiff: Command, folder: Path
) -> None:
    (folder / "corrections.toml").write_text("[[pinn]]\n", encoding="utf-8")
    result = storydiff(str(folder))
    assert (result.code, result.out) == (2, "")
    assert "Did you mean pin?" in result.err


def test_a_correction_that_matches_nothing_is_told_under_the_summary(
    storydiff: Command, folder: Path
) -> None:
    (folder / "corrections.toml").write_text(PIN.replace("four", "nine", 1), encoding="utf-8")
    result = storydiff(str(folder))
    assert result.code == 0
    assert "pin 1 was not applied: no sentence of Harbour Times has" in " ".join(result.out.split())
