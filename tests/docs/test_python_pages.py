"""The pages for those who use the package: the guide, the notebook, the reference, the citation."""

from __future__ import annotations

import doctest
import inspect
import json
import re
import tomllib
from pathlib import Path

import pytest

import compare
from tests.docs.pages import ROOT, blocks, read

GUIDE = ROOT / "docs" / "python.md"
NOTEBOOK = ROOT / "docs" / "first-comparison.ipynb"
REFERENCE = ROOT / "docs" / "reference.md"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the guide is read in, with the files that it names."""
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    (tmp_path / "our-words.txt").write_text("# Our desk. CC0.\n[nouns]\nplan | scheme\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_examples_of_the_guide_come_out_as_written(desk: Path) -> None:
    text = "\n".join(block.code for block in blocks(GUIDE) if block.language == "pycon")
    example = doctest.DocTestParser().get_doctest(text, {}, GUIDE.name, str(GUIDE), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(example)
    assert runner.summarize(verbose=False) == doctest.TestResults(0, len(example.examples))
    assert len(example.examples) > 10
    assert (desk / "report.html").exists()


def test_the_notebook_runs_and_every_cell_of_code_shows_something(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(NOTEBOOK.parent)
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    names: dict[str, object] = {}
    for number, source in enumerate(code):
        exec(compile(source, f"{NOTEBOOK.name}, cell {number}", "exec"), names)
        assert capsys.readouterr().out.strip()
    assert len(code) > 4


def test_the_reference_has_every_public_name_and_where_it_lives() -> None:
    listed = dict(
        reversed(path.rsplit(".", 1)) for path in re.findall(r"^::: (\S+)$", read(REFERENCE), re.M)
    )
    assert listed == {
        name: getattr(compare, name).__module__
        for name in compare.__all__
        if not inspect.ismodule(getattr(compare, name))
    }


def test_the_citation_names_the_version_and_the_licence_of_the_project() -> None:
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    text = read(ROOT / "CITATION.cff")
    assert f"\nversion: {project['version']}\n" in text
    assert f"\nlicense: {project['license']}\n" in text


def test_the_changes_and_the_contributing_page_are_pages_of_the_site() -> None:
    nav = read(ROOT / "mkdocs.yml").partition("\nnav:")[2]
    named = set(re.findall(r": (\S+\.(?:md|ipynb))$", nav, re.MULTILINE))
    pages = {path.name for path in (ROOT / "docs").iterdir() if path.suffix in (".md", ".ipynb")}
    assert named == pages | {"index.md", "changes.md", "contributing.md"}
