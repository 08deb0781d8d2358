"""What robots.txt takes is a part of the time that a source has, and waits are bounded in sum."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from compare.sources.fetch.pages import fetch_pages
from compare.sources.fetch.replies import LONGEST_WAIT, asked_wait
from compare.sources.fetch.robots import MAX_BYTES, read_rules
from compare.sources.fetch.settings import FetchLimits
from tests.hostile.server import Request, Route, Server, answer, redirect, serving
from tests.hostile.web import StoppedClock, article, failure_of, fetching, in_turn, page_of

NO_PAUSE = FetchLimits(pause=0.0, tries=4)
NOW = StoppedClock().now()


def slow(clock: StoppedClock, seconds: float, data: bytes) -> Route:
    """An answer that takes some seconds of the clock that the fetcher looks at."""

    def send(connection: socket.socket, _request: Request) -> None:
        clock.passed += seconds
        connection.sendall(data)

    return send


def taken(routes: Callable[[StoppedClock, Server], dict[str, Route]]) -> tuple[object, float]:
    """What comes of a page, and the seconds that it took."""
    clock = StoppedClock()
    with serving({}) as server:
        server.routes |= routes(clock, server)
        (result,) = fetch_pages([server.url("/")], fetching(clock, limits=NO_PAUSE))
    return result, clock.passed


def test_slow_rules_and_a_slow_page_have_one_minute_together() -> None:
    result, passed = taken(
        lambda clock, _: {
            "/robots.txt": slow(clock, 50, answer()),
            "/": slow(clock, 5, answer(status="503 Busy")),
        }
    )
    assert "HTTP 503" in failure_of(result).reason
    assert passed <= 62


@pytest.mark.parametrize("seconds", [16.0, 29.0, 55.0])
def test_rules_that_fail_slowly_each_time_end_with_the_minute(seconds: float) -> None:
    result, passed = taken(
        lambda clock, _: {"/robots.txt": slow(clock, seconds, answer(status="503 Busy"))}
    )
    failure_of(result)
    assert passed <= 60 + seconds + 8  # the last answer, and the waits between tries


def test_rules_that_lead_on_and_on_end_with_the_minute() -> None:
    result, passed = taken(
        lambda clock, _: {
            "/robots.txt": slow(clock, 25, redirect("/r1")),
            **{f"/r{n}": slow(clock, 25, redirect(f"/r{n + 1}")) for n in range(1, 9)},
            "/": answer(article()),
        }
    )
    assert "took longer than 60 s" in failure_of(result).reason
    assert passed <= 60 + 25


def test_rules_that_are_known_cost_nothing() -> None:
    clock = StoppedClock()
    routes: dict[str, Route] = {
        "/robots.txt": slow(clock, 40, answer()),
        **{f"/{n}": slow(clock, 15, answer(article())) for n in range(3)},
    }
    with serving(routes) as server:
        urls = [server.url(f"/{n}") for n in range(3)]
        for result in fetch_pages(urls, fetching(clock, limits=NO_PAUSE)):
            page_of(result)


@pytest.mark.parametrize("value", ["25", "40", "59", "60"])
def test_waits_that_are_asked_for_again_and_again_are_bounded_in_sum(value: str) -> None:
    result, passed = taken(lambda *_: {"/": answer(status="503 Busy", Retry_After=value)})
    assert "HTTP 503" in failure_of(result).reason
    assert passed <= 60


def test_a_second_short_wait_is_kept() -> None:
    busy = answer(status="503 Busy", Retry_After="20")
    result, passed = taken(lambda *_: {"/": in_turn([busy, busy, answer(article())])})
    page_of(result)
    assert passed == 40


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("9", 9.0),
        ("0", 0.0),
        ("009", 9.0),
        ("Tue, 14 Oct 2031 21:05:09 GMT", 9.0),
        ("Tue, 14 Oct 2031 23:05:09 +0200", 9.0),
        ("Tue, 14 Oct 2031 21:05:09", 9.0),
        ("Tue, 14 Oct 2031 21:00:00 GMT", 0.0),
        ("999999999", LONGEST_WAIT),
        ("9" * 5_000, LONGEST_WAIT),
        ("Fri, 31 Dec 9999 23:59:59 -2359", LONGEST_WAIT),
        ("Mon, 01 Jan 0001 00:00:00 +2359", 0.0),
        ("Fri, 31 Dec 99999 23:59:59 GMT", None),
        ("Sat, 31 Feb 2032 00:00:00 GMT", None),
        ("٩", None),
        ("²", None),
        ("-1", None),
        ("1e9", None),
        ("inf", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_wait_is_read_whatever_is_written(value: str, seconds: float | None) -> None:
    assert asked_wait(value, now=NOW) == seconds


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_line_that_the_bound_cuts_is_no_rule(end: bytes) -> None:
    head = b"User-agent: *" + end + b"Disallow: /kept" + end
    rule = b"Disallow: /private"
    filler = b"#" * (MAX_BYTES - len(head) - len(end) - len(b"Disallow: /"))
    rules = read_rules(head + filler + end + rule + end + b"Disallow: /after")
    assert not rules.allow("http://a.example/kept")
    assert rules.allow("http://a.example/other")
    assert rules.allow("http://a.example/after")


def test_rules_of_exactly_the_bound_are_read_to_their_end() -> None:
    rule = b"\nDisallow: /last"
    head = b"User-agent: *\n"
    data = head + b"#" * (MAX_BYTES - len(head) - len(rule)) + rule
    assert len(data) == MAX_BYTES
    assert not read_rules(data).allow("http://a.example/last")


def test_rules_without_any_line_end_are_none() -> None:
    assert read_rules(b"#" * (MAX_BYTES + 1)).allow("http://a.example/")


@pytest.mark.parametrize(
    "pattern",
    [
        "/*a*a*a*a*a*a*a*a*a*a*a*a*b",
        "/" + "*a" * 400 + "b",
        "/" + "*" * 4_000 + "b",
        "/" + "a*" * 1_000 + "$",
        "/*" + "?*" * 200,
        "/" + "%2a*" * 300,
    ],
)
def test_rules_of_many_stars_are_matched_at_once(pattern: str) -> None:
    """Versions of protego below 0.6 take minutes for the first of them."""
    rules = read_rules(f"User-agent: *\nDisallow: {pattern}\n".encode())
    assert rules.allow("http://a.example/" + "a" * 300)
