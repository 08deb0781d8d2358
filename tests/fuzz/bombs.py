"""Small files that are made to take a reader's memory or time."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Mapping

from tests.sources.pdf_pages import pdf_file

Bomb = Callable[[], bytes]


def _stream(content: bytes, *, about: bytes = b"", packed: bool = True) -> bytes:
    data = zlib.compress(content, 9) if packed else content
    filtered = b"/Filter /FlateDecode " if packed else b""
    return b"<< %s%s/Length %d >>\nstream\n%s\nendstream" % (about, filtered, len(data), data)


def _pdf(content: bytes, *more: bytes, pages: int = 1) -> bytes:
    """Pages that share one content stream; `more` are objects from number 6 on, named X6, X7."""
    forms = b" ".join(b"/X%d %d 0 R" % (n, n) for n in range(6, 6 + len(more)))
    resources = b"<< /Font << /F1 3 0 R >> /XObject << %s >> >>" % forms
    first = 6 + len(more)
    kids = b" ".join(b"%d 0 R" % (first + n) for n in range(pages))
    return pdf_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< >>",
            _stream(content),
            *more,
            *(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
                b"/Resources %s >>" % resources
                for _ in range(pages)
            ),
        ]
    )


def _text(words: bytes, times: int) -> bytes:
    return b"BT /F1 9 Tf " + b"1 0 0 1 72 700 Tm (%s) Tj " % words * times + b"ET"


def _forms_in_forms(depth: int, width: int) -> bytes:
    """Each form draws the next one several times."""
    forms = []
    for level in range(depth):
        number = 6 + level
        last = level == depth - 1
        body = _text(b"word ", 1) if last else b"/X%d Do " % (number + 1) * width
        inner = b"" if last else b"/XObject << /X%d %d 0 R >> " % (number + 1, number + 1)
        about = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + (
            b"/Resources << /Font << /F1 3 0 R >> %s>> " % inner
        )
        forms.append(_stream(body, about=about))
    return _pdf(b"/X6 Do", *forms)


PDF: Mapping[str, Bomb] = {
    "much text packed small": lambda: _pdf(_text(b"word " * 20, 400_000)),
    "spaces packed small": lambda: _pdf(b" " * 300_000_000),
    "text in one place": lambda: _pdf(_text(b"w", 100_000)),
    "pages of one content": lambda: _pdf(_text(b"word " * 10, 2_000), pages=100),
    "forms in forms": lambda: _forms_in_forms(9, 12),
    "paths": lambda: _pdf(b"0 0 m " + b"1 1 l " * 20_000_000 + b"S"),
    "packed in packed": lambda: _pdf(zlib.compress(zlib.compress(b"\0" * 300_000_000, 9), 9)),
}

RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
    b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
)
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


def _record(block: bytes) -> bytes:
    return RECORD % len(block) + block + b"\r\n\r\n"


def _page(size: int) -> bytes:
    return PAGE + b"<html><body>" + b"<p>The ferry burned.</p>" * (size // 25)


WARC: Mapping[str, Bomb] = {
    "header lines": lambda: b"WARC/1.0\r\n" + b"a: b\r\n" * 1_000_000,
    "header lines of a page": lambda: _record(b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 1_000_000),
    "header lines packed": lambda: gzip.compress(b"WARC/1.0\r\n" + b"a: b\r\n" * 30_000_000),
    "one long header line": lambda: gzip.compress(b"WARC/1.0\r\na: " + b"b" * 600_000_000),
    "header lines carried on": lambda: b"WARC/1.0\r\na: b\r\n" + b" b\r\n" * 3_000_000,
    "zeros packed": lambda: gzip.compress(b"\0" * 1_500_000_000),
    "pages packed small": lambda: b"".join(
        gzip.compress(_record(_page(9_000_000))) for _ in range(30)
    ),
    "many small pages": lambda: _record(_page(2_000)) * 5_000,
    "empty members": lambda: gzip.compress(b"") * 900_000,
    "chunks of one byte": lambda: _record(
        PAGE.replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: chunked\r\n\r\n")
        + b"1\r\na\r\n" * 1_500_000
    ),
    "a length that lies": lambda: (RECORD % 10**15) + _page(9_000_000),
}

HEAD = b"Content-Type: multipart/related; boundary=b\r\n"
PART = b"--b\r\nContent-Type: text/html\r\n"


def _parts_in_parts(depth: int) -> bytes:
    heads = b"".join(
        b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
        for n in range(depth)
    )
    return heads + b"Content-Type: text/html\r\n\r\n<html>x</html>\r\n"


MHTML: Mapping[str, Bomb] = {
    "parts in parts": lambda: _parts_in_parts(3_000),
    "parts in parts and lines": lambda: _parts_in_parts(200) + b"\n" * 5_000_000,
    "line ends": lambda: HEAD + b"\r\n" + PART + b"\r\n" + b"\n" * 15_000_000,
    "header lines": lambda: HEAD + b"a: b\n" * 3_000_000,
    "header lines carried on": lambda: HEAD + b"X: " + b"a\n " * 5_000_000,
    "parameters": lambda: HEAD.strip() + b"; a=b" * 1_000_000 + b"\r\n\r\n",
    "empty parts": lambda: HEAD + b"\r\n" + b"--b\n\n\n" * 2_000_000,
    "soft line ends": lambda: (
        HEAD
        + b"\r\n"
        + PART
        + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        + b"=\n" * 7_000_000
    ),
}
