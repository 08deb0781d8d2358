"""Fetching with manners: robots.txt, turns, waits, retries, redirects, and what is kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from compare.sources.fetch.fetched import FetchedPage
from compare.sources.fetch.pages import fetch_pages
from compare.sources.fetch.settings import FetchLimits
from compare.sources.load import load, load_all
from tests.hostile.server import Route, answer, redirect, serving
from tests.hostile.web import BODY, StoppedClock, article, failure_of, fetching, in_turn, page_of

PATIENT = FetchLimits(connect=2, read=2, total=10)


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def robots(text: str) -> bytes:
    return answer(text.encode(), kind="text/plain")


def test_an_address_becomes_a_document_that_says_where_it_came_from() -> None:
    routes = {"/old": redirect("/ferry"), "/ferry": answer(article())}
    with serving(routes) as server:
        source = server.url("/old", host="harbour-times.example")
        document = load(source, fetching=fetching())
    assert document.text == "\n\n".join(BODY)
    assert document.outlet == "harbour-times.example"
    assert document.url == server.url("/ferry", host="harbour-times.example")
    assert document.source == source
    found = {item.field: item.source for item in document.provenance}
    assert found["page"] == "fetched"
    assert found["url"] == "caller"


def test_a_canonical_link_does_not_stand_for_the_address_that_was_fetched() -> None:
    link = "<link rel='canonical' href='https://elsewhere.example/'>"
    with serving({"/": answer(article(head=link))}) as server:
        document = load(server.url(), fetching=fetching())
    assert document.url == server.url()
    (note,) = document.notes
    assert note == "The page names https://elsewhere.example/ as the address of its article."


def test_articles_keep_the_order_in_which_their_sources_are_named(tmp_path: Path) -> None:
    file = tmp_path / "middle.txt"
    file.write_text("Words of a text that stands between two pages.", encoding="utf-8")
    with serving({"/": answer(article())}) as server:
        first, last = (server.url("/", host=f"{name}.example") for name in "ab")
        loaded = load_all([first, str(file), last, "nowhere.txt"], fetching=fetching())
    assert [d.outlet for d in loaded.documents] == ["a.example", "Middle", "b.example"]
    assert [skipped.source for skipped in loaded.skipped] == ["nowhere.txt"]


def test_the_agent_gives_its_name_and_asks_for_no_packing_it_cannot_bound() -> None:
    with serving({"/": answer(article())}) as server:
        fetch_pages([server.url()], fetching())
    assert server.paths() == ["/robots.txt", "/"]
    for request in server.asked:
        assert request.headers["user-agent"].startswith("storydiff/")
        assert request.headers["accept-encoding"] == "gzip, deflate"
        assert "cookie" not in request.headers
        assert "referer" not in request.headers


def test_settings_of_the_environment_do_not_count_unless_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving({"/": answer(article())}) as server, serving({}) as proxy:
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
        monkeypatch.setenv("no_proxy", "")
        page_of(*fetch_pages([server.url()], fetching()))
        assert proxy.asked == []
        fetch_pages([server.url("/", host="a.example")], fetching(use_proxy=True))
        assert proxy.asked


@pytest.mark.parametrize(
    "rules",
    [
        "User-agent: *\nDisallow: /",
        "\ufeffUser-agent: *\nDisallow: /news",
        "User-agent: other\nAllow: /\n\nUser-agent: storydiff\nDisallow: /n*s$",
    ],
)
def test_a_page_that_robots_may_not_read_is_not_fetched(rules: str) -> None:
    with serving({"/robots.txt": robots(rules), "/news": answer(article())}) as server:
        wrong = failure_of(*fetch_pages([server.url("/news")], fetching()))
    assert server.paths() == ["/robots.txt"]
    assert "robots.txt of 127.0.0.1 asks programs not to read this page" in wrong.reason
    assert "Save the page in your browser" in wrong.advice


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "410 Gone"])
def test_a_site_without_robots_txt_allows_everything(status: str) -> None:
    routes = {"/robots.txt": answer(status=status), "/": answer(article())}
    with serving(routes) as server:
        page_of(*fetch_pages([server.url()], fetching()))


@pytest.mark.parametrize("status", ["500 Error", "503 Busy", "429 Slow", "599 Odd"])
def test_a_robots_txt_out_of_order_means_not_now(status: str) -> None:
    routes = {"/robots.txt": answer(status=status), "/": answer(article())}
    with serving(routes) as server:
        wrong = failure_of(*fetch_pages([server.url()], fetching()))
    assert "/" not in server.paths()
    assert "cannot be read now" in wrong.reason
    assert wrong.outcome == "unreachable"


def test_robots_are_asked_again_for_every_new_host_on_the_way() -> None:
    with serving({"/": answer(article()), "/robots.txt": robots("User-agent: *\nDisallow: /")}) as (
        closed
    ):
        target = redirect(closed.url("/", host="closed.example"))
        with serving({"/": target}) as server:
            wrong = failure_of(*fetch_pages([server.url()], fetching()))
    assert "robots.txt of closed.example" in wrong.reason
    assert closed.paths() == ["/robots.txt"]


def test_robots_txt_is_read_once_for_all_pages_of_a_site(shelf: Path) -> None:
    routes: dict[str, Route] = {f"/{n}": answer(article()) for n in range(4)}
    with serving(routes) as server:
        urls = [server.url(path) for path in routes]
        fetch_pages(urls, fetching(cache=shelf, limits=PATIENT))
        fetch_pages(urls, fetching(cache=shelf, limits=PATIENT, refresh=True))
    assert server.paths().count("/robots.txt") == 1


def test_pages_of_one_host_come_one_by_one_with_a_pause(clock: StoppedClock) -> None:
    routes: dict[str, Route] = {f"/{n}": answer(article()) for n in range(3)}
    with serving(routes) as server:
        fetch_pages([server.url(path) for path in routes], fetching(clock))
    assert clock.waits == [2.0, 2.0]


def test_a_longer_pause_that_a_site_asks_for_is_kept(clock: StoppedClock) -> None:
    rules = robots("User-agent: *\nCrawl-delay: 7")
    routes: dict[str, Route] = {f"/{n}": answer(article()) for n in range(2)}
    with serving({"/robots.txt": rules, **routes}) as server:
        fetch_pages([server.url(path) for path in routes], fetching(clock))
    assert clock.waits == [7.0]


def test_an_absurd_pause_is_cut(clock: StoppedClock) -> None:
    rules = robots("User-agent: *\nCrawl-delay: 86400")
    routes: dict[str, Route] = {f"/{n}": answer(article()) for n in range(2)}
    with serving({"/robots.txt": rules, **routes}) as server:
        fetch_pages([server.url(path) for path in routes], fetching(clock))
    assert clock.waits == [60.0]


def test_a_redirect_within_a_host_is_one_visit(clock: StoppedClock) -> None:
    with serving({"/a": redirect("/b"), "/b": answer(article())}) as server:
        page = page_of(*fetch_pages([server.url("/a")], fetching(clock)))
    assert clock.waits == []
    assert page.chain == (server.url("/a"),)


@pytest.mark.parametrize("status", ["500 Error", "502 Bad", "503 Busy", "504 Late"])
def test_what_may_pass_is_tried_again_after_a_wait_with_jitter(
    status: str, clock: StoppedClock
) -> None:
    route = in_turn([answer(status=status), answer(status=status), answer(article())])
    with serving({"/": route}) as server:
        how = fetching(clock, limits=FetchLimits(pause=0.0))
        page = page_of(*fetch_pages([server.url()], how))
    assert page.data == article()
    assert clock.waits == [0.5, 1.0]


def test_too_many_requests_without_a_time_are_followed_by_a_longer_wait(
    clock: StoppedClock,
) -> None:
    with serving({"/": in_turn([answer(status="429 Slow"), answer(article())])}) as server:
        page_of(*fetch_pages([server.url()], fetching(clock, limits=FetchLimits(pause=0.0))))
    assert clock.waits == [5.0]


def test_tries_are_counted() -> None:
    with serving({"/": answer(status="503 Busy")}) as server:
        how = fetching(limits=FetchLimits(tries=3, pause=0.0))
        wrong = failure_of(*fetch_pages([server.url()], how))
    assert server.paths().count("/") == 3
    assert wrong.reason == "the site has a fault of its own (HTTP 503)"


@pytest.mark.parametrize("status", ["400 Bad", "401 Log in", "403 No", "404 None", "410 Gone"])
def test_what_will_not_pass_is_not_tried_again(status: str) -> None:
    with serving({"/": answer(status=status)}) as server:
        wrong = failure_of(*fetch_pages([server.url()], fetching()))
    assert server.paths().count("/") == 1
    assert f"(HTTP {status[:3]})" in wrong.reason


@pytest.mark.parametrize("value", ["9", "Tue, 14 Oct 2031 21:05:09 GMT"])
def test_a_short_retry_after_is_waited_for(value: str, clock: StoppedClock) -> None:
    route = in_turn([answer(status="429 Slow", Retry_After=value), answer(article())])
    with serving({"/": route}) as server:
        page_of(*fetch_pages([server.url()], fetching(clock, limits=FetchLimits(pause=0.0))))
    assert clock.waits == [9.0]


def test_a_long_retry_after_parks_the_host_and_tells_the_time(clock: StoppedClock) -> None:
    route = answer(status="429 Slow", Retry_After="86400")
    with serving({"/a": route, "/b": answer(article())}) as server:
        how = fetching(clock, limits=FetchLimits(pause=0.0))
        results = [failure_of(r) for r in fetch_pages([server.url("/a"), server.url("/b")], how)]
    assert server.paths() == ["/robots.txt", "/a"]
    for wrong in results:
        assert wrong.reason == "127.0.0.1 asks to be let alone until 15 October 2031, 21:05 UTC"
    assert clock.waits == []


def test_a_test_for_persons_is_named_and_not_tried_again() -> None:
    route = answer(b"<title>Just a moment...</title>", status="503 Busy")
    with serving({"/": route}) as server:
        wrong = failure_of(*fetch_pages([server.url()], fetching()))
    assert wrong.outcome == "captcha"
    assert server.paths().count("/") == 1


def test_a_page_that_broke_off_is_asked_for_again() -> None:
    route = in_turn([answer(article(), length=99_999), answer(article())])
    with serving({"/": route}) as server:
        assert page_of(*fetch_pages([server.url()], fetching())).data == article()


def test_an_address_given_twice_is_fetched_once() -> None:
    with serving({"/": answer(article())}) as server:
        one, two = fetch_pages([server.url()] * 2, fetching())
    assert one == two
    assert server.paths().count("/") == 1


def test_progress_is_told_by_source() -> None:
    said: list[tuple[str, str]] = []
    with serving({"/": answer(article())}) as server:
        fetch_pages([server.url(), "ftp://a.example"], fetching(), told=lambda *a: said.append(a))
    assert [state for source, state in said if source == server.url()] == [
        "reading robots.txt",
        "fetching",
        "fetched, 0 kB",
    ]
    assert ("ftp://a.example", "ftp: addresses are not fetched, only http and https") in said


def test_pages_can_be_fetched_where_a_loop_runs_already() -> None:
    import asyncio

    async def notebook(url: str) -> object:
        return fetch_pages([url], fetching())[0]

    # In a thread of its own: tests that drive a browser leave a loop in this one.
    with serving({"/": answer(article())}) as server, ThreadPoolExecutor(1) as thread:
        found = thread.submit(lambda: asyncio.run(notebook(server.url()))).result()
    assert isinstance(found, FetchedPage)
