"""The pages for research: their Python and commands run, their numbers are held by the gate."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest

from compare.cli.exits import run
from compare.formats.registry import TABLE_NAMES
from tests.bundled import CORPORA
from tests.docs.pages import ROOT, blocks, commands, read

NOTEBOOK = ROOT / "docs" / "notebook.md"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the story that the page compares."""
    shutil.copytree(CORPORA / "demo", tmp_path / "ferry")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("desk")
def test_the_python_of_the_notebook_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("polars", reason="no polars: pip install -e '.[dev]'")
    pytest.importorskip("pyarrow", reason="no pyarrow: pip install -e '.[dev]'")
    pytest.importorskip("pandas", reason="no pandas: pip install -e '.[dev]'")
    code = "\n".join(block.code for block in blocks(NOTEBOOK) if block.language == "python")
    exec(compile(code, NOTEBOOK.name, "exec"), {})
    out = capsys.readouterr().out
    assert "The Daily Lantern" in out
    assert "articles sha256:" in out


def test_the_commands_of_the_notebook_page_write_what_they_name(desk: Path) -> None:
    pytest.importorskip("pyarrow", reason="no pyarrow: pip install -e '.[dev]'")
    lines = list(commands(NOTEBOOK))
    assert len(lines) >= 3
    for line in lines:
        assert run(shlex.split(line)[1:]) == 0
        assert all((desk / name).stat().st_size for name in re.findall(r"-o (\S+)", line))


def test_every_table_is_on_the_page() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", read(NOTEBOOK), re.MULTILINE)) == set(TABLE_NAMES)


def test_the_accuracy_on_the_page_is_held_by_the_gate() -> None:
    pinned = tomllib.loads((ROOT / "tests/gate/floors.toml").read_text(encoding="utf-8"))
    floors = {name: value for task in pinned["floors"].values() for name, value in task.items()}
    told = re.findall(r"\| `([\w.]+)` \| ([\d.]+) \|$", read(NOTEBOOK), re.MULTILINE)
    assert len(told) >= 5
    for name, value in told:
        assert float(value) <= floors[name]
