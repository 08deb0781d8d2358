"""The library of plain folders, and the search over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.app.library import Library
from compare.errors import SourceError
from tests.app.articles import TEXTS


@pytest.fixture
def library(tmp_path: Path) -> Library:
    found = Library(tmp_path / "library")
    found.make()
    return found


def fill(library: Library, title: str = "Bakery fire") -> str:
    story = library.create(title)
    for name, text in TEXTS.items():
        story.add_file(name, text.encode())
    return story.slug


@pytest.mark.parametrize("name", ["..", ".", "", "../library", "a/b", "a\\b", "/etc", ".git",
                                  "deleted-stories", "none", "x\0y"])  # fmt: skip
def test_no_name_leads_out_of_the_library(library: Library, name: str) -> None:
    fill(library)
    for opened in (library.open, library.delete, library.bring_back):
        with pytest.raises(SourceError, match="there is no story"):
            opened(name)


def test_a_link_to_another_place_is_no_story(library: Library, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (library.root / "link").symlink_to(tmp_path / "elsewhere")
    assert library.stories() == ()
    with pytest.raises(SourceError):
        library.open("link")


def test_a_story_is_deleted_and_brought_back_also_beside_one_of_its_name(library: Library) -> None:
    slug = fill(library)
    gone = library.delete(slug)
    assert library.stories() == ()
    assert [one.slug for one in library.deleted()] == [gone]
    assert fill(library) == slug
    back = library.bring_back(gone)
    assert back != slug
    assert {one.slug for one in library.stories()} == {slug, back}
    assert len(library.open(back).boxes()) == 3


def test_search_finds_words_of_articles_and_follows_every_change(library: Library) -> None:
    slug = fill(library)
    assert [hit.outlet for hit in library.search("overheated oven")] == ["Valley Radio"]
    assert library.search("overheated zeppelin") == ()
    library.open(slug).add_text("A zeppelin overheated.\n\nIt rained.", outlet="Late News")
    (hit,) = library.search("zeppelin")
    assert (hit.outlet, "\x02zeppelin\x03" in hit.around) == ("Late News", True)
    library.delete(slug)
    assert library.search("zeppelin") == ()


@pytest.mark.parametrize("words", ['"', "a OR b", "NEAR(", "text:", "*", "'; DROP TABLE texts; --"])
def test_a_search_is_words_and_never_a_query(library: Library, words: str) -> None:
    fill(library)
    library.search(words)
    assert library.search("bakery")


def test_a_folder_that_the_command_made_is_a_story(library: Library) -> None:
    place = library.root / "By hand, ä"
    place.mkdir()
    for name, text in TEXTS.items():
        (place / name).write_text(text, encoding="utf-8")
    (story,) = library.stories()
    assert (story.title, len(story.boxes())) == ("By hand, ä", 3)
    assert library.open("By hand, ä").boxes()[0].name == "hollen-herald.txt"


def test_a_damaged_story_file_does_not_take_the_library_down(library: Library) -> None:
    slug = fill(library)
    (library.root / slug / "story.toml").write_text("title = ", encoding="utf-8")
    (story,) = library.stories()
    assert (story.title, story.boxes()) == (slug, ())
    library.search("bakery")
