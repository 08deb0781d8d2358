from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from compare.errors import BadStory, FetchFailed, NoArticleFound, SourceError, UnreadableSource
from compare.sources import files
from compare.sources.fetch.settings import Fetching
from compare.sources.load import load, load_all, load_story

ONE, TWO = "The ferry drifted for hours.", "The ship lay adrift all evening."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "harbour-times.txt").write_text(ONE)
    (tmp_path / "lantern.md").write_text(TWO)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def send(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.usefixtures("here")
def test_a_file_is_read_and_keeps_the_name_it_was_given() -> None:
    document = load("harbour-times.txt")
    assert (document.text, document.outlet) == (ONE, "Harbour Times")
    assert document.source == "harbour-times.txt"
    assert load(Path("harbour-times.txt")) == document


@pytest.mark.usefixtures("here")
def test_several_sources_come_in_the_order_given() -> None:
    assert [item.text for item in load_story(["lantern.md", "harbour-times.txt"])] == [TWO, ONE]
    assert [item.text for item in load_story(".")] == [ONE, TWO]


def test_standard_input_is_an_article_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    send(monkeypatch, b"---\noutlet: Harbour Times\n---\nThe ferry drifted.")
    document = load("-")
    assert (document.text, document.outlet) == ("The ferry drifted.", "Harbour Times")


def test_a_page_on_standard_input_is_known_by_its_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    send(monkeypatch, (Path(__file__).parent / "pages" / "ferry.html").read_bytes())
    assert load("-").outlet == "Harbour Times"


def test_empty_standard_input_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    send(monkeypatch, b" \n")
    with pytest.raises(UnreadableSource, match="-: it is empty"):
        load("-")


@pytest.mark.parametrize("source", ["https://a.example/1", "HTTP://a.example", "www.a.example/x"])
def test_an_address_is_looked_up_in_the_cache_when_nothing_may_be_fetched(source: str) -> None:
    with pytest.raises(FetchFailed, match=r"not in the cache, .*\. Run it once"):
        load(source, fetching=Fetching(offline=True))


@pytest.mark.parametrize("source", ["javascript:alert(1)", "data:text/html,a", "file:///etc/hosts"])
def test_an_address_of_another_kind_is_neither_fetched_nor_opened(source: str) -> None:
    with pytest.raises(FetchFailed, match="only http and https"):
        load(source)


def test_a_folder_is_not_one_article(here: Path) -> None:
    with pytest.raises(UnreadableSource, match="2 articles, not one"):
        load(here)


def test_a_missing_file_names_the_nearest(here: Path) -> None:
    assert here.is_dir()
    with pytest.raises(
        UnreadableSource, match=r"no such file or folder\. Check the name: lantern\.md is there"
    ):
        load("lantrn.md")


def test_an_odd_path_is_an_error_of_ours() -> None:
    for path in ("a\0b", "x" * 5000, ""):
        with pytest.raises(UnreadableSource):
            load(path)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(here: Path) -> None:
    with (here / "large.txt").open("wb") as stream:
        stream.truncate(files.MAX_BYTES + 1)
    with pytest.raises(UnreadableSource, match="larger than 20 MB"):
        load("large.txt")


def test_a_pipe_is_refused_and_never_waited_for(here: Path) -> None:
    os.mkfifo(here / "pipe")
    for path in ("pipe", "/dev/zero"):
        with pytest.raises(UnreadableSource, match="pipe or a device"):
            load(path)


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_may_not_be_read_says_so(
    here: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open" if kind == "file" else "iterdir", refuse)
    with pytest.raises(UnreadableSource, match="you may not read this"):
        load("lantern.md" if kind == "file" else here)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "it is empty"),
        ("blank.txt", b" \n\t\n", "it is empty"),
        ("nul.txt", b"a\0b", "NUL bytes"),
        ("scan.txt", b"%PDF-1.4 scan", "this PDF is damaged"),
        ("page.html", b"<html><body><p>Log in.</p></body></html>", "no article text"),
        ("bad.json", b"{", "no JSON"),
        ("front.txt", b"---\noutlet: A\nwrong\n---\nText.", "line 3"),
    ],
)
def test_a_bad_source_is_one_clear_line_with_advice(
    here: Path, name: str, data: bytes, reason: str
) -> None:
    (here / name).write_bytes(data)
    with pytest.raises(SourceError) as caught:
        load(name)
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert reason in message
    assert "\n" not in message
    assert caught.value.advice


def test_bad_sources_are_skipped_and_the_good_ones_go_on(here: Path) -> None:
    (here / "empty.txt").write_bytes(b"")
    loaded = load_all(["harbour-times.txt", "empty.txt", "gone.txt", "lantern.md"])
    assert [item.text for item in loaded.documents] == [ONE, TWO]
    assert [item.source for item in loaded.skipped] == ["empty.txt", "gone.txt"]
    assert loaded.story.skipped == loaded.skipped
    assert loaded.story.title == "Harbour Times and Lantern"


def test_a_folder_may_stand_among_files(here: Path) -> None:
    (here / "more").mkdir()
    (here / "more" / "b.txt").write_text("B.")
    (here / "more" / "a.jsonl").write_text(
        json.dumps({"text": "A.", "outlet": "A"}) + "\n" + json.dumps({"text": "C.", "outlet": "C"})
    )
    loaded = load_all(["lantern.md", "more", "harbour-times.txt"])
    assert [item.text for item in loaded.documents] == [TWO, "A.", "C.", "B.", ONE]
    assert loaded.documents[1].source == "more/a.jsonl"


def test_a_story_folder_alone_gives_its_title(here: Path) -> None:
    story = (
        'title = "Adrift"\nlicence = "CC0-1.0"\n[[articles]]\nfile = "lantern.md"\noutlet = "L"\n'
    )
    (here / "story.toml").write_text(story)
    assert load_all(["."]).story.title == "Adrift"
    assert load_all([".", "harbour-times.txt"]).story.title == "Harbour Times and L"


def test_a_strict_reading_stops_at_the_first_wrong_source(here: Path) -> None:
    (here / "story.toml").write_text('title = "Adrift"')
    with pytest.raises(BadStory):
        load_story(["harbour-times.txt", "."])


def test_the_same_text_twice_is_kept_and_told(here: Path) -> None:
    (here / "copy.txt").write_text(ONE)
    loaded = load_all(["harbour-times.txt", "copy.txt"])
    assert len(loaded.documents) == 2
    assert loaded.story.warnings == (
        "The same text was given 2 times: harbour-times.txt, copy.txt.",
    )


def test_two_articles_of_one_outlet_are_told(here: Path) -> None:
    (here / "later.txt").write_text(f"---\noutlet: Harbour Times\n---\n{TWO}")
    loaded = load_all(["harbour-times.txt", "later.txt"])
    assert loaded.story.warnings == (
        "2 of the articles are from Harbour Times; tell them by their letters.",
    )


def test_a_single_file_page_as_browsers_save_it_is_read(here: Path) -> None:
    page = (Path(__file__).parent / "pages" / "ferry.html").read_bytes()
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/ferry\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=XX\r\n\r\n--XX\r\n"
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    (here / "page.mhtml").write_bytes(head + page + b"\r\n--XX--\r\n")
    document = load("page.mhtml")
    assert document.outlet == "Harbour Times"
    assert document.url == "https://a.example/ferry"
    (here / "none.mhtml").write_bytes(head.replace(b"text/html", b"image/png") + b"--XX--\r\n")
    with pytest.raises(NoArticleFound, match="no page in this archive"):
        load("none.mhtml")


def test_names_of_files_are_made_readable(here: Path) -> None:
    for name, outlet in (("bbc_news.txt", "BBC News"), ("Le-Soir", "Le Soir"), ("sky.md", "Sky")):
        (here / name).write_text(ONE)
        assert load(name).outlet == outlet


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text there")
def test_a_file_whose_name_is_no_text_is_read_all_the_same(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/harbour \xff times.txt"
    Path(os.fsdecode(path)).write_text("The ferry burned off Tor on Monday.", encoding="utf-8")
    document = load(os.fsdecode(path))
    assert document.outlet.encode() == b"Harbour ? Times"
    assert (document.source or "").encode().endswith(b"harbour ? times.txt")


@pytest.mark.parametrize("depth", [100, 900, 3_000])
def test_a_saved_page_with_parts_in_parts_is_read_or_refused(tmp_path: Path, depth: int) -> None:
    heads = "".join(
        f'Content-Type: multipart/related; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(depth)
    )
    body = "Content-Type: text/html\r\n\r\n<html><body><article>" + "<p>The ferry burned.</p>" * 20
    (tmp_path / "a.mhtml").write_text(heads + body, encoding="utf-8")
    loaded = load_all([tmp_path / "a.mhtml"])
    assert len(loaded.documents) + len(loaded.skipped) == 1
    assert bool(loaded.documents) == (depth < 1_000)
