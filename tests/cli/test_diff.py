"""`storydiff diff A B`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import msgspec
import pytest

from compare.model.diff import Diff, DiffKind
from tests.bundled import CORPORA
from tests.cli.conftest import Command

OLD = "Two people were hurt when a bridge fell on Monday. The mayor had seen no crack in it before."
NEW = OLD.replace("Two", "Three")


@pytest.fixture(autouse=True)
def here() -> None:
    Path("old.txt").write_text(OLD)
    Path("new.txt").write_text(NEW)
    shutil.copytree(CORPORA / "demo", "story")


def test_two_versions_are_told_from_their_words(storydiff: Command) -> None:
    result = storydiff("diff", "old.txt", "new.txt")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Two versions of one article\n")
    assert "- ¶1 [-Two-] people" in result.out
    assert "+ ¶1 {+Three+} people" in result.out


def test_two_outlets_are_compared_first(storydiff: Command) -> None:
    sources = [f"story/{name}.txt" for name in ("harbour-times", "daily-lantern")]
    result = storydiff("diff", *sources)
    assert result.code == 0
    assert result.out.startswith("Two articles on one event\n")
    assert "What differs" in result.out


def test_two_of_a_folder_are_named_by_their_letters(storydiff: Command) -> None:
    result = storydiff("diff", "story", "--pair", "d,b", "--json")
    diff = msgspec.json.decode(result.out, type=Diff)
    assert (diff.left.letter, diff.right.letter) == ("D", "B")
    assert diff.kind is DiffKind.OUTLETS


@pytest.mark.parametrize("pair", [[], ["--pair", "A"], ["--pair", "A,A"], ["--pair", "A,Z"]])
def test_more_than_two_need_a_pair(pair: list[str], storydiff: Command) -> None:
    result = storydiff("diff", "story", *pair)
    assert (result.code, result.out) == (2, "")
    assert "--pair A,D" in result.err


def test_a_stored_comparison_is_set_side_by_side_without_comparing(
    stored: str, storydiff: Command
) -> None:
    result = storydiff("diff", stored, "--pair", "A,B")
    assert result.code == 0
    assert "Brackwater Gazette" in result.out


def test_the_kind_can_be_told(storydiff: Command) -> None:
    sources = [f"story/{name}.txt" for name in ("harbour-times", "daily-lantern")]
    result = storydiff("diff", *sources, "--as", "versions")
    assert result.out.startswith("Two versions of one article\n")


def test_texts_of_two_events_are_refused_as_outlets(storydiff: Command) -> None:
    Path("other.txt").write_text(
        "Wheat prices rose again in Dell. Farmers there hope for rain before the harvest in August."
    )
    assert storydiff("diff", "old.txt", "other.txt").code == 4
    assert storydiff("diff", "old.txt", "other.txt", "--as", "versions").code == 0


def test_files_are_written_in_the_format_of_their_suffix(storydiff: Command) -> None:
    result = storydiff(
        "diff", "old.txt", "new.txt", "-q", "-o", "d.html", "-o", "d.json", "-o", "d.txt"
    )
    assert (result.code, result.out, result.err) == (0, "", "")
    assert Path("d.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads(Path("d.json").read_text(encoding="utf-8"))["kind"] == DiffKind.VERSIONS
    assert "{+Three+}" in Path("d.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["d.html", "d.json", "d.txt"])
def test_a_diff_is_no_article(name: str, storydiff: Command) -> None:
    storydiff("diff", "old.txt", "new.txt", "-q", "-o", name)
    result = storydiff("diff", "old.txt", name)
    assert result.code == 3
    assert "this is a result of storydiff" in result.err


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["-o", "d.docx"], "Use one of .html, .json, .txt"),
        (["--format", "csv"], "Use one of html, json, txt"),
        (["--json", "-o", "-"], "Only one result"),
        (["-o", "old.txt"], "would be overwritten"),
    ],
)
def test_what_cannot_be_written_is_told_first(
    flags: list[str], said: str, storydiff: Command
) -> None:
    result = storydiff("diff", "old.txt", "new.txt", *flags)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert Path("old.txt").read_text() == OLD


def test_without_sources_it_says_what_to_name(storydiff: Command) -> None:
    result = storydiff("diff")
    assert result.code == 2
    assert "name two articles" in result.err


def test_one_source_is_too_few(storydiff: Command) -> None:
    assert storydiff("diff", "old.txt").code == 3
