"""Every story of the collection is invented, says so, may be used freely, and can be read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from compare.sources.load import load_all

CORPORA = Path(__file__).resolve().parent.parent / "corpora"
STORIES = sorted(path.parent for path in CORPORA.glob("*/story.toml"))

# A host name in running text: words with dots between them, ending in letters. Abbreviations
# ("U.S.", "a.m.") have single letters before the last dot.
HOST = re.compile(r"\b(?:[a-z0-9-]{2,}\.)+([a-z]{2,})\b")
ADDRESS = re.compile(r"(?:https?:)?//([^/\s\"'<>]+)|[\w.+-]+@([\w.-]+\w)")
# Names of files and of the one vocabulary that saved pages declare.
NO_HOST = {"schema.org", "www.w3.org"}
FILE_ENDINGS = {
    "html",
    "txt",
    "md",
    "toml",
    "json",
    "jpg",
    "jpeg",
    "png",
    "svg",
    "css",
    "js",
    "ico",
    "webp",
    "xml",
    "pdf",
    "woff2",
    "php",
}

pytestmark = pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)


def description(story: Path) -> dict[str, object]:
    return tomllib.loads((story / "story.toml").read_text(encoding="utf-8"))


def texts(story: Path) -> dict[str, str]:
    return {p.name: p.read_text(encoding="utf-8") for p in sorted(story.iterdir()) if p.is_file()}


def test_a_story_says_that_it_is_invented_and_free_to_use(story: Path) -> None:
    said = description(story)
    assert said["invented"] is True
    assert said["licence"] == "CC0-1.0"
    assert "Invented for storydiff" in str(said["notice"])
    assert said["title"]
    assert said["about"]


def test_a_story_lists_each_of_its_files_once(story: Path) -> None:
    articles = description(story)["articles"]
    assert isinstance(articles, list)
    listed = sorted(article["file"] for article in articles)
    assert listed == sorted(name for name in texts(story) if name != "story.toml")


def test_a_story_has_two_or_more_outlets_and_each_can_be_read(story: Path) -> None:
    loaded = load_all([story])
    assert loaded.skipped == ()
    assert loaded.story.invented
    assert len({document.outlet for document in loaded.documents}) == len(loaded.documents) >= 3
    for document in loaded.documents:
        assert document.headline
        assert document.published
        assert document.url
        assert len(document.text.split()) >= 60


def test_files_are_plain_utf_8_with_line_feeds(story: Path) -> None:
    for path in story.iterdir():
        data = path.read_bytes()
        assert b"\r" not in data
        assert not data.startswith(b"\xef\xbb\xbf")
        assert data.decode("utf-8").endswith("\n")


def test_no_address_of_a_story_can_be_anyones(story: Path) -> None:
    for name, text in texts(story).items():
        hosts = {first or second for first, second in ADDRESS.findall(text)} - NO_HOST
        assert [host for host in hosts if not host.endswith(".example")] == [], name


def test_no_bare_host_name_of_a_story_can_be_anyones(story: Path) -> None:
    for name, text in texts(story).items():
        bare = [m for m in HOST.finditer(text) if m.group(1) not in FILE_ENDINGS | {"example"}]
        assert [m.group() for m in bare if m.group() not in NO_HOST] == [], name
