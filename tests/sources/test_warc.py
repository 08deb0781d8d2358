"""Web archives: what was fetched goes in, and the same articles come out."""

from __future__ import annotations

import contextlib
import gzip
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import CompareError, UnreadableSource
from compare.sources import archived_pages
from compare.sources.article_file import read_article_file
from compare.sources.fetch.fetched import FetchedPage
from compare.sources.load import load_all, load_story
from compare.sources.warc import read_warc, write_warc
from tests.hostile.web import BODY, article
from tests.sources.made_files import zipped

PAGE = FetchedPage(
    source="https://harbour-times.example/ferry",
    url="https://harbour-times.example/ferry",
    data=article(),
    status=200,
    headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("ETag", '"1"')),
    when=datetime(2031, 10, 14, 21, 5, tzinfo=UTC),
)
OTHER = replace(PAGE, url="https://lantern.example/ferry", data=article(title="Ferry found"))
ARCHIVE = write_warc([PAGE, OTHER])


def record(payload: bytes, *, kind: str = "text/html", status: str = "200 OK") -> bytes:
    """An archive of one response, not gzipped, as others write them."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + payload
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Date: 2031-10-14T21:05:00Z\r\nWARC-Target-URI: https://harbour-times.example/x\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def test_pages_come_out_as_they_went_in() -> None:
    records = read_warc(ARCHIVE, source="story.warc.gz")
    assert [document.text for document in records.documents] == ["\n\n".join(BODY)] * 2
    assert [document.outlet for document in records.documents] == [
        "harbour-times.example",
        "lantern.example",
    ]
    assert [document.url for document in records.documents] == [PAGE.url, OTHER.url]
    assert records.documents[0].source == f"story.warc.gz ({PAGE.url})"
    known = {item.field: item.source for item in records.documents[0].provenance}
    assert known["page"] == "WARC, fetched 2031-10-14T21:05:00Z"


def test_a_page_that_was_kept_in_chunks_and_packed_is_put_together() -> None:
    packed = gzip.compress(article())
    pieces = [packed[at : at + 100] for at in range(0, len(packed), 100)]
    body = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
    kind = "text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip"
    (document,) = read_warc(record(body, kind=kind), source="a.warc").documents
    assert document.text == "\n\n".join(BODY)


def test_a_note_that_a_page_was_unchanged_and_a_request_are_no_pages() -> None:
    revisit = record(b"").replace(b"WARC-Type: response", b"WARC-Type: revisit")
    request = record(b"").replace(b"WARC-Type: response", b"WARC-Type: request")
    info = record(b"").replace(b"WARC-Type: response", b"WARC-Type: warcinfo")
    records = read_warc(info + request + record(article()) + revisit, source="a.warc")
    assert len(records.documents) == 1
    assert records.problems == ()


def test_the_same_pages_make_the_same_bytes() -> None:
    assert write_warc([PAGE, OTHER]) == ARCHIVE


def test_headers_of_a_packing_that_is_undone_are_kept_under_another_name() -> None:
    text = gzip.decompress(ARCHIVE)
    assert b"X-Archive-Orig-Content-Encoding: gzip\r\n" in text
    assert b"\r\nContent-Encoding" not in text
    assert b'ETag: "1"\r\n' in text


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "unnamed"])
def test_an_archive_is_known_by_its_name_or_its_first_bytes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(ARCHIVE if name.endswith(".gz") else gzip.decompress(ARCHIVE))
    assert len(load_story([path])) == 2


def test_a_page_without_an_article_is_a_problem_of_its_own(tmp_path: Path) -> None:
    empty = replace(PAGE, url="https://a.example/", data=b"<html><body><p>Hi.</p></body></html>")
    path = tmp_path / "a.warc.gz"
    path.write_bytes(write_warc([PAGE, empty, OTHER]))
    loaded = load_all([path])
    assert len(loaded.documents) == 2
    (skipped,) = loaded.skipped
    assert skipped.source == f"{path} (https://a.example/)"


@pytest.mark.parametrize(
    ("kind", "status"), [("image/png", "200 OK"), ("text/css", "200 OK"), ("text/html", "404 No")]
)
def test_what_is_no_page_is_passed_over(kind: str, status: str) -> None:
    with pytest.raises(UnreadableSource, match="no pages in this archive"):
        read_warc(record(article(), kind=kind, status=status), source="a.warc")


@pytest.mark.parametrize("data", [b"WARC/1.0\r\n", b"nothing", b"\x1f\x8bnothing", b""])
def test_a_damaged_archive_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableSource):
        read_warc(data, source="a.warc")


def test_without_the_package_the_command_that_installs_it_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "warcio", None)
    with pytest.raises(UnreadableSource, match=r"pip install 'storydiff\[warc\]'"):
        read_warc(ARCHIVE, source="a.warc")


def test_a_bomb_in_an_archive_is_cut() -> None:
    data = gzip.compress(record(b"<html><body>" + b"<p> " * 9_000_000))
    records = read_warc(data, source="a.warc")
    assert records.documents == ()
    assert [problem.reason for problem in records.problems] == [
        "it has more markup than an article needs"
    ]


@settings(deadline=None, max_examples=60)
@given(at=st.integers(0, 2_000), byte=st.integers(0, 255), cut=st.booleans())
def test_any_damage_gives_articles_or_an_error_of_ours(at: int, byte: int, cut: bool) -> None:
    plain = gzip.decompress(ARCHIVE)
    data = plain[:at] if cut else plain[:at] + bytes([byte]) + plain[at + 1 :]
    with contextlib.suppress(CompareError):
        records = read_warc(data, source="a.warc")
        assert records.documents or records.problems


TALKATIVE = {
    "a length that is too small": record(article()).replace(
        b"Content-Length: ", b"Content-Length: 10\r\nX: ", 1
    ),
    "an address with spaces and escapes": record(article()).replace(
        b"harbour-times.example/x", b"harbour-times.example/x y\x1b]52;c;aGk=\x07 z"
    ),
    "no line end behind a record": record(article())[:-4] + record(article()),
    "packing that is none": record(b"\x1f\x8bno gzip").replace(
        b"text/html\r\n\r\n", b"text/html\r\nContent-Encoding: gzip\r\n\r\n"
    ),
    "chunks that are none": record(b"zz\r\nx").replace(
        b"text/html\r\n\r\n", b"text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    ),
    "packed as a whole": gzip.compress(record(article()) * 2),
}


@pytest.mark.parametrize("data", TALKATIVE.values(), ids=TALKATIVE)
def test_what_the_reader_of_archives_says_by_itself_is_not_heard(
    data: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    with contextlib.suppress(CompareError):
        read_warc(data, source="story.warc")
    assert capfd.readouterr() == ("", "")


def coded(payload: bytes, coding: str) -> bytes:
    """An archive of one response whose body is packed."""
    plain = record(payload)
    at = plain.index(b"Content-Type: text/html")
    extra = f"Content-Encoding: {coding}\r\n".encode()
    old = f"Content-Length: {len(plain) - plain.index(b'HTTP/1.1') - 4}".encode()
    new = f"Content-Length: {len(plain) - plain.index(b'HTTP/1.1') - 4 + len(extra)}".encode()
    assert old in plain
    return (plain[:at] + extra + plain[at:]).replace(old, new)


def texts(data: bytes, name: str = "a.warc") -> list[str]:
    records = read_article_file(data, name=name, source=name)
    assert not records.problems
    return [document.text for document in records.documents]


WHOLE = "\n\n".join(BODY)


def test_a_page_packed_with_brotli_is_read() -> None:
    brotli = pytest.importorskip("brotli", reason="Brotli is part of the extra warc")
    assert texts(coded(brotli.compress(article()), "br")) == [WHOLE]


@pytest.mark.parametrize("coding", ["zstd", "compress", "aes128gcm"])
def test_a_page_packed_in_another_way_is_told_and_the_others_are_read(coding: str) -> None:
    records = read_warc(coded(b"\x28packed", coding) + record(article()), source="a.warc")
    assert [document.text for document in records.documents] == [WHOLE]
    assert f"packed with {coding}" in str(records.problems[0])


def test_a_page_packed_with_brotli_is_told_where_nothing_unpacks_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archived_pages, "find_spec", lambda _name: None)
    held = archived_pages.archived_pages(coded(b"\x8bpacked", "br") + record(article()))
    assert len(held.pages) == 1
    assert "packed with br" in held.locked


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.gz", "saved", "a.txt"])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_an_archive_that_was_gzipped_as_a_whole_is_read(name: str, count: int) -> None:
    assert texts(gzip.compress(record(article()) * count), name) == [WHOLE] * count


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_packed_web_archive_is_read(pack: Callable[[bytes], bytes]) -> None:
    inner: dict[str, str | bytes] = {
        "datapackage.json": "{}",
        "archive/data.warc.gz": pack(record(article())),
        "archive/more.warc": record(article()),
        "pages/pages.jsonl": "{}",
    }
    assert texts(zipped(inner), "a.wacz") == [WHOLE] * 2
    assert texts(zipped(inner), "a.zip") == [WHOLE] * 2


def test_a_page_packed_with_brotli_cannot_fill_the_memory() -> None:
    brotli = pytest.importorskip("brotli", reason="Brotli is part of the extra warc")
    bomb = brotli.compress(b"<html>" + b" " * 300_000_000)
    held = archived_pages.archived_pages(coded(bomb, "br") + record(article()))
    assert [len(page.data) for page in held.pages] == [10_000_000, len(article())]
