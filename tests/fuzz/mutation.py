"""Bytes changed at random: flipped, cut, doubled, and words put in that readers look for."""

from __future__ import annotations

from random import Random

TOKENS = (
    b"", b"\0", b"\xff", b"\xed\xa0\x80",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\f", b"\x1b]52;c;", b"\x9b",
    b"\r", b"\r\n\r\n", b"\n\n", b"---\n", b"[[", b"]]", b"{", b"}", b"[", b'"', b"\\", b"\\ud800",
    b"\\u0000", b"null", b"true", b"1e999", b"9" * 5000, b"-1", b"[" * 2000, b"{\"a\":" * 2000,
    b"&#xD800;", b"&#55357;&#56832;", b"&#x110000;", b"&a;",
    b"<", b"<!--", b"-->", b"]]>", b"<![CDATA[",
    b"</p>", b"<table>", b"<script>", b"<div>" * 300, b"<p " + b"x" * 3000, b"<base href='//['>",
    b"<loc>", b"<title>", b"charset=utf-7", b"charset=x", b"boundary=b", b"--b", b"--b--",
    b"Content-Type: text/html", b"Content-Transfer-Encoding: base64", b"=\n", b"=ZZ",
    b"WARC/1.0", b"Content-Length: -1",
    b"Content-Length: 999999999999", b"Transfer-Encoding: chunked",
    b"%PDF-1.7", b"/Length", b"/Kids [2 0 R]", b"endobj", b"stream", b"startxref\n0",
    b"[[articles]]", b"outlet = 1",
    b"title = ''", b"published = 0001-01-01", b"9999-12-31T23:59:60Z",
    b"2031-13-45", b"urn:storydiff:comparison:99.0", b'"schema"',
    b"[people]", b" | ", b"# ", b"../",
    b"http://[::1", b"http://xn--.example/", b"file:///etc/passwd", b"\xe2\x80\xae", b"29-YEAR-OLD",
)  # fmt: skip


def mutated(data: bytes, random: Random, *, also: bytes = b"") -> bytes:
    """The data after one to eight changes; pieces of `also` may get into it."""
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        at = random.randrange(len(data) + 1)
        size = random.choice((1, 1, 4, 16, 100, 2_000))
        match random.randrange(7):
            case 0:
                data = data[:at] + bytes((random.randrange(256),)) + data[at + 1 :]
            case 1:
                data = data[:at] + data[at + size :]
            case 2:
                data = data[:at] + data[at : at + size] * random.choice((2, 3, 20)) + data[at:]
            case 3:
                data = data[:at]
            case 4 if also:
                start = random.randrange(len(also))
                data = data[:at] + also[start : start + size] + data[at:]
            case _:
                data = data[:at] + random.choice(TOKENS) + data[at + random.choice((0, 0, size)) :]
        if len(data) > 200_000:
            data = data[:200_000]
    return data
