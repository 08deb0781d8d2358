"""Whatever bytes a page has, a document comes of it or an error that this package raises."""

from __future__ import annotations

import contextlib
import gzip
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import CompareError
from compare.sources.fetch.fetched import FetchedPage
from compare.sources.fetch.pages import fetch_pages
from compare.sources.web import read_fetched
from tests.hostile.server import answer, serving
from tests.hostile.web import article, fetching
from tests.sources.odd_pages import ODD
from tests.sources.ordinary_pages import ORDINARY

BEGINNINGS = (
    b"", b"<html>", b"<?xml version='1.0'?>", b"%PDF-1.7\n", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"{",
    b"<rss>", b"\xff\xfe", b"\xef\xbb\xbf", b"From: a\r\nContent-Type: multipart/related\r\n\r\n",
)  # fmt: skip
KINDS = st.sampled_from(
    [
        "text/html",
        "text/html; charset=utf-7",
        "text/plain",
        "application/json",
        "image/png",
        "x",
        "",
    ]
)
BODIES = st.one_of(
    st.builds(bytes.__add__, st.sampled_from(BEGINNINGS), st.binary(max_size=400)),
    st.builds(
        lambda at, more: article()[:at] + more + article()[at:],
        st.integers(0, 400),
        st.binary(max_size=60),
    ),
    st.lists(
        st.sampled_from(
            ["<p>", "<table>", "<script>", "<!--", "<svg>", "</", "&#0;", "&x;", "ferry adrift "]
        ),
        max_size=200,
    ).map(lambda pieces: "".join(pieces).encode()),
)

PAGES = (*(data for _, data in ODD.values()), *ORDINARY.values(), article())
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "latin-1",
    "cp1251",
    "shift_jis",
)
SPLICES = st.sampled_from(
    [
        b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"<!--", b"]]>", b"<![CDATA[", b"</html>",
        b"<table>" * 60,
        b"<div>" * 300, b"<p " + b"x" * 5_000 + b"='", b"&#x110000;", b"&#xD800;", b"<svg><title>",
        b"<meta charset=utf-16>", b"<script type='application/ld+json'>[[[[", b"<base href='//['>",
        b"<a href='http://['>", b"<link rel=canonical href='http://[::1'>",
        b"<h1>" + b"\xcc\x81" * 300,
    ]
)  # fmt: skip
MUTATED = st.builds(
    lambda page, coding, cuts, end: _spliced(
        page.decode("utf-8", "replace").encode(coding, "replace"), cuts, end
    ),
    st.sampled_from(PAGES),
    st.sampled_from(ENCODINGS),
    st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 40), SPLICES), max_size=6),
    st.integers(0, 9_000),
)


def _spliced(data: bytes, cuts: list[tuple[int, int, bytes]], end: int) -> bytes:
    """The data with pieces of it replaced, up to a length at which it breaks off."""
    for at, length, piece in cuts:
        data = data[:at] + piece + data[at + length :]
    return data[:end]


@settings(deadline=None, max_examples=150)
@given(data=st.one_of(BODIES, MUTATED), kind=KINDS)
def test_any_bytes_make_a_document_or_an_error_of_ours(data: bytes, kind: str) -> None:
    page = FetchedPage(
        source="https://a.example/x",
        url="https://a.example/x",
        data=data,
        status=200,
        headers=(("Content-Type", kind),),
        when=datetime(2031, 10, 14, tzinfo=UTC),
    )
    with contextlib.suppress(CompareError):
        records = read_fetched(page)
        assert records.documents or records.problems
        for document in records.documents:
            assert document.text.strip()
            assert document.url


@settings(deadline=None, max_examples=25)
@given(data=st.one_of(st.binary(max_size=300), BODIES.map(answer), BODIES.map(gzip.compress)))
def test_any_bytes_on_the_wire_make_a_page_or_an_error_of_ours(data: bytes) -> None:
    with serving({"/": data, "/robots.txt": answer(data)}) as server:
        (result,) = fetch_pages([server.url()], fetching())
    assert isinstance(result, FetchedPage | CompareError)
