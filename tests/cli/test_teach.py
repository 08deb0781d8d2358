"""storydiff teach: a folder of files, and plain words where it cannot be made."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from compare.cli.exits import UNREADABLE, USAGE, run
from compare.cli.teach import READY
from tests.bundled import CORPORA


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("story", READY)
def test_a_ready_story_makes_a_lesson_at_once(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["teach", story]) == 0
    said = capsys.readouterr()
    written = [Path(line) for line in said.out.splitlines()]
    assert all(path.is_file() for path in written)
    assert {path.parent.name for path in written} == {"students", "teacher"}
    assert "teacher.html" in said.err
    assert not list(Path("storydiff-lesson").rglob("*.part"))


def test_help_lists_the_ready_stories(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["teach", "--help"]) == 0
    told = capsys.readouterr().out
    assert all(f"'{story}'" in told for story in READY)


def test_a_folder_of_that_name_comes_before_a_ready_story() -> None:
    shutil.copytree(CORPORA / "demo", "mine-rescue")
    assert run(["teach", "mine-rescue", "-q"]) == 0
    key = Path("storydiff-lesson/teacher/sealed-key.txt").read_text("utf-8")
    assert "Harbour Times" in key


def test_flags_reach_the_sheet() -> None:
    asked = ["--questions", "3", "--level", "explain", "--language-level", "plain", "--seed", "7"]
    assert run(["teach", "demo", "-o", "out/deep", "-q", *asked]) == 0
    page = Path("out/deep/students/worksheet.html").read_text(encoding="utf-8")
    assert page.count('class="q"') == 3


def test_the_table_of_a_story_folder_is_heeded() -> None:
    shutil.copytree(CORPORA / "demo", "mine")
    with Path("mine/story.toml").open("a", encoding="utf-8") as story:
        story.write('\n[teach]\nhide = ["Ostrey"]\n')
    assert run(["teach", "mine", "-q"]) == 0
    assert "Ostrey" not in Path("storydiff-lesson/students/student.html").read_text("utf-8")


def a_story_in_doubt() -> None:
    """A folder with the bundled story, to whose first article a programme was added."""
    shutil.copytree(CORPORA / "demo", "mine")
    with Path("mine/harbour-times.txt").open("a", encoding="utf-8") as article:
        article.write("\n\nShe told the Bridgewatch programme so.\n")


def test_words_in_doubt_are_listed_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    a_story_in_doubt()
    assert run(["teach", "mine", "-q"]) == USAGE
    told = capsys.readouterr().err
    assert "[ ] “Bridgewatch”" in told
    assert 'hide = ["Bridgewatch"]' in told
    assert '--keep "Bridgewatch"' in told
    assert not Path("storydiff-lesson").exists()


@pytest.mark.parametrize(("flag", "shown"), [("--hide", False), ("--keep", True)])
def test_a_flag_decides_on_words_in_doubt(flag: str, shown: bool) -> None:
    a_story_in_doubt()
    assert run(["teach", "mine", "-q", flag, "Bridgewatch"]) == 0
    page = Path("storydiff-lesson/students/student.html").read_text("utf-8")
    assert ("Bridgewatch" in page) is shown


def test_the_story_file_decides_on_words_in_doubt() -> None:
    a_story_in_doubt()
    with Path("mine/story.toml").open("a", encoding="utf-8") as story:
        story.write('\n[teach]\nkeep = ["Bridgewatch"]\n')
    assert run(["teach", "mine", "-q"]) == 0
    assert "Bridgewatch" in Path("storydiff-lesson/students/student.html").read_text("utf-8")


def test_an_unknown_question_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(CORPORA / "demo", "mine")
    with Path("mine/story.toml").open("a", encoding="utf-8") as story:
        story.write('\n[teach]\ndrop = ["cut-ffffff"]\n')
    assert run(["teach", "mine", "-q"]) == USAGE
    assert "cut-ffffff" in capsys.readouterr().err
    assert not Path("storydiff-lesson").exists()


def test_without_the_package_word_files_are_left_out_or_asked_for_in_vain(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    assert run(["teach", "demo"]) == 0
    said = capsys.readouterr()
    assert ".docx" not in said.out
    assert "pip install" in said.err
    assert run(["teach", "demo", "--docx"]) == USAGE


def test_articles_that_give_no_question_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    text = "The mayor of Askerby resigned on Monday.\n"
    Path("a.txt").write_text(text, encoding="utf-8")
    Path("b.txt").write_text(text, encoding="utf-8")
    code = run(["teach", "a.txt", "b.txt", "--level", "find", "--force", "-q"])
    assert code == UNREADABLE
    assert "Try other levels" in capsys.readouterr().err
