from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from compare.errors import BadStory, UnreadableSource
from compare.model.articles import Precision
from compare.sources.story import SourceStory, read_story

STORY = """
title = "Ferry adrift off Port Ellery"
invented = true
licence = "CC0-1.0"
language = "en"
notice = "Invented."

[[articles]]
file = "b.txt"
outlet = "Harbour Times"
headline = "Ferry adrift"
published = 2031-10-14T21:05:00Z
byline = "Mara Quill"
wire = "Corvid"

[[articles]]
file = "a.md"
outlet = "The Lantern"
published = 2031-10-15
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.toml").write_text(STORY)
    (tmp_path / "b.txt").write_text("---\noutlet: Other\n---\nThe ferry drifted.\n")
    (tmp_path / "a.md").write_text("# Night of fear\n\nThe **ferry** drifted.\n")
    return tmp_path


def read(folder: Path) -> SourceStory:
    return read_story(folder, source="story")


def test_the_articles_come_in_the_order_of_the_story_file(folder: Path) -> None:
    story = read(folder)
    assert [item.outlet for item in story.documents] == ["Harbour Times", "The Lantern"]
    assert [item.source for item in story.documents] == ["story/b.txt", "story/a.md"]
    assert story.problems == ()


def test_the_story_is_described(folder: Path) -> None:
    info = read(folder).info
    assert info is not None
    assert (info.title, info.invented, info.licence, info.notice) == (
        "Ferry adrift off Port Ellery", True, "CC0-1.0", "Invented.",
    )  # fmt: skip


def test_what_the_story_file_says_goes_before_the_file(folder: Path) -> None:
    first, second = read(folder).documents
    assert first.text == "The ferry drifted."
    assert first.published == datetime(2031, 10, 14, 21, 5, tzinfo=UTC)
    assert first.published_precision is Precision.MINUTE
    assert (first.byline, first.wire, first.licence) == ("Mara Quill", "Corvid", "CC0-1.0")
    assert first.invented
    assert {item.source for item in first.provenance} == {"story.toml"}
    assert second.headline == "Night of fear"
    assert second.published_precision is Precision.DAY


def test_a_heading_that_the_story_file_overrules_stays_in_the_text(folder: Path) -> None:
    text = STORY.replace('"The Lantern"', '"The Lantern"\nheadline = "Eleven hours adrift"')
    (folder / "story.toml").write_text(text)
    document = read(folder).documents[1]
    assert document.headline == "Eleven hours adrift"
    assert document.text == "Night of fear\n\nThe ferry drifted."


@pytest.mark.parametrize("line", ['licence = "CC0-1.0"', "licence"])
def test_a_story_without_a_licence_is_refused(folder: Path, line: str) -> None:
    text = STORY.replace(line, "" if "=" in line else 'licence = " " #', 1)
    (folder / "story.toml").write_text(text)
    with pytest.raises(BadStory, match=r"story/story\.toml: licence: .*Add a line"):
        read(folder)


def test_an_unknown_key_names_the_nearest_one(folder: Path) -> None:
    (folder / "story.toml").write_text(STORY.replace("title", "titel", 1))
    with pytest.raises(BadStory, match=r"titel: there is no such key\. Did you mean title\?"):
        read(folder)


def test_an_empty_story_file_is_told_what_belongs_into_it(folder: Path) -> None:
    (folder / "story.toml").write_text("")
    with pytest.raises(BadStory, match=r"it is empty\. List the articles in it, or delete it"):
        read(folder)


def test_a_wrong_article_leaves_the_others(folder: Path) -> None:
    (folder / "story.toml").write_text(STORY.replace("byline", "bylime"))
    story = read(folder)
    assert [item.outlet for item in story.documents] == ["The Lantern"]
    assert "article 1: bylime" in str(story.problems[0])
    assert "Did you mean byline?" in str(story.problems[0])


def test_a_missing_file_is_an_error_of_that_article_alone(folder: Path) -> None:
    (folder / "b.txt").rename(folder / "bb.txt")
    story = read(folder)
    assert len(story.documents) == 1
    assert str(story.problems[0]) == (
        "story/b.txt: there is no such file or folder. Check the name: bb.txt is there"
    )


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "link.txt"])
def test_no_file_outside_the_folder_is_read(folder: Path, name: str) -> None:
    (folder.parent / "secret.txt").write_text("The secret.")
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "story.toml").write_text(STORY.replace("b.txt", name))
    story = read(folder)
    assert len(story.documents) == 1
    assert "outside the story folder" in str(story.problems[0]) or "no such file" in str(
        story.problems[0]
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title = ", "no valid TOML"),
        ('licence = "CC0"', "articles: none are listed"),
        ('licence = "CC0"\narticles = []', "articles: none are listed"),
        ('licence = 5\n[[articles]]\nfile = "a"', "licence: it must be text"),
        ('invented = "yes"\nlicence = "CC0"', "invented: it must be true or false"),
    ],
)
def test_a_wrong_story_file_says_which_key_and_why(folder: Path, text: str, reason: str) -> None:
    (folder / "story.toml").write_text(text)
    with pytest.raises(BadStory, match=reason):
        read(folder)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('file = "b.txt"\n', "", "file: there is none"),
        ("2031-10-14T21:05:00Z", '"soon"', "published: the date 'soon' cannot be read"),
        ("2031-10-14T21:05:00Z", "5", "published: it must be a date or text"),
    ],
)
def test_a_wrong_article_says_which_key_and_why(
    folder: Path, old: str, new: str, reason: str
) -> None:
    (folder / "story.toml").write_text(STORY.replace(old, new))
    assert reason in str(read(folder).problems[0])


def test_a_folder_without_a_story_file_gives_its_articles_by_name(folder: Path) -> None:
    (folder / "story.toml").unlink()
    (folder / "README.md").write_text("# About these files\n\nNot an article.")
    (folder / ".hidden.txt").write_text("Hidden.")
    (folder / "notes.pdf").write_bytes(b"%PDF-1.7")
    (folder / "inner.txt").mkdir()
    story = read(folder)
    assert story.info is None
    assert [item.source for item in story.documents] == ["story/a.md", "story/b.txt"]
    assert [item.outlet for item in story.documents] == ["A", "Other"]


def test_a_bad_file_in_a_folder_leaves_the_others(folder: Path) -> None:
    (folder / "story.toml").unlink()
    (folder / "c.txt").write_text("")
    story = read(folder)
    assert len(story.documents) == 2
    assert str(story.problems[0]) == "story/c.txt: it is empty. Put the article text into it"


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no articles in this folder"):
        read(tmp_path)
