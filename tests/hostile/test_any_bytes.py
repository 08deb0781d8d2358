"""Whatever bytes a page has, a document comes of it or an error that this package raises."""

from __future__ import annotations

import contextlib
import gzip
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import CompareError
from compare.sources.fetch.fetched import Fetched
from compare.sources.fetch.pages import fetch_pages
from compare.sources.web import read_fetched
from tests.hostile.server import answer, serving
from tests.hostile.web import article, fetching

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


@settings(deadline=None, max_examples=150)
@given(data=BODIES, kind=KINDS)
def test_any_bytes_make_a_document_or_an_error_of_ours(data: bytes, kind: str) -> None:
    page = Fetched(
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
    assert isinstance(result, Fetched | CompareError)
