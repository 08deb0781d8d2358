"""`storydiff group` tells which articles belong together and how to go on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.bundled import CORPORA
from tests.cli.conftest import Command


@pytest.fixture(autouse=True)
def pile() -> None:
    """The texts of two stories in one folder, as a reader would save them."""
    Path("pile").mkdir()
    for story in ("demo", "mine-rescue"):
        for path in (CORPORA / story).glob("*.txt"):
            shutil.copy(path, "pile")


def test_an_event_is_one_line_with_outlets_time_and_copies(storydiff: Command) -> None:
    result = storydiff("group", str(CORPORA / "dam-evacuation"), str(CORPORA / "demo"))
    first, second = result.out.splitlines()
    assert first == (
        "1  6 articles; Basin 24, Bramwick Courier, Kestrel Falls Record, 3 more; "
        "2031-10-09 12:10 to 2031-10-09 22:40 UTC; 1 copy; "
        "“Evacuation order for Kestrel Falls after damage at dam”"
    )
    assert second.startswith("2  4 articles; Channel 6 Online, Harbour Times, ")
    assert result.code == 0


def test_the_next_command_is_named(storydiff: Command) -> None:
    result = storydiff("group", "pile/harbour-times.txt", "pile/channel-6.txt")
    assert "Next: storydiff pile/harbour-times.txt pile/channel-6.txt" in result.err


def test_with_verbose_every_article_is_listed_once(storydiff: Command) -> None:
    out = storydiff("group", "pile", "-v").out
    for path in Path("pile").iterdir():
        assert out.count(f"{path} (") == 1


def test_an_article_by_itself_is_counted(storydiff: Command) -> None:
    Path("other.txt").write_text("The library of Osmere lends garden tools from June on. " * 5)
    result = storydiff("group", "pile", "other.txt", "-v")
    assert "1 article is alone on an event:\n    other.txt (Other)" in result.out


def test_story_folders_are_written_and_can_be_compared(storydiff: Command) -> None:
    result = storydiff("group", "pile", "-o", "events")
    assert result.code == 0
    folders = sorted(Path("events").iterdir())
    assert len(folders) == 2
    assert f"Next: storydiff {folders[0]}" in result.err
    assert storydiff(str(folders[0]), "-q", "-o", "report.html").code == 0


def test_json_alone_goes_to_standard_output(storydiff: Command) -> None:
    result = storydiff("group", "pile", "--json", "-q")
    tree = json.loads(result.out)
    listed = sorted(number for event in tree["events"] for number in event["articles"])
    assert listed == list(range(len(tree["articles"])))
    assert result.err == ""


def test_a_source_that_cannot_be_read_is_named_and_leaves_the_others(storydiff: Command) -> None:
    result = storydiff("group", "pile", "gone.txt")
    assert result.code == 0
    assert "gone.txt: there is no such file or folder" in result.err
    assert storydiff("group", "pile", "gone.txt", "--strict").code == 3
    assert storydiff("group", "gone.txt").code == 3


def test_nothing_is_written_where_no_two_articles_belong_together(storydiff: Command) -> None:
    Path("other.txt").write_text("The library of Osmere lends garden tools from June on. " * 5)
    result = storydiff("group", "pile/harbour-times.txt", "other.txt", "-o", "events")
    assert result.code == 0
    assert "events was not written" in result.err
    assert not Path("events").exists()


def test_a_folder_that_holds_something_is_not_written_to(storydiff: Command) -> None:
    before = sorted(Path("pile").iterdir())
    assert storydiff("group", "pile", "-o", "pile").code == 5
    assert sorted(Path("pile").iterdir()) == before


def test_too_many_articles_for_a_comparison_are_sent_to_group(storydiff: Command) -> None:
    result = storydiff("pile", "--set", "max_articles=3")
    assert result.code == 2
    assert "storydiff group" in result.err
