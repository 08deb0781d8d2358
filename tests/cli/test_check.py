"""`storydiff check` and `storydiff follow`: what is read, written and told, and the exit codes."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command

STORY = """
title = "The crane"
licence = "CC0-1.0"
[[articles]]
file = "one.txt"
outlet = "Quay Gazette"
published = 2031-05-06T18:00:00+00:00
[[articles]]
file = "two.txt"
outlet = "The Lessing Bell"
published = 2031-05-07T07:00:00+00:00
"""
ONE = "Nine people were hurt when a crane fell on the fish market at Port Lessing on Tuesday."
TWO = f"{ONE} The market is 120 metres long. A crane had fallen there before."


@pytest.fixture(autouse=True)
def folder() -> None:
    Path("story").mkdir()
    Path("story/story.toml").write_text(STORY, encoding="utf-8")
    Path("story/one.txt").write_text(ONE, encoding="utf-8")
    Path("story/two.txt").write_text(TWO, encoding="utf-8")


def test_a_file_is_checked_and_the_states_are_printed(storydiff: Command) -> None:
    Path("summary.txt").write_text("Seven people were hurt when a crane fell.", encoding="utf-8")
    result = storydiff("check", "summary.txt", "story")
    assert result.code == 0
    assert "contradicted" in result.out
    assert "Nine" in result.out


def test_the_words_themselves_can_be_given(storydiff: Command) -> None:
    result = storydiff("check", "Nine people were hurt.", "story", "--json")
    (statement,) = json.loads(result.out)["statements"]
    assert (statement["text"], statement["state"]) == ("Nine people were hurt.", "stated")


def test_standard_input_can_be_the_text(
    storydiff: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"A crane fell.")))
    assert "A crane fell." in storydiff("check", "-", "story").out


def test_standard_input_cannot_be_both(storydiff: Command) -> None:
    assert storydiff("check", "-", "-").code == 2


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("Seven people were hurt when a crane fell.", "contradicted", 1),
        ("Seven people were hurt when a crane fell.", "not-found", 0),
        ("A whale ate the sailor's breakfast.", "not-found", 1),
        ("Nine people were hurt.", "contradicted,partly,attributed,not-found", 0),
        ("Nine people were hurt.", "clash", 2),
    ],
)
def test_fail_on_names_the_states_that_end_with_1(
    storydiff: Command, text: str, kind: str, code: int
) -> None:
    assert storydiff("check", text, "story", "--fail-on", kind).code == code


@pytest.mark.parametrize("suffix", ["html", "json", "md", "txt"])
@pytest.mark.parametrize("command", [("check", "Nine people were hurt."), ("follow",)])
def test_a_result_is_written_in_the_format_of_the_suffix(
    storydiff: Command, command: tuple[str, ...], suffix: str
) -> None:
    result = storydiff(*command, "story", "-q", "-o", f"out.{suffix}")
    assert (result.code, result.out) == (0, "")
    assert Path(f"out.{suffix}").stat().st_size > 200


def test_a_result_is_not_read_as_an_article(storydiff: Command) -> None:
    for name in ("out.md", "out.html", "out.txt", "out.json"):
        assert storydiff("check", "Nine people were hurt.", "story", "-q", "-o", name).code == 0
        assert "a result of storydiff" in storydiff("story/one.txt", name).err


def test_a_source_is_never_written_over(storydiff: Command) -> None:
    before = Path("story/one.txt").read_bytes()
    assert storydiff("check", "Nine.", "story/one.txt", "-o", "story/one.txt").code == 2
    assert storydiff("follow", "story", "-o", "story/one.txt").code == 2
    assert Path("story/one.txt").read_bytes() == before


def test_a_source_that_is_missing_is_told_and_strict_ends_there(storydiff: Command) -> None:
    assert storydiff("check", "Nine people were hurt.", "story", "none.txt").code == 0
    assert storydiff("check", "Nine people were hurt.", "story", "none.txt", "--strict").code == 3
    assert storydiff("check", "Nine people were hurt.", "none.txt").code == 3
    assert storydiff("check", "none.txt", "story").code == 3


@pytest.mark.parametrize("command", [("check", "Nine people were hurt."), ("follow",)])
def test_a_source_that_is_missing_is_named_in_the_result(
    storydiff: Command, command: tuple[str, ...]
) -> None:
    result = storydiff(*command, "story", "none.txt", "-o", "-", "-o", "told.json")
    assert "Not read: none.txt: " in " ".join(result.out.split())
    warnings = json.loads(Path("told.json").read_text(encoding="utf-8"))["warnings"]
    assert [one for one in warnings if one.startswith("Not read: none.txt: ")]


def test_follow_tells_what_the_newest_article_brought(storydiff: Command) -> None:
    result = storydiff("follow", "story")
    assert result.code == 0
    assert "New articles: B" in result.out
    assert "120 metres" in result.out


@pytest.mark.parametrize(
    ("since", "code"), [("2031-05-06T20:00", 1), ("2031-05-08", 0), ("yesterday", 2)]
)
def test_follow_fails_on_a_figure_that_came_after_a_time(
    storydiff: Command, since: str, code: int
) -> None:
    result = storydiff("follow", "story", "--since", since, "--fail-on", "new-figure")
    assert result.code == code


@pytest.mark.parametrize("name", ["check", "follow"])
def test_the_schema_of_each_result_is_printed(storydiff: Command, name: str) -> None:
    assert json.loads(storydiff("schema", name).out)["$id"] == f"urn:storydiff:{name}:1.0"
