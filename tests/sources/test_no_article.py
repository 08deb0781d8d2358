"""Files that could be taken for articles: our own results, links, mails."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.errors import NoArticleFound, UnreadableSource
from compare.formats.registry import write
from compare.sources.load import load, load_all, load_story
from compare.sources.no_article import is_own_result
from tests.formats.story import market_hall

MAIL = (
    "Return-Path: <news@lantern.example>\nReceived: from a.example\n by b.example\n"
    "Subject: Ferry adrift\nMIME-Version: 1.0\nContent-Type: text/plain\n\nThe ferry drifted.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "harbour-times.txt").write_text("The ferry drifted for hours.")
    (tmp_path / "lantern.txt").write_text("The ship lay adrift all evening.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["r.html", "r.json", "r.md", "r.txt"])
def test_a_result_written_beside_the_articles_is_no_article_of_the_folder(
    folder: Path, name: str
) -> None:
    before = load_story(".")
    write(market_hall(), folder / name)
    assert load_story(".") == before
    with pytest.raises(NoArticleFound, match="a result of storydiff, not an article"):
        load(name)


@pytest.mark.parametrize(
    "text",
    [
        "Opinion is divided. Worth a look\n\nWhere every sentence went",
        "A comparison by storydiff 0.1.0 with these options:",
        '<html><head><meta name="generator" content="Pressroom 4"></head></html>',
        '{"schema": "https://schema.example", "articles": []}',
    ],
)
def test_what_others_wrote_is_not_taken_for_a_result(text: str) -> None:
    assert not is_own_result(text.encode())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ferry.url", "[InternetShortcut]\r\nURL=https://lantern.example/ferry\r\n"),
        ("ferry.webloc", "<plist><dict><key>URL</key><string>https://lantern.example/ferry"
         "</string></dict></plist>"),
        ("list.txt", "\nhttps://lantern.example/ferry\nhttps://times.example/2\n"),
    ],
)  # fmt: skip
def test_a_link_is_refused_with_the_address_to_give(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    with pytest.raises(
        NoArticleFound, match=r"only a link.*itself: https://lantern\.example/ferry$"
    ):
        load(name)


def test_an_article_that_begins_with_its_address_is_read(folder: Path) -> None:
    (folder / "a.txt").write_text("https://lantern.example/ferry\n\nThe ferry drifted.\n")
    assert load("a.txt").text.endswith("The ferry drifted.")


def test_a_saved_mail_is_read_and_refused_where_it_stands_in_a_text(folder: Path) -> None:
    (folder / "mail.eml").write_text(MAIL)
    assert load("mail.eml").text == "The ferry drifted."
    (folder / "mail.md").write_text(MAIL)
    with pytest.raises(NoArticleFound, match=r"a saved mail.*Paste the article"):
        load("mail.md")


def test_an_article_whose_lines_look_like_a_mail_is_read(folder: Path) -> None:
    (folder / "a.txt").write_text("From: the newsroom\nSubject: ferries\n\nThe ferry drifted.\n")
    assert load("a.txt").text.endswith("The ferry drifted.")


def test_a_source_without_a_name_is_not_the_working_folder(folder: Path) -> None:
    loaded = load_all([str(folder / "lantern.txt"), ""])
    assert [one.reason for one in loaded.skipped] == ["this source has no name"]


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The ferry drifted.")))
    loaded = load_all(["-", "-"])
    assert len(loaded.documents) == 1
    assert [one.reason for one in loaded.skipped] == ["standard input was named before"]


def test_a_packed_web_archive_in_a_folder_is_seen(folder: Path) -> None:
    (folder / "pages.warc.gz").write_bytes(b"\x1f\x8bbroken")
    with pytest.raises(UnreadableSource, match=r"pages\.warc\.gz"):
        load_story(".")
