"""A story folder that is changed by clicking and read by the command alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.app import corrections_file
from compare.app.folder import StoryFolder
from compare.errors import BadCorrections, SourceError
from compare.model.corrections import CorrectionKind
from compare.sources.load import load_all
from tests.app.articles import FIRST, SECOND, TEXTS

TOML = """# My own remark.
title = "Bakery"
licence = "CC0-1.0"

[[articles]]
file = "a.txt" # the first one
outlet = "Hollen Herald"
published = 2031-03-04T09:00:00Z

[[articles]]
file = "b.txt"
"""


@pytest.fixture
def story(tmp_path: Path) -> StoryFolder:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    (tmp_path / "story.toml").write_text(TOML, encoding="utf-8")
    return StoryFolder(tmp_path)


def told(story: StoryFolder) -> str:
    return (story.path / "story.toml").read_text(encoding="utf-8")


def outlets(story: StoryFolder) -> list[str]:
    return [document.outlet for document in load_all([story.path]).documents]


def test_what_a_user_wrote_by_hand_stays(story: StoryFolder) -> None:
    story.change("b.txt", outlet="Mill Post", published="2031-03-05")
    assert told(story).startswith("# My own remark.")
    assert '"a.txt" # the first one' in told(story)
    assert "2031-03-04T09:00:00Z" in told(story)
    assert outlets(story) == ["Hollen Herald", "Mill Post"]


def test_saving_what_the_boxes_show_changes_nothing(story: StoryFolder) -> None:
    for name in ("a.txt", "b.txt"):
        story.read(name)
    before = told(story)
    for box in story.boxes():
        story.change(box.key, outlet=box.outlet, published=box.published)
    assert told(story) == before


def test_a_folder_without_a_story_file_gets_one_with_all_its_articles(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "README.txt").write_text("no article", encoding="utf-8")
    story = StoryFolder(tmp_path)
    before = outlets(story)
    story.change("mill-post.txt", outlet="The Mill Post", published="")
    assert outlets(story) == [before[0], "The Mill Post", before[2]]


def test_an_article_is_left_out_and_put_back(story: StoryFolder) -> None:
    story.take_out("a.txt")
    assert story.taken_out() == ("a.txt",)
    assert outlets(story) == ["B"]
    story.put_back("a.txt")
    assert story.taken_out() == ()
    assert len(outlets(story)) == 2


def test_a_file_that_cannot_be_read_says_why_beside_its_box_and_can_be_replaced(
    story: StoryFolder,
) -> None:
    story.add_file("scan.pdf", b"%PDF-1.4 nothing in it")
    broken = story.boxes()[-1]
    assert broken.problem is not None
    assert broken.problem.reason
    assert broken.problem.advice.endswith(".")
    story.change("scan.pdf", outlet="Valley Radio", published="", text=TEXTS["valley-radio.txt"])
    mended = story.boxes()[-1]
    assert (mended.key, mended.problem, mended.outlet) == ("scan.txt", None, "Valley Radio")
    assert (story.path / "scan.pdf").exists()


def test_a_wrong_date_is_refused_and_nothing_is_written(story: StoryFolder) -> None:
    before = told(story)
    with pytest.raises(SourceError, match="Write a date such as"):
        story.change("a.txt", outlet="X", published="soon")
    assert told(story) == before


def test_nothing_outside_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret words", encoding="utf-8")
    inner = tmp_path / "story"
    inner.mkdir()
    (inner / "story.toml").write_text(
        'title="x"\nlicence="x"\n[[articles]]\nfile="../secret.txt"\n', encoding="utf-8"
    )
    story = StoryFolder(inner)
    story.read("../secret.txt")
    (box,) = story.boxes()
    assert box.problem is not None
    assert "secret words" not in str(box)


def test_hostile_values_stay_values(story: StoryFolder) -> None:
    hostile = '"]\n[[articles]]\nfile = "/etc/passwd'
    story.change("a.txt", outlet=hostile, published="")
    story.rename(hostile)
    assert story.article_files() == ("a.txt", "b.txt")
    assert "[[articles]]" in outlets(story)[0]


def test_a_correction_is_added_and_taken_back_beside_those_written_by_hand(
    story: StoryFolder,
) -> None:
    path = story.path / "corrections.toml"
    path.write_text('# mine\n[[ignore]]\nfact = "f-123456"\n', encoding="utf-8")
    corrections_file.add(story.path, CorrectionKind.IGNORE, {"fact": "f-abcdef", "note": 'a "b"'})
    corrections_file.add(story.path, CorrectionKind.MERGE, {"facts": ["f-123456", "f-abcdef"]})
    assert [(one.kind, one.number) for one in corrections_file.entries(story.path)] == [
        ("ignore", 1),
        ("ignore", 2),
        ("merge", 1),
    ]
    corrections_file.take_back(story.path, "ignore", 2)
    corrections_file.take_back(story.path, "merge", 1)
    corrections_file.take_back(story.path, "merge", 1)
    assert path.read_text(encoding="utf-8").strip() == '# mine\n[[ignore]]\nfact = "f-123456"'


def test_a_correction_that_could_not_be_read_again_is_not_kept(story: StoryFolder) -> None:
    with pytest.raises(BadCorrections):
        corrections_file.add(story.path, CorrectionKind.IGNORE, {"fact": "f3"})
    assert not (story.path / "corrections.toml").exists()


def test_a_fetched_page_is_kept_with_what_it_says_of_itself(story: StoryFolder) -> None:
    said = ['outlet = "Valley Radio"', "published = 2031-03-04T09:00:00Z",
            "fetched = 2031-03-05T10:00:00Z"]  # fmt: skip
    for number in (1, 2):
        story.add_link(f"https://a.example/{number}", outlet="Given" if number == 2 else "")
        link = story.reading.links[-1]
        story.keep_fetched(link, "a.example.txt", TEXTS["valley-radio.txt"].encode(), said)
    assert story.reading.links == []
    assert outlets(story) == ["Hollen Herald", "B", "Valley Radio", "Given"]
