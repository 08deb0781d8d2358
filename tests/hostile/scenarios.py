"""The hostile web as it is: one line for each way in which a site can answer."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Mapping

from tests.hostile.server import Request, Route, answer, redirect
from tests.hostile.web import article, in_turn

OK = "200 OK"
PAGE = answer(article())
READ = "read"  # the expected end where the page is an article after all


def raw(status: str, *lines: str, body: bytes = b"") -> bytes:
    """An answer with header lines that no tidy server would send."""
    head = "".join(f"{line}\r\n" for line in lines)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1", "surrogateescape") + body


def robots(body: bytes = b"", *, kind: str = "text/plain", coding: str = "") -> Mapping[str, Route]:
    """A site whose page is good, with this robots.txt."""
    return {"/robots.txt": answer(body, kind=kind, Content_Encoding=coding), "/": PAGE}


def failing_robots(status: str, later: str) -> Mapping[str, Route]:
    """A site whose page is good, with a robots.txt that is out of order and to be asked later."""
    return {"/robots.txt": answer(status=status, Retry_After=later), "/": PAGE}


def later(value: str, status: str = "503 Busy") -> Mapping[str, Route]:
    """A page that is always put off, with this Retry-After."""
    return {"/": answer(status=status, Retry_After=value)}


def tagged(etag: str) -> Mapping[str, Route]:
    """A good page with a validator of these letters."""
    line = f"ETag: {etag}".encode().decode("latin-1")
    length = f"Content-Length: {len(article())}"
    return {"/": raw(OK, "Content-Type: text/html", line, length, body=article())}


def cut_off(connection: socket.socket, _request: Request) -> None:
    """Closes in the middle of a header."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Ty")


LONG_RULES = b"User-agent: *\n" + b"Disallow: /private\n" * 30_000  # 570 kB
RULES = b"User-agent: *\nDisallow: /"

# name: (what the site answers by path, what is said of its page "/")
SITES: dict[str, tuple[Mapping[str, Route], str]] = {
    # Waits that a host asks for.
    "later: in the year 9999": (later("Fri, 31 Dec 9999 23:59:59 GMT"), "asks to be let alone"),
    "later: year 9999, far west": (later("Fri, 31 Dec 9999 23:59:59 -2359"), "be let alone"),
    "later: year 9999, far east": (later("Fri, 31 Dec 9999 23:59:59 +2359"), "be let alone"),
    "later: in the year 1": (later("Mon, 01 Jan 0001 00:00:00 GMT"), "HTTP 503"),
    "later: year 1, far east": (later("Mon, 01 Jan 0001 00:00:00 +2359"), "HTTP 503"),
    "later: the year 99999": (later("Fri, 31 Dec 99999 23:59:59 GMT"), "HTTP 503"),
    "later: a zone out of range": (later("Tue, 14 Oct 2031 21:05:09 +9999"), "HTTP 503"),
    "later: a date without a zone": (later("Tue, 14 Oct 2031 21:05:09"), "HTTP 503"),
    "later: the 31st of February": (later("Sat, 31 Feb 2032 00:00:00 GMT"), "HTTP 503"),
    "later: 31 years": (later("999999999"), "asks to be let alone"),
    "later: more than a machine counts": (later("9" * 400), "be let alone"),
    "later: negative": (later("-5"), "HTTP 503"),
    "later: not a number": (later("nan"), "HTTP 503"),
    "later: digits of another script": (later("\u0665".encode().decode("latin-1")), "HTTP 503"),
    "later: empty": (later(""), "HTTP 503"),
    "later: with 429": (later("999999999", "429 Slow"), "asks to be let alone"),
    "later: with 501": (later("999999999", "501 No"), "HTTP 501"),
    "later: with 599": (later("999999999", "599 Odd"), "HTTP 599"),
    "later: with 403": (later("999999999", "403 No"), "HTTP 403"),
    "later: a minute, each time": (later("60"), "HTTP 503"),
    # robots.txt.
    "robots: 501 for 31 years": (failing_robots("501 No", "999999999"), "let alone"),
    "robots: 503 for 31 years": (failing_robots("503 Busy", "999999999"), "let alone"),
    "robots: 505 for 31 years": (failing_robots("505 No", "999999999"), "let alone"),
    "robots: 599 for 31 years": (failing_robots("599 Odd", "999999999"), "let alone"),
    "robots: 599 until 9999": (
        failing_robots("599 Odd", "Fri, 31 Dec 9999 23:59:59 -0100"), "let alone"),
    "robots: 520 until never": (failing_robots("520 Odd", "never"), "cannot be read"),
    "robots: 404 for 31 years": (failing_robots("404 None", "999999999"), READ),
    "robots: larger than 500 KiB": (robots(LONG_RULES), READ),
    "robots: larger than a page": (robots(b"# long\n" * 300_000), READ),
    "robots: the last word beyond 500 KiB": (robots(b"#" * 512_000 + b"\n" + RULES), READ),
    "robots: a rule before 500 KiB": (robots(RULES + b"\n#" * 400_000), "asks programs not"),
    "robots: a rule cut at 500 KiB": (
        robots(b"User-agent: *\n" + b"#" * (512_000 - 25) + b"\nDisallow: /private"), READ),
    "robots: packed bomb": (
        robots(gzip.compress(b"# " * 20_000_000), coding="gzip"), READ),
    "robots: called a picture": (robots(b"User-agent: *\nDisallow: /no", kind="image/png"), READ),
    "robots: a picture": (robots(b"\x89PNG\r\n\x1a\n" + bytes(4_000)), READ),
    "robots: no words": (robots(bytes(range(256)) * 40), READ),
    "robots: stars": (robots(b"User-agent: *\nDisallow: /" + b"*a" * 2_000 + b"$"), READ),
    "robots: a delay that is none": (robots(b"User-agent: *\nCrawl-delay: nan"), READ),
    "robots: a delay without end": (robots(b"User-agent: *\nCrawl-delay: inf"), READ),
    "robots: a delay before now": (robots(b"User-agent: *\nCrawl-delay: -9"), READ),
    "robots: a delay of many digits": (
        robots(b"User-agent: *\nCrawl-delay: " + b"9" * 5_000), READ),
    "robots: a rate of none": (robots(b"User-agent: *\nRequest-rate: 0/0"), READ),
    "robots: a path of odd escapes": (robots(b"User-agent: *\nDisallow: /%zz%ff%C3"), READ),
    "robots: to a name that is none": (
        {"/robots.txt": redirect("http://xn--.example/"), "/": PAGE}, "could not be sent"),
    "robots: round in circles": ({"/robots.txt": redirect("/robots.txt"), "/": PAGE}, "circle"),
    # Names and targets.
    "target: an empty name in code": ({"/": redirect("http://xn--.example/")}, "could not be sent"),
    "target: a bad name in code": ({"/": redirect("http://xn--\xff.example/")}, "speak HTTP"),
    "target: a code for nothing": ({"/": redirect("//xn--a.example/")}, "could not be sent"),
    "target: a label of 64 letters": ({"/": redirect(f"//{'a' * 64}.example/")}, "no connection"),
    "target: a name of 300 letters": (
        {"/": redirect(f"//{'a.' * 150}example/")}, "no connection"),
    "target: two dots": ({"/": redirect("//a..example/")}, "no connection"),
    "target: a port of no number": ({"/": redirect("//a.example:port/")}, "speak HTTP"),
    "target: no UTF-8": ({"/": raw("302 Go", "Location: //\udcff.example/")}, "no connection"),
    # Headers.
    "tag: beyond ASCII": (tagged('"äöü"'), READ),
    "tag: beyond Latin-1": (tagged('"日本"'), READ),
    "tag: a raw byte": (
        {"/": raw(OK, 'ETag: "\udcff"', f"Content-Length: {len(article())}", body=article())},
        READ),
    "tag: a control character": (tagged('"\x07"'), READ),
    "tag: a tab in it": (tagged('"a\tb"'), READ),
    "tag: 60 kB": (tagged('"' + "x" * 60_000 + '"'), READ),
    "date: no date, beyond ASCII": (
        {"/": raw(OK, "Last-Modified: g\xe4stern", f"Content-Length: {len(article())}",
                  body=article())}, READ),
    "length: no number": ({"/": raw(OK, "Content-Length: many", body=article())}, "speak HTTP"),
    "length: other digits": (
        {"/": raw(OK, "Content-Length: \xb2", body=article())}, "does not speak HTTP"),
    "length: negative": ({"/": raw(OK, "Content-Length: -1", body=article())}, "speak HTTP"),
    "length: of 5,000 digits": (
        {"/": raw(OK, f"Content-Length: {'9' * 5_000}", body=article())}, "speak HTTP"),
    "length: two of them": (
        {"/": raw(OK, "Content-Length: 1", "Content-Length: 2", body=article())}, "speak HTTP"),
    "kind: a charset that is none": ({"/": answer(article(), kind="text/html; charset=x-9")}, READ),
    "kind: a codec of bytes": ({"/": answer(article(), kind="text/html; charset=base64")}, READ),
    "kind: a codec with side effects": (
        {"/": answer(article(), kind="text/html; charset=unicode_escape")}, READ),
    "kind: idna": ({"/": answer(article(), kind="text/html; charset=idna")}, READ),
    "chunks: no number": (
        {"/": raw(OK, "Transfer-Encoding: chunked", body=b"zz\r\nabc")}, "speak HTTP"),
    "chunks: larger than a machine counts": (
        {"/": raw(OK, "Transfer-Encoding: chunked", body=b"f" * 40 + b"\r\nabc")}, "speak HTTP"),
    "cut off in a header": ({"/": cut_off}, "broke"),
    "interim answers": ({"/": raw("103 Early Hints") * 50 + PAGE}, READ),
    "another protocol": ({"/": raw("101 Switching", "Upgrade: websocket")}, "speak HTTP"),
    # Statuses.
    "status: 204 without a body": ({"/": raw("204 No Content")}, "the page is empty"),
    "status: 206 a part": ({"/": answer(article(), status="206 Part")}, READ),
    "status: 300 a choice": ({"/": answer(article(), status="300 Choose")}, "(HTTP 300)"),
    "status: 304 unasked": ({"/": raw("304 Not Modified")}, "(HTTP 304)"),
    "status: 418": ({"/": answer(status="418 Teapot")}, "(HTTP 418)"),
    "status: 599": ({"/": answer(status="599 Odd")}, "(HTTP 599)"),
    "status: 999": ({"/": answer(status="999 Go")}, "(HTTP 999)"),
    "status: 000": ({"/": answer(status="000 None")}, "speak HTTP"),
    "busy once": ({"/": in_turn([answer(status="503 Busy"), PAGE])}, READ),
}  # fmt: skip
