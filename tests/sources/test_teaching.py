"""The [teach] table of a story file, and what is said when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.errors import BadStory
from compare.model.teaching import TeachPlan
from compare.sources.story import read_story
from compare.sources.teaching import read_plan

STORY = """
title = "Barges"
licence = "CC0-1.0"

[[articles]]
file = "a.txt"
outlet = "Lowmoor Gazette"
"""


def folder(tmp_path: Path, table: str) -> Path:
    (tmp_path / "a.txt").write_text("Three barges sank.\n", encoding="utf-8")
    (tmp_path / "story.toml").write_text(STORY + table, encoding="utf-8")
    return tmp_path


def test_a_plan_is_read_and_the_story_is_read_beside_it(tmp_path: Path) -> None:
    table = """
[teach]
pin = ["cut-1"]
drop = ["find-2"]
hide = [" Lowmoor "]
keep = ["C9"]
[teach.rewrite]
"cut-1" = "What is gone?"
[teach.standards]
figures = "4.2"
"""
    at = folder(tmp_path, table)
    assert read_plan(at, source="s") == TeachPlan(
        pin=("cut-1",),
        drop=("find-2",),
        hide=("Lowmoor",),
        keep=("C9",),
        rewrite=(("cut-1", "What is gone?"),),
        standards=(("figures", "4.2"),),
    )
    assert len(read_story(at, source="s").documents) == 1


def test_without_a_table_or_a_file_the_plan_is_empty(tmp_path: Path) -> None:
    assert read_plan(tmp_path, source="s") == TeachPlan()
    assert read_plan(folder(tmp_path, ""), source="s") == TeachPlan()


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ('[teach]\npins = ["x"]', "Did you mean pin"),
        ("[teach]\ncolour = 1", "Known keys: pin"),
        ('[teach]\npin = "x"', r'pin = \["..."\]'),
        ("[teach]\nhide = [1]", "a list of texts"),
        ("[teach]\nrewrite = 3", r"\[teach\.rewrite\]"),
        ("[teach", "no valid TOML"),
    ],
)
def test_a_wrong_table_is_told_with_what_to_do(tmp_path: Path, table: str, why: str) -> None:
    with pytest.raises(BadStory, match=why):
        read_plan(folder(tmp_path, table), source="s")
