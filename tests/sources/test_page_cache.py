"""Pages that are kept: fresh, old, damaged, and told apart by their addresses."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from compare.sources.fetch.addresses import key_of
from compare.sources.fetch.fetched import FetchedPage
from compare.sources.fetch.page_cache import PageCache, cache_folder
from compare.sources.fetch.pages import fetch_pages
from compare.sources.warc import write_warc
from tests.hostile.server import answer, serving
from tests.hostile.web import StoppedClock, article, failure_of, fetching, in_turn, page_of


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def test_a_fresh_page_comes_from_the_cache(shelf: Path) -> None:
    with serving({"/": answer(article())}) as server:
        first = fetch_pages([server.url()], fetching(cache=shelf))
        again = fetch_pages([server.url()], fetching(cache=shelf))
    assert first == again
    assert server.paths().count("/") == 1


def test_an_old_page_is_asked_for_on_the_condition_that_it_changed(
    shelf: Path, clock: StoppedClock
) -> None:
    day = "Tue, 14 Oct 2031 20:00:00 GMT"
    route = in_turn(
        [answer(article(), ETag='"v1"', Last_Modified=day), answer(status="304 Not Modified")]
    )
    with serving({"/": route}) as server:
        first = fetch_pages([server.url()], fetching(clock, cache=shelf))
        clock.passed += 7_200
        again = fetch_pages([server.url()], fetching(clock, cache=shelf))
        third = fetch_pages([server.url()], fetching(clock, cache=shelf))
    assert first == again == third
    asked = [request for request in server.asked if request.path == "/"]
    assert len(asked) == 2
    assert asked[1].headers["if-none-match"] == '"v1"'
    assert asked[1].headers["if-modified-since"] == day


def test_unchanged_is_no_answer_to_one_who_has_nothing(shelf: Path) -> None:
    with serving({"/": answer(status="304 Not Modified")}) as server:
        wrong = failure_of(*fetch_pages([server.url()], fetching(cache=shelf)))
    assert "(HTTP 304)" in wrong.reason
    assert not any(b'"status": 304' in path.read_bytes() for path in shelf.rglob("*.page"))


def test_refresh_asks_without_conditions_and_keeps_both_versions(
    shelf: Path, clock: StoppedClock
) -> None:
    route = in_turn([answer(article(), ETag='"v1"'), answer(article(title="Ferry found"))])
    with serving({"/": route}) as server:
        fetch_pages([server.url()], fetching(clock, cache=shelf))
        clock.passed += 60
        page = page_of(*fetch_pages([server.url()], fetching(clock, cache=shelf, refresh=True)))
    assert b"Ferry found" in page.data
    assert "if-none-match" not in server.asked[-1].headers
    assert len([path for path in shelf.rglob("*.page") if b"drifted" in path.read_bytes()]) == 2


def test_offline_takes_what_is_kept_and_asks_nobody(shelf: Path, clock: StoppedClock) -> None:
    with serving({"/": answer(article())}) as server:
        first = fetch_pages([server.url()], fetching(clock, cache=shelf))
    clock.passed += timedelta(days=900).total_seconds()
    again = fetch_pages([server.url()], fetching(clock, cache=shelf, offline=True))
    assert first == again


def test_a_page_out_of_reach_offers_the_copy_that_is_kept(shelf: Path, clock: StoppedClock) -> None:
    route = in_turn([answer(article()), answer(status="503 Busy")])
    with serving({"/": route}) as server:
        fetch_pages([server.url()], fetching(clock, cache=shelf))
        clock.passed += 7_200
        wrong = failure_of(*fetch_pages([server.url()], fetching(clock, cache=shelf)))
    assert wrong.advice == (
        "A copy of 14 October 2031, 21:05 UTC is in the cache: add --offline to use it"
    )


def test_a_damaged_file_in_the_cache_is_passed_over(shelf: Path) -> None:
    with serving({"/": answer(article())}) as server:
        fetch_pages([server.url()], fetching(cache=shelf))
        for path in shelf.rglob("*.page"):
            path.write_bytes(path.read_bytes()[:-10])
        page_of(*fetch_pages([server.url()], fetching(cache=shelf)))
    assert server.paths().count("/") == 2


@pytest.mark.parametrize("left", [0, 1, 40, 400])
def test_a_file_that_breaks_off_anywhere_is_passed_over(left: int, shelf: Path) -> None:
    with serving({"/": answer(article())}) as server:
        fetch_pages([server.url()], fetching(cache=shelf))
        for path in shelf.rglob("*.page"):
            path.write_bytes(path.read_bytes()[:left])
        assert page_of(*fetch_pages([server.url()], fetching(cache=shelf))).data == article()


def kept_page(shelf: Path, url: str) -> Path:
    """The file of one kept page."""
    with serving({"/": answer(article())}) as server:
        page = page_of(*fetch_pages([server.url()], fetching(cache=shelf)))
    PageCache(shelf).keep(url, replace(page, url=url, source=url))
    (path,) = (p for p in shelf.rglob("*.page") if url.encode() in p.read_bytes())
    return path


HEADS: dict[str, Callable[[dict[str, Any]], object]] = {
    "not a table": lambda _: [1, 2],
    "no head": lambda _: None,
    "a number": lambda _: 7,
    "without a key": lambda head: {k: v for k, v in head.items() if k != "when"},
    "no source": lambda head: head | {"source": None},
    "an address of no page": lambda head: head | {"url": "javascript:alert(1)"},
    "an address of a file": lambda head: head | {"url": "file:///etc/passwd"},
    "an address with a line end": lambda head: head | {"url": "http://a.example/\r\nX: 1"},
    "no address": lambda head: head | {"url": ["http://a.example/"]},
    "a way of no address": lambda head: head | {"chain": ["javascript:alert(1)"]},
    "a way of numbers": lambda head: head | {"chain": [1]},
    "a status of words": lambda head: head | {"status": "200 OK"},
    "a status out of range": lambda head: head | {"status": 10**30},
    "a status that is negative": lambda head: head | {"status": -200},
    "a status that is true": lambda head: head | {"status": True},
    "a time without a zone": lambda head: head | {"when": "2031-10-14T21:05:00"},
    "a time before the calendar": lambda head: head | {"when": "0001-01-01T00:00:00+14:00"},
    "a time after the calendar": lambda head: head | {"when": "9999-12-31T23:59:59-12:00"},
    "a time in words": lambda head: head | {"when": "yesterday"},
    "headers of one": lambda head: head | {"headers": [["ETag"]]},
    "headers of three": lambda head: head | {"headers": [["ETag", "1", "2"]]},
    "headers of numbers": lambda head: head | {"headers": [[1, 2]]},
    "headers as a table": lambda head: head | {"headers": {"ETag": "1"}},
    "another sum": lambda head: head | {"sha256": "0" * 64},
    "a sum that is none": lambda head: head | {"sha256": 7},
}


@pytest.mark.parametrize("change", HEADS.values(), ids=HEADS)
def test_a_kept_page_that_somebody_changed_is_passed_over(
    change: Callable[[dict[str, Any]], object], shelf: Path
) -> None:
    url = "http://a.example/"
    path = kept_page(shelf, url)
    head, _, body = path.read_bytes().partition(b"\n")
    assert PageCache(shelf).newest(url) is not None
    path.write_bytes(json.dumps(change(json.loads(head))).encode() + b"\n" + body)
    assert PageCache(shelf).newest(url) is None
    assert PageCache(shelf).checked(url) is None


@pytest.mark.parametrize("head", [b"[" * 200_000, b"{" * 200_000, b'{"a":' * 100_000, b"\xff", b""])
def test_a_first_line_that_is_no_json_is_passed_over(head: bytes, shelf: Path) -> None:
    path = kept_page(shelf, "http://a.example/")
    path.write_bytes(head + b"\nbody")
    assert PageCache(shelf).newest("http://a.example/") is None


def test_what_is_no_file_in_the_cache_is_passed_over(shelf: Path) -> None:
    url = "http://a.example/"
    path = kept_page(shelf, url)
    page = PageCache(shelf).newest(url)
    os.mkfifo(path.with_name("99990101T000000Z.page"))
    path.with_name("99990102T000000Z.page").mkdir()
    path.with_name("99990103T000000Z.page").symlink_to("99990103T000000Z.page")
    path.with_name("99990104T000000Z.page").symlink_to("/dev/zero")
    assert PageCache(shelf).newest(url) == page


@pytest.mark.parametrize("seconds", [-(10**11), 10**11, 253402300800])
def test_a_time_of_a_file_that_is_no_date_is_no_time(seconds: int, shelf: Path) -> None:
    path = kept_page(shelf, "http://a.example/")
    try:
        os.utime(path, (seconds, seconds))
    except (OSError, OverflowError):
        pytest.skip("this disk keeps no such time")
    cache = PageCache(shelf)
    assert cache.newest("http://a.example/") is not None
    found = cache.checked("http://a.example/")
    assert found is None or 1 < found.year < 9999


def test_headers_that_somebody_changed_put_no_lines_into_an_archive(shelf: Path) -> None:
    path = kept_page(shelf, "http://a.example/")
    head, _, body = path.read_bytes().partition(b"\n")
    changed = json.loads(head) | {"headers": [["A\r\nWARC-Type", "x\r\nB: y"], ["ETag", "1\n2"]]}
    path.write_bytes(json.dumps(changed).encode() + b"\n" + body)
    page = PageCache(shelf).newest("http://a.example/")
    assert page is not None
    lines = gzip.decompress(write_warc([page])).split(b"\r\n")
    assert [line for line in lines if line.startswith((b"WARC-Type", b"B:"))] == [
        b"WARC-Type: response"
    ]


WRITER = """
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from compare.sources.fetch.fetched import FetchedPage
from compare.sources.fetch.page_cache import PageCache
cache = PageCache(Path(sys.argv[1]))
url = "http://a.example/"
for n in range(150):
    page = FetchedPage(source=url, url=url, data=sys.argv[2].encode() * 50_000, status=200,
                   headers=(), when=datetime(2031, 10, 14, 21, n % 3, tzinfo=UTC))
    cache.keep(url, page)
    found = cache.newest(url)
    assert found is not None and set(found.data) <= set(b"xy") and len(set(found.data)) == 1
"""


def test_two_programs_write_the_same_cache_and_always_read_whole_pages(shelf: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(shelf), letter]) for letter in "xy"
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert {path.suffix for path in shelf.rglob("*") if path.is_file()} == {".page"}


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder")
    with serving({"/": answer(article())}) as server:
        page_of(*fetch_pages([server.url()], fetching(cache=file)))


def test_a_failed_write_leaves_no_half_file(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_self: Path, _target: Path) -> Path:
        raise KeyboardInterrupt

    page = FetchedPage(
        source="s", url="http://a.example/", data=b"x", status=200, headers=(),
        when=StoppedClock().now(),
    )  # fmt: skip
    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        PageCache(shelf).keep(page.url, page)
    assert [path for path in shelf.rglob("*") if path.is_file()] == []


def test_the_cache_stands_where_the_system_keeps_such_things(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STORYDIFF_CACHE", raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    places = {}
    for system in ("linux", "darwin", "win32"):
        monkeypatch.setattr("sys.platform", system)
        found = cache_folder()
        assert found is not None
        places[system] = found.relative_to(tmp_path).as_posix()
    assert places == {
        "linux": ".cache/storydiff",
        "darwin": "Library/Caches/storydiff",
        "win32": "AppData/Local/storydiff/Cache",
    }
    monkeypatch.setenv("STORYDIFF_CACHE", str(tmp_path / "here"))
    assert cache_folder() == tmp_path / "here"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://A.example:80/x#part", "http://a.example/x", True),
        ("https://a.example/x?utm_source=mail&id=7&fbclid=z", "https://a.example/x?id=7", True),
        ("https://a.example", "https://a.example/", True),
        ("https://a.example/X", "https://a.example/x", False),
        ("https://a.example/x?id=7", "https://a.example/x?id=8", False),
        ("https://a.example:8443/x", "https://a.example/x", False),
        ("https://a.example/x?b=1&a=2", "https://a.example/x?a=2&b=1", False),
    ],
)
def test_addresses_of_one_page_are_told_to_be_one(one: str, other: str, same: bool) -> None:
    assert (key_of(one) == key_of(other)) is same
