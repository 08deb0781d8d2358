# ruff: noqa: E501 - the cases read best one a line
"""Feeds, lists of feeds and sitemaps, honest and hostile."""

from __future__ import annotations

import builtins
import contextlib
import gzip
import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import CompareError, UnreadableSource
from compare.sources.candidates import Candidate
from compare.sources.feeds import feeds_of_page, read_listing

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Times</title>
<item><title>Ferry adrift &amp; all safe</title><link>https://harbour-times.example/1</link>
<pubDate>Tue, 14 Oct 2031 21:05:00 +0200</pubDate>
<description>&lt;p&gt;The &lt;b&gt;coastguard&lt;/b&gt; said so.&lt;/p&gt;</description></item>
<item><title>No address</title></item>
<item><title>Odd address</title><link>javascript:alert(1)</link></item>
</channel></rss>"""
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Lantern</title>
<entry><title>Night of fear</title><link rel="alternate" href="https://lantern.example/2"/>
<updated>2031-10-14T20:00:00Z</updated><summary>A ferry burned.</summary></entry></feed>"""
OPML = b"""<?xml version="1.0"?><opml version="2.0"><body><outline text="News">
<outline type="rss" xmlUrl="https://harbour-times.example/feed"/>
<outline type="rss" xmlUrl="https://lantern.example/feed"/></outline>
<outline type="rss" xmlUrl="https://lantern.example/feed"/>
<outline xmlUrl="file:///etc/passwd"/></body></opml>"""
NEWS_MAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://lantern.example/3</loc>
<news:news><news:publication><news:name>The Lantern</news:name><news:language>en</news:language>
</news:publication><news:publication_date>2031-10-14T21:05:00Z</news:publication_date>
<news:title>Ferry adrift</news:title></news:news></url></urlset>"""
PLAIN_MAP = b"""<urlset><url><loc>https://lantern.example/news/ferry-adrift-off-port</loc>
<lastmod>2031-10-14</lastmod></url></urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://lantern.example/old.xml</loc></sitemap>
<sitemap><loc>https://lantern.example/news.xml</loc></sitemap></sitemapindex>"""
WHEN = datetime(2031, 10, 14, 21, 5, tzinfo=UTC)


def articles(data: bytes) -> tuple[Candidate, ...]:
    return read_listing(data, source="https://a.example/feed").candidates


def test_the_articles_of_a_feed_carry_title_time_and_outlet() -> None:
    assert articles(RSS) == (
        Candidate(
            url="https://harbour-times.example/1",
            title="Ferry adrift & all safe",
            outlet="Harbour Times",
            seen=datetime(2031, 10, 14, 19, 5, tzinfo=UTC),
            summary="The coastguard said so.",
        ),
    )
    (atom,) = articles(ATOM)
    assert (atom.outlet, atom.title, atom.url) == (
        "The Lantern",
        "Night of fear",
        "https://lantern.example/2",
    )


def test_a_feed_that_the_fast_parser_cannot_read_is_given_to_the_patient_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_data: bytes) -> None:
        raise ValueError("no feed")

    monkeypatch.setattr("fastfeedparser.parse", fail)
    (one,) = [one for one in articles(RSS) if one.title.startswith("Ferry")]
    assert one.url == "https://harbour-times.example/1"


def test_feed_parsers_get_bytes_only_and_open_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(RSS)
    given: list[object] = []

    def fail(data: object) -> None:
        given.append(data)
        raise ValueError("no feed")

    monkeypatch.setattr("fastfeedparser.parse", fail)
    opened: list[object] = []
    real = builtins.open

    def watch(file: Any, *rest: Any, **more: Any) -> Any:
        opened.append(file)
        return real(file, *rest, **more)

    monkeypatch.setattr(builtins, "open", watch)
    body = b"<rss>" + str(secret).encode()
    with pytest.raises(UnreadableSource, match="this feed is damaged"):
        read_listing(body, source="https://a.example/feed")
    assert given == [body]
    assert str(secret) not in map(str, opened)


def test_a_list_of_feeds_gives_their_addresses_each_once() -> None:
    assert read_listing(OPML, source="feeds.opml").further == (
        "https://harbour-times.example/feed",
        "https://lantern.example/feed",
    )


def test_a_news_sitemap_names_title_outlet_and_time() -> None:
    assert articles(NEWS_MAP) == (
        Candidate(
            url="https://lantern.example/3", title="Ferry adrift", outlet="The Lantern", seen=WHEN
        ),
    )


def test_a_sitemap_without_titles_offers_the_words_of_its_addresses() -> None:
    (one,) = articles(PLAIN_MAP)
    assert one.title == ""
    assert "ferry adrift off port" in one.summary
    assert one.outlet == "lantern.example"


def test_maps_of_news_come_first_in_an_index_of_sitemaps() -> None:
    assert read_listing(INDEX, source="s").further == (
        "https://lantern.example/news.xml",
        "https://lantern.example/old.xml",
    )


def test_a_packed_sitemap_is_unpacked_within_a_bound() -> None:
    assert articles(gzip.compress(NEWS_MAP)) == articles(NEWS_MAP)
    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb", mtime=0) as stream:
        for _ in range(60):
            stream.write(b" " * 1_000_000)
    with pytest.raises(UnreadableSource, match="larger than 50 MB"):
        read_listing(bomb.getvalue(), source="s")
    with pytest.raises(UnreadableSource, match="packing is damaged"):
        read_listing(b"\x1f\x8bnothing", source="s")


@pytest.mark.parametrize("body", [RSS, ATOM, OPML, NEWS_MAP])
def test_entities_are_neither_fetched_nor_multiplied(body: bytes, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret words")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    entities = f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}"><!ENTITY l0 "lol">{laughs}]>'
    hostile = body.replace(b"?>", f"?>{entities}".encode(), 1)
    hostile = hostile.replace(b"Ferry adrift", b"Ferry adrift &s; &l9;")
    with contextlib.suppress(CompareError):
        listing = read_listing(hostile, source="https://a.example/feed")
        assert "secret" not in repr(listing)
        assert len(repr(listing)) < 10_000


@pytest.mark.parametrize("data", [b"", b"<html><body>Hello", b"{}", b"words", b"<?xml?>"])
def test_what_lists_nothing_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableSource, match="no feed, sitemap or list of feeds"):
        read_listing(data, source="https://a.example/feed")


def test_a_page_names_its_feeds() -> None:
    page = (
        b"<html><head><link rel='alternate' type='application/rss+xml' href='/feed'>"
        b"<link rel='alternate' hreflang='de' href='/de'><link rel='icon' href='/i'></head></html>"
    )
    assert feeds_of_page(page, url="https://a.example/news") == ("https://a.example/feed",)
    assert feeds_of_page(b" ", url="https://a.example/") == ()


@settings(deadline=None, max_examples=80)
@given(
    body=st.sampled_from([RSS, ATOM, OPML, NEWS_MAP, INDEX]),
    at=st.integers(0, 500),
    byte=st.integers(0, 255),
    cut=st.booleans(),
)
def test_any_damage_gives_a_listing_or_an_error_of_ours(
    body: bytes, at: int, byte: int, cut: bool
) -> None:
    at = min(at, len(body) - 1)
    data = body[:at] if cut else body[:at] + bytes([byte]) + body[at + 1 :]
    with contextlib.suppress(CompareError):
        listing = read_listing(data, source="https://a.example/feed")
        assert all(one.url.startswith("http") for one in listing.candidates)


@pytest.mark.parametrize(
    "reference", ["&#xD800;", "&#xdfff;", "&#55296;", "&#57343;", "&#x0D83D;", "&#xDE00;&#xD83D;"]
)
@pytest.mark.parametrize(
    "form",
    [
        "<urlset><url><loc>https://a.example/1</loc><title>A {} b</title></url></urlset>",
        "<urlset><url><loc>https://a.example/{}</loc><title>A</title></url></urlset>",
        "<rss><channel><title>A{}</title><item><title>B {}</title>"
        "<link>https://a.example/1</link></item></channel></rss>",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title>{}</title>'
        '<link href="https://a.example/1"/></entry></feed>',
    ],
)
def test_half_a_surrogate_in_a_list_is_a_question_mark_and_no_crash(
    form: str, reference: str
) -> None:
    (found,) = articles(form.replace("{}", reference).encode())
    assert "".join((found.title, found.url, found.outlet, found.summary)).encode()


def test_both_halves_of_a_surrogate_in_a_list_are_the_character_they_mean() -> None:
    data = (
        b"<urlset><url><loc>https://a.example/1</loc><title>&#55357;&#56832;</title></url></urlset>"
    )
    assert articles(data)[0].title == "\N{GRINNING FACE}"
    data = b"<opml><body><outline xmlUrl='https://a.example/&#xD83D;&#xDE00;'/></body></opml>"
    assert read_listing(data, source="s").further == ("https://a.example/\N{GRINNING FACE}",)


@pytest.mark.parametrize("data", [b"", b" ", b"<!-- -->", b"\0", b"<?xml?>", b"<html>"])
def test_a_page_of_nothing_names_no_feeds(data: bytes) -> None:
    assert feeds_of_page(data, url="https://a.example/") == ()


def test_an_address_of_a_feed_that_is_none_is_passed_over() -> None:
    link = b"<link rel=alternate type='application/rss+xml' href='%s'>"
    page = b"<html>" + link % b"http://[::1" + link % b"/f"
    assert feeds_of_page(page, url="https://a.example/") == ("https://a.example/f",)


RSS_OF = (
    '<?xml version="1.0"?><rss version="2.0"{rss}><channel{channel}><title>Q</title>{site}<item{item}>'
    "<title>T</title><link>{link}</link></item></channel></rss>"
)
ATOM_OF = (
    '<feed xmlns="http://www.w3.org/2005/Atom"{feed}><title>Q</title>{site}<entry{entry}><title>T'
    '</title><link{own} href="{link}"/><id>x</id></entry></feed>'
)
SITE = "<link>https://quay.example/</link>"
SELF = '<link rel="self" href="https://quay.example/f/a.xml"/><link href="https://quay.example/"/>'
HERE = "https://quay.example/feeds/all.xml"


@pytest.mark.parametrize(
    ("parts", "source", "url"),
    [
        ({"site": SITE, "link": "/bridge"}, "feed.xml", "https://quay.example/bridge"),
        ({"site": SITE, "link": "bridge"}, HERE, "https://quay.example/bridge"),
        ({"site": SITE, "link": "../bridge"}, "feed.xml", "https://quay.example/bridge"),
        ({"site": SITE, "link": "?id=1"}, "feed.xml", "https://quay.example/?id=1"),
        ({"site": SITE, "link": "//cdn.quay.example/b"}, HERE, "https://cdn.quay.example/b"),
        ({"link": "/bridge"}, HERE, "https://quay.example/bridge"),
        (
            {"link": "b", "rss": ' xml:base="https://b.example/x/"'},
            "f.xml",
            "https://b.example/x/b",
        ),
        ({"link": "b", "item": ' xml:base="https://b.example/x/"'}, HERE, "https://b.example/x/b"),
        (
            {"site": SITE, "link": "b", "channel": ' xml:base="sub/"'},
            HERE,
            "https://quay.example/sub/b",
        ),
        ({"site": SITE, "link": "https://c.example/b"}, HERE, "https://c.example/b"),
    ],
)
def test_relative_links_of_a_feed_are_resolved(
    parts: dict[str, str], source: str, url: str
) -> None:
    blank = dict.fromkeys(("rss", "channel", "site", "item"), "")
    data = RSS_OF.format(**{**blank, **parts}).encode()
    assert [one.url for one in read_listing(data, source=source).candidates] == [url]


@pytest.mark.parametrize(
    ("parts", "source", "url"),
    [
        ({"site": SELF, "link": "/bridge"}, "feed.xml", "https://quay.example/bridge"),
        ({"link": "/bridge"}, HERE, "https://quay.example/bridge"),
        ({"feed": ' xml:base="https://b.example/x/"', "link": "b"}, "f.xml", "https://b.example/x/b"),
        ({"entry": ' xml:base="https://b.example/x/"', "link": "b"}, HERE, "https://b.example/x/b"),
        ({"feed": ' xml:base="https://b.example/x/"', "entry": ' xml:base="y/"', "link": "b"},
         "f.xml", "https://b.example/x/y/b"),
        ({"site": SELF, "own": ' xml:base="https://c.example/"', "link": "b"}, HERE, "https://c.example/b"),
    ],
)  # fmt: skip
def test_relative_links_of_an_atom_feed_are_resolved(
    parts: dict[str, str], source: str, url: str
) -> None:
    blank = dict.fromkeys(("feed", "site", "entry", "own"), "")
    data = ATOM_OF.format(**{**blank, **parts}).encode()
    assert [one.url for one in read_listing(data, source=source).candidates] == [url]
