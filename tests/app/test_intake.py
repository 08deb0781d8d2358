"""What archives and forms may bring, and what they may not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from compare.app.folder import StoryFolder
from compare.app.intake import GivenSources, GivenText, put_into, title_of
from tests.app.articles import FIRST


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def sent(client: TestClient, name: str, data: bytes) -> str:
    """Send one file as a new story; the page that comes of it."""
    got = client.post("/stories", files={"files": (name, data)})
    made = got.status_code == 303
    return str(client.get(got.headers["location"]).text if made else got.text)


def test_an_archive_gives_its_articles_and_its_paths_lead_nowhere(
    client: TestClient, tmp_path: Path
) -> None:
    hostile = {
        "../../../outside.txt": FIRST.encode(),
        "/tmp/absolute.txt": FIRST.encode(),
        "C:\\drive.txt": FIRST.encode(),
        "folder/story.toml": b"title = 'mine'",
        "__MACOSX/._a.txt": b"x",
        "run.sh": b"#!/bin/sh",
    }
    sent(client, "all.zip", packed(hostile))
    (story,) = (path for path in (tmp_path / "library").iterdir() if path.is_dir())
    found = sorted(path.name for path in story.iterdir())
    assert [name for name in found if name.endswith(".txt")] == [
        "absolute.txt",
        "drive.txt",
        "outside.txt",
    ]
    assert "mine" not in (story / "story.toml").read_text(encoding="utf-8")
    assert not (tmp_path / "outside.txt").exists()
    assert set(tmp_path.iterdir()) == {tmp_path / "library"}


def test_an_archive_that_unpacks_to_too_much_is_refused(client: TestClient, tmp_path: Path) -> None:
    bomb = packed({f"{n}.txt": bytes(8_000_000) for n in range(9)})
    assert len(bomb) < 200_000
    assert "larger than 60 MB when unpacked" in sent(client, "bomb.zip", bomb)
    assert not any((tmp_path / "library").iterdir())


def test_an_archive_of_too_many_articles_is_refused(client: TestClient) -> None:
    assert "it has 61 files" in sent(
        client, "many.zip", packed({f"{n}.txt": b"x" for n in range(90)})
    )


def test_a_damaged_archive_and_one_without_articles_say_what_to_do(client: TestClient) -> None:
    assert "Give the articles as files" in sent(client, "a.zip", b"PK\x03\x04broken")
    assert "Give them as files" in sent(client, "a.zip", packed({"a.exe": b"x"}))


def test_a_file_over_the_bound_is_refused_by_its_name(client: TestClient) -> None:
    assert "big.txt: it is larger than 20 MB" in sent(client, "big.txt", bytes(20_000_001))


@pytest.mark.parametrize(
    ("text", "links", "files"),
    [
        ("https://a.example/x", ["https://a.example/x"], 0),
        ("www.a.example/x\nhttp://b.example", ["https://www.a.example/x", "http://b.example"], 0),
        ("See https://a.example/x", [], 1),
        ("javascript:alert(1)", [], 1),
        ("file:///etc/passwd", [], 1),
    ],
)
def test_a_box_is_links_alone_or_a_text(
    tmp_path: Path, text: str, links: list[str], files: int
) -> None:
    story = StoryFolder(tmp_path)
    put_into(story, GivenSources(texts=(GivenText(text=text),), files=()))
    assert [link.address for link in story.reading.links] == links
    assert len(story.article_files()) == files


def test_a_title_comes_from_a_text_a_file_or_a_link() -> None:
    link = GivenText(text="https://a.example/news/bakery-fire.html?x=1")
    text = GivenText(text=FIRST)
    assert title_of(GivenSources(texts=(link, text), files=())) == "Bakery fire closes Mill Street"
    assert title_of(GivenSources(texts=(link,), files=(("a/mill_post.txt", b""),))) == "mill post"
    assert title_of(GivenSources(texts=(link,), files=())) == "bakery fire"
