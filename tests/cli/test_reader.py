"""A reader of the user's own on the command line: where it is named, what is told, what is kept."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from compare.cli.flags import Flags
from compare.cli.settings import reader_for
from compare.errors import OptionError
from tests.bundled import CORPORA
from tests.cli.conftest import Command
from tests.reader.server import Stub, good, reading


@pytest.fixture
def guide() -> Iterator[Stub]:
    with reading(good) as stub:
        yield stub


@pytest.fixture
def two() -> list[str]:
    """Two articles of the bundled story in the working folder."""
    for name in ("channel-6.txt", "daily-lantern.txt"):
        shutil.copy(CORPORA / "demo" / name, name)
    return ["channel-6.txt", "daily-lantern.txt"]


def test_what_is_asked_and_what_it_took_is_told_on_standard_error(
    storydiff: Command, guide: Stub, two: list[str]
) -> None:
    result = storydiff(*two, "--reader", guide.url, "--reader-model", "guide", "--json")
    assert result.code == 0
    first, last = (line for line in result.err.splitlines() if line.startswith("Reader:"))
    assert "guide on this machine (127.0.0.1); 3 questions, about" in first
    assert "3 answers, 3,300 tokens" in last
    assert json.loads(result.out)["reader"]["rows"] > 3


def test_answers_are_kept_in_the_folder_of_the_story_and_taken_from_there(
    storydiff: Command, guide: Stub, two: list[str]
) -> None:
    Path("story").mkdir()
    for name in two:
        shutil.move(name, "story")
    asked = ("story", "--reader", guide.url, "--reader-model", "guide", "--json")
    first = storydiff(*asked)
    count = len(guide.asked)
    again = storydiff(*asked)
    shared = storydiff("story", "--reader-replay", "story/reader.jsonl", "--json", "-q")
    assert first.out == again.out == shared.out
    assert len(guide.asked) == count
    assert "reader.jsonl" not in first.out
    assert shared.err == ""


def test_a_file_can_name_the_reader(
    storydiff: Command, guide: Stub, two: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STORYDIFF_READER_KEY", "open-sesame")
    Path("storydiff.toml").write_text(
        f'reader = "{guide.url}"\nreader_model = "guide"\nreader_timeout = 20\n'
    )
    assert json.loads(storydiff(*two, "--json").out)["reader"]["model"] == "guide"
    assert guide.headers[0]["authorization"] == "Bearer open-sesame"
    assert Path("reader.jsonl").exists()


def test_the_key_is_not_sent_to_a_host_that_only_the_file_of_the_folder_names(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STORYDIFF_READER_KEY", "open-sesame")
    Path("storydiff.toml").write_text('reader = "https://a.example"\nreader_model = "m"\n')
    reader = reader_for(Flags(), ())
    assert reader is not None
    assert reader.key is None
    assert "The key is not sent to a.example" in capsys.readouterr().err
    Path("mine.toml").write_text('reader = "https://b.example"\n')
    for flags in (Flags(config="mine.toml"), Flags(reader="https://a.example")):
        named = reader_for(flags, ())
        assert named is not None
        assert named.key == "open-sesame"


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (Flags(reader="http://localhost"), "--reader-model NAME"),
        (Flags(reader_model="m"), "--reader URL or --reader-replay FILE"),
        (Flags(reader_replay="none.jsonl"), "none.jsonl is no file"),
        (Flags(reader="localhost:1", reader_model="m"), "only http and https"),
        (
            Flags(reader="http://a", reader_model="m", settings=("reader_timeout=x",)),
            "whole number",
        ),
        (Flags(reader="http://a", reader_model="m", settings=("reader_budget=0",)), "more than 0"),
    ],
)
def test_what_is_missing_or_wrong_is_named(flags: Flags, message: str) -> None:
    with pytest.raises(OptionError, match=message):
        reader_for(flags, ())


def test_without_a_word_of_a_reader_there_is_none() -> None:
    Path("storydiff.toml").write_text("fact_floor = 0.4\n")
    assert reader_for(Flags(), ()) is None


def test_no_result_is_written_over_a_record(storydiff: Command, two: list[str]) -> None:
    result = storydiff(*two, "-o", "reader.jsonl", "--format", "json")
    assert result.code == 2
    assert "would be read as an input" in result.err


MARKS = {
    "facts": [
        {
            "members": {
                "Channel 6": ["At least 12 people have died"],
                "Daily Lantern": ["Fifteen people are dead"],
            }
        }
    ]
}


def test_a_model_is_scored_on_marks_of_ones_own_beside_the_rules(
    storydiff: Command, guide: Stub, two: list[str]
) -> None:
    Path("story").mkdir()
    for name in two:
        shutil.move(name, "story")
    Path("marks.json").write_text(json.dumps(MARKS))
    result = storydiff(
        "score", "story", "marks.json", "--reader", guide.url, "--reader-model", "guide", "-q"
    )
    assert result.code == 0, result.err
    lines = result.out.splitlines()
    assert lines[0].split() == ["rules", "reader"]
    assert any(line.startswith("rows, recall") for line in lines)
    assert lines[-1].split() == ["answers", "3"]


@pytest.mark.parametrize(
    ("marks", "message"),
    [
        ("[]", "it is no list of objects"),
        ("{", "is no JSON"),
        ('{"facts": [{"members": {"Nobody": ["x"]}}]}', "there is no article of Nobody"),
        ('{"facts": [{"members": {"OUTLET": ["e"]}}]}', "times, not once"),
        ('{"figures": [{"relation": "more", "readings": []}]}', "its relation is none of"),
    ],
)
def test_marks_that_do_not_fit_are_named(
    storydiff: Command, two: list[str], marks: str, message: str
) -> None:
    Path("story").mkdir()
    for name in two:
        shutil.move(name, "story")
    outlet = json.loads(storydiff("story", "--json").out)["articles"][0]["outlet"]
    Path("marks.json").write_text(marks.replace("OUTLET", outlet))
    result = storydiff("score", "story", "marks.json")
    assert result.code == 2
    assert message in result.err
    assert "docs/reader.md shows the form" in result.err
