"""`storydiff URL`, `fetch` and `find`, against a server on loopback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from compare.cli.flags import Flags
from compare.cli.progress import fetching_for, progress
from compare.sources.fetch.settings import Fetching
from compare.sources.load import load, load_story
from compare.sources.web import read_pages
from tests.cli.conftest import Command
from tests.cli.interrupts import hear_interrupts
from tests.hostile.server import Server, answer, redirect, serving
from tests.hostile.web import BODY, LIMITS, StoppedClock, article, fetching, loopback
from tests.sources.test_feeds import RSS
from tests.sources.test_pdf import WHOLE

LATIN = article(body="<p>The captain, José Núñez, was praised.</p>").decode().encode("latin-1")


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STORYDIFF_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def web() -> Iterator[Server]:
    second = article(title="Ferry passengers safe").replace(b"drifted", b"was adrift")
    routes = {
        "/one": answer(article()),
        "/moved": redirect("/two"),
        "/two": answer(second),
        "/latin": answer(LATIN, kind="text/html; charset=iso-8859-1"),
        "/pdf": answer(WHOLE, kind="application/pdf"),
        "/feed": answer(RSS),
        "/closed": answer(status="403 Forbidden"),
    }
    with serving(routes) as server:
        yield server


@pytest.fixture
def everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every name leads to loopback, and nobody waits."""

    def wanted(flags: Flags) -> Fetching:
        return replace(fetching_for(flags), resolver=loopback, limits=LIMITS, clock=StoppedClock())

    monkeypatch.setattr("compare.cli.progress.fetching_for", wanted)


def local(web: Server, *paths: str) -> list[str]:
    """Addresses of the paths, each on a host of its own: a.example, b.example and so on."""
    return [
        web.url(path, host=f"{name}.example") for name, path in zip("abcdef", paths, strict=False)
    ]


@pytest.mark.usefixtures("everywhere")
def test_addresses_are_compared_like_files(storydiff: Command, web: Server) -> None:
    one, two = local(web, "/one", "/moved")
    result = storydiff(one, two, "--allow-private")
    assert result.code == 0, result.err
    assert "a.example" in result.out
    assert "b.example" in result.out
    again = storydiff(one, two, "--allow-private", "--offline", "--json")
    assert again.code == 0
    assert again.out == storydiff(one, two, "--allow-private", "--offline", "--json").out
    assert web.paths().count("/one") == 1


@pytest.mark.usefixtures("everywhere")
def test_an_address_that_fails_is_skipped_with_its_reason(storydiff: Command, web: Server) -> None:
    one, two, closed = local(web, "/one", "/two", "/closed")
    result = storydiff(one, closed, two, "--allow-private")
    assert result.code == 0
    assert "refuses to show this page to programs (HTTP 403)" in result.err
    assert storydiff(one, closed, two, "--allow-private", "--strict").code == 3


def test_private_addresses_need_a_flag(storydiff: Command, web: Server) -> None:
    result = storydiff("http://localhost/a", "http://localhost/b")
    assert result.code == 3
    assert "add --allow-private" in result.err
    assert web.asked == []


@pytest.mark.usefixtures("everywhere")
def test_fetch_writes_a_story_that_can_be_compared_later(storydiff: Command, web: Server) -> None:
    urls = local(web, "/one", "/moved", "/latin", "/pdf")
    result = storydiff("fetch", *urls, "-o", "story", "--warc", "story.warc.gz", "--allow-private")
    assert result.code == 0, result.err
    assert len(result.out.splitlines()) == 4
    assert result.err == "Written: story\nWritten: story.warc.gz\n"
    assert sorted(path.name for path in Path("story").iterdir()) == [
        "a.example.html",
        "b.example.html",
        "c.example.html",
        "d.example.pdf",
        "story.toml",
    ]
    later = load_story("story")
    now = load_story(urls, fetching=fetching())
    for one, other in zip(later, now, strict=True):
        assert one.text == other.text
        for field in ("outlet", "headline", "byline", "url", "published", "language"):
            assert getattr(one, field) == getattr(other, field)
    assert "José Núñez" in later[2].text
    known = {item.field: item.source for item in later[0].provenance}
    assert known["page"].startswith("fetched ")
    assert [document.text for document in load_story("story.warc.gz")] == [
        document.text for document in later[:3]
    ]
    assert storydiff("story", "--quiet").code in (0, 4)


@pytest.mark.usefixtures("everywhere")
def test_two_pages_of_one_host_get_names_of_their_own(storydiff: Command, web: Server) -> None:
    urls = [web.url(path, host="a.example") for path in ("/one", "/one?page=2")]
    web.routes["/one?page=2"] = web.routes["/one"]
    assert storydiff("fetch", *urls, "-o", "story", "--allow-private").code == 0
    assert sorted(path.name for path in Path("story").glob("*.html")) == [
        "a.example-n2.html",
        "a.example.html",
    ]


@pytest.mark.usefixtures("everywhere")
def test_fetch_without_a_place_keeps_pages_in_the_cache(storydiff: Command, web: Server) -> None:
    (one,) = local(web, "/one")
    result = storydiff("fetch", one, "--allow-private")
    assert result.code == 0
    assert result.out == f"a.example  {len(' '.join(BODY).split())} words  {one}\n"
    assert storydiff("fetch", one, "--allow-private", "--offline", "-q").err == ""


@pytest.mark.usefixtures("everywhere")
def test_fetch_tells_what_failed_and_writes_the_rest(storydiff: Command, web: Server) -> None:
    one, closed = local(web, "/one", "/closed")
    result = storydiff("fetch", one, closed, "-o", "story", "--allow-private")
    assert result.code == 0
    assert "HTTP 403" in result.err
    assert len(load_story("story")) == 1
    strict = storydiff("fetch", one, closed, "-o", "strict", "--strict", "--allow-private")
    assert strict.code == 3
    assert not Path("strict").exists()
    assert storydiff("fetch", closed, "-o", "none", "--allow-private").code == 3


@pytest.mark.usefixtures("everywhere")
def test_a_folder_with_something_in_it_is_not_touched(storydiff: Command, web: Server) -> None:
    (one,) = local(web, "/one")
    Path("story").mkdir()
    assert storydiff("fetch", one, "-o", "story", "--allow-private").code == 0
    before = sorted(Path("story").iterdir())
    result = storydiff("fetch", one, "-o", "story", "--allow-private")
    assert result.code == 5
    assert "has something in it already" in result.err
    assert sorted(Path("story").iterdir()) == before
    assert storydiff("fetch", one, "-o", "no/where", "--allow-private").code == 5


def test_an_archived_copy_says_so_and_is_asked_for_only_where_a_page_is_gone(
    web: Server,
) -> None:
    gone, closed = web.url("/gone"), web.url("/closed")
    # As the service answers: with the address asked for, and the copy's own by http.
    taken = json.dumps(
        {
            "url": gone,
            "archived_snapshots": {
                "closest": {
                    "status": "200",
                    "available": True,
                    "url": f"http://web.archive.org/web/20311013080000/{gone}",
                    "timestamp": "20311013080000",
                }
            },
        }
    )

    def asked(url: str) -> str:
        from urllib.parse import urlencode

        return f"/available?{urlencode({'url': url})}"

    web.routes[asked(gone)] = answer(taken.encode(), kind="application/json")
    web.routes[f"/web/20311013080000id_/{gone}"] = answer(article())
    how = fetching(archived=True, availability=web.url("/available"), replay=web.url("/web"))
    document = load(gone, fetching=how)
    assert document.text == "\n\n".join(BODY)
    assert document.url == gone
    note = "This is an archived copy. Wayback Machine, copy of 13 October 2031, 08:00 UTC."
    assert document.notes == (note,)
    found = read_pages([closed, web.url("/lost")], how)
    assert getattr(found[closed][1], "outcome", "") == "blocked"
    assert asked(closed) not in web.paths()
    lost = found[web.url("/lost")][1]
    assert "the Wayback Machine cannot be asked" in str(lost)
    web.routes[asked(web.url("/lost"))] = answer(b'{"archived_snapshots": {}}')
    ((_, nothing),) = read_pages([web.url("/lost")], how).values()
    assert "holds no copy" in str(nothing)


def test_a_copy_of_another_time_than_the_one_named_tells_its_own_time(web: Server) -> None:
    from urllib.parse import urlencode

    gone = web.url("/gone")
    taken = '{"archived_snapshots": {"closest": {"timestamp": "20311013080000", "status": "200"}}}'
    web.routes[f"/available?{urlencode({'url': gone})}"] = answer(taken.encode())
    web.routes[f"/web/20311013080000id_/{gone}"] = redirect(f"/web/20311009120000id_/{gone}")
    web.routes[f"/web/20311009120000id_/{gone}"] = answer(article())
    how = fetching(archived=True, availability=web.url("/available"), replay=web.url("/web"))
    (note,) = load(gone, fetching=how).notes
    assert note.endswith("copy of 9 October 2031, 12:00 UTC.")


def test_an_archived_page_stays_one_in_a_story_folder(web: Server, tmp_path: Path) -> None:
    from datetime import UTC, datetime

    from compare.sources.story_folder import KeptPage, write_story
    from compare.sources.web import read_fetched

    ((page, _),) = read_pages([web.url("/one")], fetching()).values()
    assert page is not None
    page = replace(page, captured=datetime(2031, 10, 13, 8, tzinfo=UTC))
    (document,) = read_fetched(page).documents
    write_story(tmp_path / "old", [KeptPage(page=page, document=document)], title="Ferry \x7f")
    (again,) = load_story(tmp_path / "old")
    assert again.notes == document.notes
    assert again.url == document.url


@pytest.mark.usefixtures("everywhere")
def test_find_lists_what_matches(storydiff: Command, web: Server) -> None:
    days = ("--days", "90", "--allow-private")
    result = storydiff("find", "ferry", "--from", web.url("/feed"), *days)
    assert result.code == 0
    assert result.out == (
        "  1  2031-10-14  Harbour Times: Ferry adrift & all safe\n"
        "     https://harbour-times.example/1\n"
    )
    missing = storydiff("find", "ferry", "--from", web.url("/none"), *days)
    assert missing.code == 3
    assert "HTTP 404" in missing.err
    assert storydiff("find", "ferry").code == 2


def test_find_prints_addresses_alone_for_other_commands(storydiff: Command) -> None:
    Path("map.xml").write_text(
        "<urlset><url><loc>https://lantern.example/ferry-adrift</loc></url></urlset>"
    )
    result = storydiff("find", "ferry", "--from", "map.xml", "--urls")
    assert (result.code, result.out) == (0, "https://lantern.example/ferry-adrift\n")
    shown = storydiff("find", "ferry", "--from", "map.xml")
    assert "no title" in shown.out
    nothing = storydiff("find", "zebra", "--from", "map.xml")
    assert (nothing.code, nothing.out) == (0, "")
    assert "Use fewer or other words" in nothing.err


def test_a_terminal_gets_a_line_for_each_address(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    with progress(["https://a.example/1", "file.txt", "https://b.example/2"]) as told:
        told("https://a.example/1", "fetching")
        told("elsewhere", "fetching")
    shown = capsys.readouterr().err
    assert "https://a.example/1" in shown
    assert "https://b.example/2" in shown
    assert "elsewhere" not in shown


def test_without_a_terminal_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(["https://a.example/1"]) as told:
        told("https://a.example/1", "fetching")
    assert capsys.readouterr().err == ""


def keeps_the_article(shelf: Path) -> bool:
    return any(b"drifted" in path.read_bytes() for path in shelf.rglob("*.page"))


@pytest.mark.skipif(os.name == "nt", reason="an interrupt cannot be sent to one process there")
def test_an_interrupt_leaves_what_was_fetched_and_no_half_file(shelf: Path) -> None:
    import socket
    import threading

    from tests.hostile.server import Request

    reached, done = threading.Event(), threading.Event()

    def stuck(_connection: socket.socket, _request: Request) -> None:
        reached.set()
        done.wait(20)

    with serving({"/one": answer(article()), "/stuck": stuck}) as web:
        urls = [web.url("/one"), web.url("/stuck", host="localhost")]
        program = [sys.executable, "-m", "compare", "fetch", *urls, "-o", "story"]
        running = subprocess.Popen(
            [*program, "--allow-private"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=hear_interrupts,
        )
        try:
            assert reached.wait(20)
            while not keeps_the_article(shelf) and running.poll() is None:
                done.wait(0.02)
            running.send_signal(signal.SIGINT)
            out, err = running.communicate(timeout=20)
        finally:
            running.kill()
            done.set()
    assert running.returncode == 130
    assert out == ""
    assert (
        err.lstrip() == "Interrupted; nothing more was written. Run the command again to go on.\n"
    )
    assert not Path("story").exists()
    assert [path for path in shelf.rglob("*") if path.is_file() and path.suffix != ".page"] == []
    assert keeps_the_article(shelf)
