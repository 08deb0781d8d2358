"""Events are written as story folders that hold the same articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.errors import FormatError
from compare.sources.document import document
from compare.sources.event_folders import EventFolder, write_events
from compare.sources.load import load_story
from tests.bundled import STORIES, documents

FIELDS = (
    "text outlet headline standfirst byline url published published_precision updated language "
    "licence wire invented"
).split()


@pytest.mark.parametrize("story", STORIES)
def test_a_story_comes_back_with_every_field(story: str, tmp_path: Path) -> None:
    before = documents(story)
    (name,) = write_events(tmp_path / "events", [EventFolder(title=story, documents=before)])
    after = load_story(tmp_path / "events" / name)
    assert len(after) == len(before)
    for one, other in zip(before, after, strict=True):
        assert [getattr(one, field) for field in FIELDS] == [
            getattr(other, field) for field in FIELDS
        ]


def test_an_article_that_has_a_file_of_its_own_is_that_file(tmp_path: Path) -> None:
    before = documents("demo")
    (name,) = write_events(tmp_path / "events", [EventFolder(title="Ferry", documents=before)])
    for one in before:
        path = Path(one.source or "")
        assert (tmp_path / "events" / name / path.name).read_bytes() == path.read_bytes()


def test_articles_of_one_name_do_not_replace_each_other(tmp_path: Path) -> None:
    pile = tuple(
        document(f"The bridge at Norrow is closed, report {n} says.", outlet="Norrow Post")
        for n in range(3)
    )
    (name,) = write_events(tmp_path / "new", [EventFolder(title="", documents=pile)])
    assert [one.text for one in load_story(tmp_path / "new" / name)] == [one.text for one in pile]


def test_odd_titles_make_plain_names(tmp_path: Path) -> None:
    titles = ["../../etc", "\x00", "Zoë’s “day”: " + "long " * 40, "README"]
    pile = (document("The bridge at Norrow is closed.", outlet="Norrow Post"),)
    names = write_events(
        tmp_path / "new", [EventFolder(title=title, documents=pile) for title in titles]
    )
    assert names[0] == "1-etc"
    assert names[1] == "2-article"
    assert all(len(name) < 60 and name.isascii() for name in names)
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == sorted(names)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("Kept.")
    with pytest.raises(FormatError, match="has something in it"):
        write_events(tmp_path, [])
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]
