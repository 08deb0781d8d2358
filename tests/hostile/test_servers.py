"""Servers that stall, flood, lie or break: each ends in time, in little memory, with a reason."""

from __future__ import annotations

import contextlib
import gzip
import shutil
import socket
import ssl
import subprocess
import time
import tracemalloc
import zlib
from pathlib import Path
from typing import Any

import pytest

from compare.errors import FetchFailed, SourceError
from compare.sources.fetch.fetched import FetchedPage
from compare.sources.fetch.pages import fetch_pages
from compare.sources.fetch.settings import FetchLimits
from compare.sources.web import read_fetched
from tests.hostile.server import PATIENCE, Request, Route, answer, redirect, serving
from tests.hostile.web import BODY, article, fetching

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
# Several times the whole patience of a source, far below any default.
DEADLINE = 4.0
MOST_MEMORY = 24_000_000


def get(route: Route | dict[str, Route], **changes: Any) -> FetchedPage | SourceError:
    """What comes of a page, which must come within the deadline and leave a good page alone."""
    routes: dict[str, Route] = route if isinstance(route, dict) else {"/": route}
    began = time.monotonic()
    with serving({**routes, "/good": answer(article())}) as server:
        bad, good = fetch_pages(
            [server.url("/", host="bad.example"), server.url("/good", host="good.example")],
            fetching(**changes),
        )
    assert time.monotonic() - began < DEADLINE
    assert isinstance(good, FetchedPage)
    assert read_fetched(good).documents[0].text.startswith("The ferry Ostrey Star")
    return bad


def failure(route: Route | dict[str, Route], **changes: Any) -> FetchFailed:
    result = get(route, **changes)
    assert isinstance(result, FetchFailed)
    assert result.advice
    return result


def drip(connection: socket.socket, _request: Request) -> None:
    """One byte at a time, often enough to keep any single read alive."""
    connection.sendall(OK + b"\r\n")
    connection.settimeout(0.03)
    for _ in range(200):
        connection.sendall(b"a")
        with contextlib.suppress(TimeoutError):
            connection.recv(1)


def endless(connection: socket.socket, _request: Request) -> None:
    connection.sendall(OK + b"\r\n")
    for _ in range(2_000):
        connection.sendall(b"<p>word</p>" * 6_000)


def silent(connection: socket.socket, _request: Request) -> None:
    connection.settimeout(PATIENCE / 2)
    with contextlib.suppress(OSError):
        connection.recv(1)


def endless_headers(connection: socket.socket, _request: Request) -> None:
    connection.sendall(OK)
    for number in range(200_000):
        connection.sendall(b"X-%d: %s\r\n" % (number, b"y" * 1_000))


def bomb(size: int = 120_000_000) -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    pieces = [packer.compress(b"<p>" + bytes(32 for _ in range(1_000_000))) for _ in range(1)]
    pieces += [packer.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)]
    return b"".join([*pieces, packer.flush()])


def test_a_server_that_drips_ends_at_the_total_deadline() -> None:
    wrong = failure(drip)
    assert wrong.reason == "it took longer than 2 s"
    assert wrong.outcome == "unreachable"


def test_a_server_that_says_nothing_ends_at_the_read_deadline() -> None:
    assert failure(silent).reason == "the host stopped sending"


def test_a_body_without_end_is_cut_at_the_limit() -> None:
    tracemalloc.start()
    wrong = failure(endless)
    assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    tracemalloc.stop()
    assert wrong.reason == "it is larger than 1 MB"


def test_a_length_beyond_the_limit_is_refused_before_the_body() -> None:
    assert failure(answer(length=10**12)).reason == "it is larger than 3 MB"


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_decompression_bomb_is_cut_at_the_limit(coding: str) -> None:
    data = bomb()
    tracemalloc.start()
    wrong = failure(answer(data, Content_Encoding=coding))
    assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    tracemalloc.stop()
    assert wrong.reason == "it is larger than 1 MB"


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "compress"])
def test_a_packing_that_was_not_asked_for_is_refused(coding: str) -> None:
    wrong = failure(answer(gzip.compress(article()), Content_Encoding=coding))
    assert "was not asked for" in wrong.reason


@pytest.mark.parametrize(
    ("coding", "data"),
    [
        ("gzip", gzip.compress(article())),
        ("gzip", gzip.compress(article()[:100]) + gzip.compress(article()[100:])),
        ("gzip", gzip.compress(article()) + b"\0" * 512),
        ("deflate", zlib.compress(article())),
        ("deflate", zlib.compress(article())[2:-4]),
        ("identity", article()),
    ],
    ids=["gzip", "two members", "padding", "zlib", "bare deflate", "identity"],
)
def test_packed_pages_are_unpacked_as_browsers_do(coding: str, data: bytes) -> None:
    page = get(answer(data, Content_Encoding=coding))
    assert isinstance(page, FetchedPage)
    assert page.data == article()


def test_a_packed_page_that_breaks_off_is_no_page() -> None:
    wrong = failure(answer(gzip.compress(article())[:-20], Content_Encoding="gzip"))
    assert wrong.reason == "it broke off before its end"


def test_a_body_shorter_than_its_length_is_no_page() -> None:
    wrong = failure(answer(article(), length=100_000))
    assert wrong.reason == "it broke off before its end"


def test_bytes_beyond_the_length_are_left() -> None:
    page = get(answer(article() + b"<p>smuggled</p>", length=len(article())))
    assert isinstance(page, FetchedPage)
    assert page.data == article()


def test_headers_without_end_are_refused() -> None:
    assert failure(endless_headers).reason


@pytest.mark.parametrize(
    "noise",
    [b"", b"\x00\x01\x02" * 50, b"SSH-2.0-thing\r\n", b"HTTP/9 abc\r\n\r\n"],
)
def test_what_is_no_http_is_told(noise: bytes) -> None:
    assert failure(noise).reason in (
        "the host does not speak HTTP",
        "it broke off before its end",
        "the connection broke",
    )


def test_redirects_in_a_circle_end() -> None:
    wrong = failure({"/": redirect("/a"), "/a": redirect("/b"), "/b": redirect("/a")})
    assert "circle" in wrong.reason


def test_redirects_without_end_are_counted() -> None:
    routes: dict[str, Route] = {f"/{n}": redirect(f"/{n + 1}") for n in range(40)}
    assert failure({"/": redirect("/1"), **routes}).reason == "it redirects more than 10 times"


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,<p>hello",
        "ftp://files.example/",
        "http://user:secret@good.example/",
        "http://",
        "http://[::1",
        "//",
        "http://good.example:99999/",
    ],
)
def test_a_redirect_to_what_is_not_fetched_is_refused(target: str) -> None:
    assert isinstance(get(redirect(target)), FetchFailed)


def test_a_redirect_to_nowhere_is_told() -> None:
    assert failure(answer(status="302 Found")).reason == "it redirects to nowhere"


def test_a_page_called_a_picture_is_still_a_page() -> None:
    page = get(answer(article(), kind="image/png"))
    assert isinstance(page, FetchedPage)
    assert BODY[0] in read_fetched(page).documents[0].text


@pytest.mark.parametrize(
    ("data", "kind", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 600, "text/html", "a picture"),
        (b"\0\0\0\x20ftypisom" + b"\0" * 600, "text/html", "a video"),
        (b"ID3\x04" + b"\0" * 600, "text/html", "a sound recording"),
        (b"PK\x03\x04" + b"\0" * 600, "text/html", "a packed file"),
        (b"\0\1\2\3" * 200, "video/mp4", "a video"),
        (b"\0\1\2\3" * 200, "application/zip", "a packed file"),
    ],
)
def test_pictures_films_and_archives_are_refused_on_sight(
    data: bytes, kind: str, what: str
) -> None:
    assert failure(answer(data, kind=kind)).reason == f"this address leads to {what}"


def test_cookies_stay_with_the_source_that_was_given_them() -> None:
    def gate(connection: socket.socket, request: Request) -> None:
        if request.headers.get("cookie") == "seen=1":
            connection.sendall(answer(article()))
        else:
            connection.sendall(
                answer(status="302 Found", Location="/page", Set_Cookie="seen=1; Path=/")
            )

    with serving({"/page": gate, "/other": answer(article())}) as server:
        page, _ = fetch_pages([server.url("/page"), server.url("/other")], fetching())
    assert isinstance(page, FetchedPage)
    cookies = [request.headers.get("cookie") for request in server.asked if "other" in request.path]
    assert cookies == [None]


def test_a_flood_of_cookies_is_survived() -> None:
    crumbs = "\r\n".join(f"Set-Cookie: c{n}={'x' * 60}" for n in range(800))
    page = get(answer(article(), X=f"1\r\n{crumbs}"))
    assert isinstance(page, FetchedPage)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("javascript:alert(1)", "javascript: addresses are not fetched"),
        ("file:///etc/passwd", "file: addresses are not fetched"),
        ("data:text/html,hello", "data: addresses are not fetched"),
        ("ftp://files.example/a", "ftp: addresses are not fetched"),
        ("http://user@good.example/", "names a user"),
        ("http://user:secret@good.example/", "names a user"),
        ("http:///path", "names no host"),
        ("http://good.example/a b", "a space or an unseen character"),
        ("http://good.example\\@127.0.0.1/", "a space or an unseen character"),
        ("http://good.example/\r\nX-Injected: 1", "a space or an unseen character"),
        ("https://" + "a" * 3_000, "longer than"),
        ("http://good.example:99999/", "no valid address"),
        ("http://xn--.example/", "no valid address"),
        ("http://xn--a.example/", "no valid address"),
        ("http://xn--0.example/", "no valid address"),
        ("http://xn--zzzzzz99999.example/", "no valid address"),
        ("http://good.example:port/", "no valid address"),
        ("http://\ud800.example/", "no valid address"),
        ("http://[::1/", "no valid address"),
        ("http://\u0301.example/", "no valid address"),
    ],
)
def test_an_address_that_cannot_be_fetched_says_why(url: str, why: str) -> None:
    (result,) = fetch_pages([url], fetching())
    assert isinstance(result, FetchFailed)
    assert why in result.reason


def test_a_port_of_ones_own_server_names_the_flag_that_opens_it() -> None:
    (result,) = fetch_pages(["http://good.example:3000/"], fetching(allow_private=False))
    assert isinstance(result, FetchFailed)
    assert result.reason == "port 3000 is not one that pages come from"
    assert "--allow-private" in result.advice


def test_a_name_in_another_alphabet_is_asked_for_in_ascii() -> None:
    with serving({"/": answer(article())}) as server:
        (page,) = fetch_pages([server.url("/", host="bücher.example")], fetching())
    assert isinstance(page, FetchedPage)
    assert page.url == server.url("/", host="xn--bcher-kva.example")
    assert {request.headers["host"] for request in server.asked} == {
        f"xn--bcher-kva.example:{server.port}"
    }


def test_a_host_that_speaks_no_tls_is_told() -> None:
    with serving({"/": answer(article())}) as server:
        (result,) = fetch_pages([server.url("/", scheme="https")], fetching())
    assert isinstance(result, FetchFailed)
    assert result.reason == "no secure connection could be made"


def test_a_certificate_that_nobody_vouches_for_is_told(tmp_path: Path) -> None:
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl is not installed, so no certificate can be made")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    asked = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1"
    files = ["-subj", "/CN=good.example", "-keyout", str(key), "-out", str(certificate)]
    made = subprocess.run([program, *asked.split(), *files], capture_output=True, check=False)
    assert made.returncode == 0, made.stderr
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving({"/": answer(article())}, context=context) as server:
        (result,) = fetch_pages([server.url("/", scheme="https")], fetching())
    assert isinstance(result, FetchFailed)
    assert result.reason.startswith("its certificate cannot be trusted (")
    assert server.asked == []


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>" + b"<table><tr><td>" * 700_000,
        b"<div>" * 2_000_000,
        b"<a href=x>" * 200_000 + b"</a>" * 200_000,
        b"<html><body>" + b"<p>x" * 500_000,
        b"<html><body " + b"a=b " * 500_000 + b">" + article(),
    ],
    ids=["tables", "divs", "links", "paragraphs", "attributes"],
)
def test_ten_megabytes_of_markup_end_with_a_reason_or_an_article(body: bytes) -> None:
    began = time.monotonic()
    limits = FetchLimits(page=20_000_000, pause=0)
    with serving({"/": answer(body)}) as server:
        (page,) = fetch_pages([server.url()], fetching(limits=limits))
    assert isinstance(page, FetchedPage)
    with contextlib.suppress(SourceError):
        assert read_fetched(page).documents
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY a SYSTEM "http://127.0.0.1:1/">',
        '<!ENTITY b "lol"><!ENTITY a "' + "&b;" * 1_000 + '">',
        "<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;",
    ],
)
def test_entities_are_neither_fetched_nor_multiplied(entities: str) -> None:
    body = b"".join(
        (
            f"<?xml version='1.0'?><!DOCTYPE html [{entities}]>".encode(),
            article(body="<p>Then came &a;&a;&a; and nothing else on that long night.</p>")[15:],
        )
    )
    page = get(answer(body, kind="application/xhtml+xml"))
    assert isinstance(page, FetchedPage)
    with contextlib.suppress(SourceError):
        text = read_fetched(page).documents[0].text
        assert "root:" not in text
        assert len(text) < 2_000
