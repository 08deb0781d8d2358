"""One source that goes wrong, in whatever way, is one outcome; the others are read."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from compare.errors import BadStory, SourceError, UnforeseenFault, UnreadableSource
from compare.sources import article_file, discovery, feeds, html, load, records, story, warc, web
from compare.sources.discovery import find_articles
from compare.sources.fetch.fetched import FetchedPage
from compare.sources.fetch.fetcher import Fetcher
from compare.sources.isolation import fault_text, isolate_errors
from compare.sources.load import load_all
from tests.hostile.server import answer, serving
from tests.hostile.web import article, fetching
from tests.sources.test_feeds import RSS

GOOD = "The ferry drifted for hours off Port Ellery on Tuesday."
MARK = "breaks the reader"


def breaking(real: Callable[..., Any], wrong: BaseException) -> Callable[..., Any]:
    """The function, but for what holds the mark."""

    def call(*given: Any, **named: Any) -> Any:
        if MARK in repr(given):
            raise wrong
        return real(*given, **named)

    return call


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(GOOD)
    return tmp_path


@pytest.mark.parametrize(
    ("raised", "kind", "words"),
    [
        (KeyError("x"), UnforeseenFault, "a mistake in storydiff (KeyError: 'x'"),
        (ValueError("Exceeds the limit"), UnforeseenFault, "ValueError: Exceeds the limit"),
        (AssertionError(), UnforeseenFault, "AssertionError"),
        (OverflowError("date"), UnforeseenFault, "OverflowError"),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "no"), UnforeseenFault, "UnicodeEncodeError"),
        (OSError(5, "Input/output error"), UnforeseenFault, "Input/output error"),
        (ExceptionGroup("several", [KeyError("x")]), UnforeseenFault, "several"),
        (RecursionError(), UnreadableSource, "nested too deeply"),
        (MemoryError(), UnreadableSource, "not enough memory"),
        (BadStory("s", "no title", "Add one"), BadStory, "no title"),
    ],
)
def test_whatever_is_raised_is_an_error_of_the_source(
    raised: Exception, kind: type[SourceError], words: str
) -> None:
    with pytest.raises(kind) as caught, isolate_errors("s"):
        raise raised
    assert type(caught.value) is kind
    assert words in caught.value.reason
    assert caught.value.source == "s"


@pytest.mark.parametrize("raised", [KeyboardInterrupt, SystemExit])
def test_an_interruption_is_not_an_outcome(raised: type[BaseException]) -> None:
    with pytest.raises(raised), isolate_errors("s"):
        raise raised


def test_a_fault_is_told_with_its_place_in_the_program() -> None:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever it is
        html.read_html(object())  # type: ignore[arg-type]
    assert "compare/sources/" in fault_text(caught.value)


@pytest.mark.parametrize("name", ["bad.txt", "bad.md", "bad.html", "bad.json", "bad.jsonl"])
@pytest.mark.parametrize("wrong", [KeyError("x"), RecursionError()], ids=["mistake", "depth"])
def test_a_file_that_breaks_its_reader_leaves_the_others(
    here: Path, name: str, wrong: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / name).write_text(MARK)
    for module in (load, story):
        real = article_file.read_article_file
        monkeypatch.setattr(module, "read_article_file", breaking(real, wrong))
    for sources in (["good.txt", name], [name, "good.txt"], ["."]):
        loaded = load_all(sources)
        assert [document.text for document in loaded.documents] == [GOOD]
        (skipped,) = loaded.skipped
        assert Path(skipped.source).name == name


def test_an_article_of_a_story_file_that_breaks_its_reader_leaves_the_others(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "bad.txt").write_text(MARK)
    articles = '[[articles]]\nfile = "bad.txt"\n[[articles]]\nfile = "good.txt"\n'
    (here / "story.toml").write_text(f'licence = "CC0-1.0"\n{articles}')
    real = article_file.read_article_file
    monkeypatch.setattr(story, "read_article_file", breaking(real, KeyError("x")))
    loaded = load_all(["."])
    assert [document.text for document in loaded.documents] == [GOOD]
    assert [skipped.source for skipped in loaded.skipped] == ["./story.toml, article 1"]


def test_a_record_that_breaks_its_reader_leaves_the_others(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "_document", breaking(records._document, KeyError("x")))
    entries = [{"text": text, "outlet": "Harbour Times"} for text in (MARK, GOOD)]
    (here / "several.json").write_text(json.dumps(entries))
    loaded = load_all(["several.json"])
    assert [document.text for document in loaded.documents] == [GOOD]
    assert len(loaded.skipped) == 1


def test_a_page_of_an_archive_that_breaks_its_reader_leaves_the_others(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {"bad": article(body=f"<p>{MARK}</p>"), "good": article()}
    kept = [
        FetchedPage(
            source=f"https://{name}.example/",
            url=f"https://{name}.example/",
            data=body,
            status=200,
            headers=(("Content-Type", "text/html"),),
            when=datetime(2031, 10, 14, tzinfo=UTC),
        )
        for name, body in pages.items()
    ]
    (here / "pages.warc").write_bytes(warc.write_warc(kept))
    monkeypatch.setattr(warc, "read_html", breaking(html.read_html, KeyError("x")))
    loaded = load_all(["pages.warc"])
    assert [document.outlet for document in loaded.documents] == ["good.example"]
    assert "KeyError" in loaded.skipped[0].reason


def test_a_page_that_breaks_the_fetcher_or_the_reader_leaves_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = article_file.read_article_file
    monkeypatch.setattr(web, "read_article_file", breaking(real, KeyError("x")))
    fetched = Fetcher.page

    async def page(self: Fetcher, source: str, **named: Any) -> Any:
        if "breaks" in source:
            raise KeyError("x")
        return await fetched(self, source, **named)

    monkeypatch.setattr(Fetcher, "page", page)
    routes = {"/": answer(article()), "/bad": answer(article(body=f"<p>{MARK}</p>"))}
    with serving(routes) as server:
        urls = [server.url("/breaks"), server.url("/bad"), server.url("/")]
        loaded = load_all(urls, fetching=fetching())
    assert len(loaded.documents) == 1
    assert [skipped.source for skipped in loaded.skipped] == urls[:2]
    assert all("KeyError" in skipped.reason for skipped in loaded.skipped)


def test_a_place_to_find_articles_that_breaks_its_reader_leaves_the_others(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = feeds.read_listing
    monkeypatch.setattr(discovery, "read_listing", breaking(real, KeyError("x")))
    (here / "bad.xml").write_bytes(MARK.encode())
    (here / "good.xml").write_bytes(RSS)
    found = find_articles("ferry", ["bad.xml", "good.xml"], fetching())
    assert len(found.candidates) == 1
    assert [problem.source for problem in found.problems] == ["bad.xml"]
    assert isinstance(found.problems[0], UnforeseenFault)
