"""Read and compare in one call, with what a story says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.errors import TooFewArticles
from compare.model.story import StoryInfo
from compare.pipeline import compare, compare_story
from compare.sources.load import load_all, load_story
from tests.bundled import CORPORA


def test_sources_are_compared_in_one_call_as_the_command_does() -> None:
    made = compare(CORPORA / "demo")
    loaded = load_all([CORPORA / "demo"])
    assert made == compare_story(loaded.documents, story=loaded.story)
    assert made.story.title == "Ferry fire off Port Ellery"


def test_one_call_names_the_sources_that_cannot_be_read(tmp_path: Path) -> None:
    paths = [*sorted((CORPORA / "demo").glob("*.txt")), tmp_path / "gone.txt"]
    made = compare(paths)
    assert [one.source for one in made.story.skipped] == [str(tmp_path / "gone.txt")]
    with pytest.raises(TooFewArticles):
        compare(tmp_path / "gone.txt")


def test_a_loaded_story_keeps_title_licence_and_notice() -> None:
    story = load_story(CORPORA / "demo")
    assert story.story.invented
    made = compare_story(story)
    assert (made.story.title, made.story.licence) == ("Ferry fire off Port Ellery", "CC0-1.0")
    assert made.story.notice == story.story.notice
    told = compare_story(story, story=StoryInfo(title="Another"))
    assert (told.story.title, told.story.notice) == ("Another", None)


def test_articles_of_several_sources_have_no_title_of_one_of_them() -> None:
    paths = sorted((CORPORA / "demo").glob("*.txt"))
    assert load_story(paths).story.title == ""
