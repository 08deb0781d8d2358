"""Looking for articles: a search service that behaves like the real one, feeds, and their order."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from compare.errors import FetchFailed
from compare.sources.candidates import Candidate, FoundCandidates, best_candidates, share_of
from compare.sources.discovery import find_articles
from compare.sources.gdelt import query_address, read_answer
from tests.hostile.server import Route, Server, answer, serving
from tests.hostile.web import StoppedClock, fetching, in_turn
from tests.sources.test_feeds import ATOM, INDEX, NEWS_MAP, OPML, PLAIN_MAP, RSS

NOW = datetime(2031, 10, 14, 22, tzinfo=UTC)
ARTICLE = {
    "url": "https://harbour-times.example/1",
    "url_mobile": "",
    "title": "Ferry adrift off Port Ellery",
    "seendate": "20311014T211500Z",
    "socialimage": "",
    "domain": "harbour-times.example",
    "language": "English",
    "sourcecountry": "Nowhere",
}
LISTED = Candidate(
    url="https://harbour-times.example/1",
    title="Ferry adrift off Port Ellery",
    outlet="harbour-times.example",
    seen=datetime(2031, 10, 14, 21, 15, tzinfo=UTC),
    searched=True,
)


def ask(route: Route) -> tuple[FoundCandidates, Server]:
    """What is found through a stand-in for the search service."""
    path = f"/doc?{urlsplit(query_address('ferry fire', days=3)).query}"
    with serving({path: route}) as server:
        found = find_articles("ferry fire", ["gdelt"], fetching(), service=server.url("/doc"))
    return found, server


def said(data: object) -> bytes:
    return answer(json.dumps(data).encode(), kind="application/json")


def test_the_service_is_asked_for_english_articles_of_the_last_days() -> None:
    query = parse_qs(urlsplit(query_address('ferry "all safe"', days=5)).query)
    assert query["query"] == ['ferry "all safe" sourcelang:english']
    assert query["timespan"] == ["5d"]
    assert query["maxrecords"] == ["250"]
    assert (query["mode"], query["format"]) == (["artlist"], ["json"])


@pytest.mark.parametrize(
    ("query", "sent"),
    [
        ("ferry fire", "ferry fire"),
        ("by-election Port Ellery", '"by-election" Port Ellery'),
        ("O'Neill 9.5", '"O\'Neill" "9.5"'),
        ('"all-safe" ferry', '"all-safe" ferry'),
        ("(ferry OR boat) by-election", "(ferry OR boat) by-election"),
        ("ferry domain:harbour-times.example", "ferry domain:harbour-times.example"),
    ],
)
def test_words_with_marks_are_quoted_for_the_service(query: str, sent: str) -> None:
    asked = parse_qs(urlsplit(query_address(query, days=3)).query)["query"]
    assert asked == [f"{sent} sourcelang:english"]


def test_what_the_service_lists_becomes_candidates() -> None:
    found, server = ask(said({"articles": [ARTICLE]}))
    assert found == FoundCandidates(candidates=(LISTED,), problems=())
    assert len(server.asked) == 1


def test_nothing_found_is_no_error() -> None:
    assert ask(said({}))[0] == FoundCandidates(candidates=(), problems=())


@pytest.mark.parametrize(
    "body", [b"Your query was too short or too long.\n", b"<html><p>Your query was too short</p>"]
)
def test_a_refusal_that_looks_like_a_success_is_told_in_its_words(body: bytes) -> None:
    (wrong,) = ask(answer(body))[0].problems
    assert wrong.source == "gdelt"
    assert wrong.reason.startswith("the service answers: Your query was too short")


def test_too_many_requests_are_waited_out_and_then_told() -> None:
    slow = answer(status="429 Too Many Requests")
    found, _ = ask(in_turn([slow, said({"articles": [ARTICLE]})]))
    assert found.candidates == (LISTED,)
    found, server = ask(slow)
    (wrong,) = found.problems
    assert wrong.source == "gdelt"
    assert wrong.reason == "the site asks for fewer requests (HTTP 429)"
    assert len(server.asked) == 2


BUSY = answer(
    b"Please limit requests to one every 5 seconds or contact us for larger queries.\n",
    kind="text/html; charset=utf-8",
)


def test_a_success_that_asks_for_patience_is_waited_out_like_a_429() -> None:
    found, server = ask(in_turn([BUSY, said({"articles": [ARTICLE]})]))
    assert found.candidates == (LISTED,)
    assert len(server.asked) == 2
    (wrong,) = ask(BUSY)[0].problems
    assert wrong.reason.startswith("the service answers: Please limit requests")


@pytest.mark.parametrize("refusal", [BUSY, answer(b"The specified phrase is too short.")])
def test_a_refusal_is_not_kept_in_the_place_of_an_answer(refusal: bytes, tmp_path: Path) -> None:
    path = f"/doc?{urlsplit(query_address('ferry fire', days=3)).query}"
    how = fetching(cache=tmp_path)
    with serving({path: refusal}) as server:
        place = server.url("/doc")
        assert find_articles("ferry fire", ["gdelt"], how, service=place).problems
        server.routes[path] = said({"articles": [ARTICLE]})
        assert find_articles("ferry fire", ["gdelt"], how, service=place).candidates == (LISTED,)
        asked = len(server.asked)
        assert find_articles("ferry fire", ["gdelt"], how, service=place).candidates == (LISTED,)
        assert len(server.asked) == asked


@pytest.mark.parametrize(
    "title",
    [
        b"Ferry\\'s fire",
        b"Ferry \\x41drift",
        b"Ferry\tadrift\x01\x1f",
        b"Ferry \xff\xfe adrift",
        b"C:\\Users\\ferry \\u12 adrift",
        b'Fine \\u00e9 and \\\\ and \\"quotes\\" of a ferry',
    ],
)
def test_illegal_json_is_read_all_the_same(title: bytes) -> None:
    body = json.dumps({"articles": [ARTICLE]}).encode()
    body = body.replace(b"Ferry adrift off Port Ellery", title)
    (one,) = read_answer(body, source="gdelt")
    assert one.url == ARTICLE["url"]
    assert "erry" in one.title


@pytest.mark.parametrize("body", [b'{"articles": [', b'{"articles": [' * 5_000, b'{"a" 1}'])
def test_json_that_breaks_off_is_an_error_of_ours(body: bytes) -> None:
    with pytest.raises(FetchFailed, match="answer is damaged"):
        read_answer(body, source="gdelt")


@pytest.mark.parametrize(
    "articles", [[{"url": "javascript:x"}], ["x"], [{}], "x", None, [{"url": None}]]
)
def test_entries_that_are_no_articles_are_passed_over(articles: object) -> None:
    assert read_answer(json.dumps({"articles": articles}).encode(), source="gdelt") == ()


def test_a_list_of_feeds_leads_to_its_feeds_and_one_that_fails_leaves_the_others(
    tmp_path: Path,
) -> None:
    with serving({"/one": answer(RSS), "/two": answer(status="404 Gone")}) as server:
        text = OPML.replace(b"https://harbour-times.example/feed", server.url("/one").encode())
        text = text.replace(b"https://lantern.example/feed", server.url("/two").encode())
        (tmp_path / "feeds.opml").write_bytes(text)
        found = find_articles("ferry", [str(tmp_path / "feeds.opml")], fetching(), days=90)
    assert [one.title for one in found.candidates] == ["Ferry adrift & all safe"]
    assert [wrong.source for wrong in found.problems] == [server.url("/two")]


def test_an_index_of_sitemaps_and_a_page_lead_to_what_they_name() -> None:
    with serving({}) as server:
        index = INDEX.replace(b"https://lantern.example", server.url("").encode())
        page = b"<html><head><link rel='alternate' type='application/atom+xml' href='/atom'>"
        robots = f"User-agent: *\nAllow: /\nSitemap: {server.url('/news.xml')}"
        server.routes |= {
            "/index.xml": answer(index),
            "/news.xml": answer(NEWS_MAP),
            "/old.xml": answer(PLAIN_MAP),
            "/": answer(page),
            "/atom": answer(ATOM),
            "/robots.txt": answer(robots.encode(), kind="text/plain"),
        }
        by_index = find_articles("ferry adrift", [server.url("/index.xml")], fetching(), days=30)
        by_page = find_articles("ferry fear", [server.url("/")], fetching(), days=30)
    assert {one.url for one in by_index.candidates} == {
        "https://lantern.example/3",
        "https://lantern.example/news/ferry-adrift-off-port",
    }
    assert {one.url for one in by_page.candidates} == {
        "https://lantern.example/2",
        "https://lantern.example/3",
    }


def test_lists_that_name_each_other_end() -> None:
    with serving({}) as server:
        index = b"<sitemapindex><sitemap><loc>%s</loc></sitemap></sitemapindex>"
        server.routes |= {
            "/a": answer(index % server.url("/b").encode()),
            "/b": answer(index % server.url("/a").encode()),
        }
        found = find_articles("ferry", [server.url("/a")], fetching(), days=30)
    assert found == FoundCandidates(candidates=(), problems=())
    assert len(server.asked) <= 4


def test_the_best_match_comes_first_then_the_youngest_each_article_once() -> None:
    half = replace(LISTED, url="https://b.example/", title="Ferry strike", searched=False)
    older = replace(LISTED, url="https://c.example/", title="Ferry fires", searched=False)
    older = replace(older, seen=NOW - timedelta(days=1))
    young = replace(older, url="https://d.example/", seen=NOW)
    again = replace(young, url="https://d.example/?utm_source=mail#top")
    other = replace(LISTED, url="https://e.example/", title="Council votes", searched=False)
    old = replace(young, url="https://f.example/", seen=NOW - timedelta(days=9))
    undated = replace(young, url="https://g.example/", seen=None)
    given = [half, older, young, again, other, old, undated]
    ranked = best_candidates(given, "ferry fire", now=NOW, days=3, limit=9)
    assert ranked == (young, older, undated, half)
    assert best_candidates(reversed(given), "ferry fire", now=NOW, days=3, limit=2) in (
        (young, older),
        (again, older),
    )


@pytest.mark.parametrize(
    ("query", "text", "share"),
    [
        ("ferry fire", "Ferries on fire", 1.0),
        ("ferry fire", "Firefighters praised", 0.0),
        ("the 212 safe", "212 are safe, the crew said", 1.0),
        ("ferry fire", "", 0.0),
        ("of a", "of a", 0.0),
        ("evacuated", "Evacuation ends", 1.0),
        ("evacuation", "Evacuations end", 1.0),
    ],
)
def test_words_are_found_in_whatever_form(query: str, text: str, share: float) -> None:
    assert share_of(query, text) == share


def test_the_clock_of_the_search_is_the_one_that_was_given() -> None:
    clock = StoppedClock()
    with serving({"/feed": answer(RSS)}) as server:
        assert find_articles("ferry", [server.url("/feed")], fetching(clock)).candidates
        clock.passed += timedelta(days=30).total_seconds()
        assert not find_articles("ferry", [server.url("/feed")], fetching(clock)).candidates
