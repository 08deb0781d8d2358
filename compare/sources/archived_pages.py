"""The HTML pages among the records of a web archive, as warcio reads them.

Everything that touches the file itself is here, so that it can run in a process of its own.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, BinaryIO, cast

from compare.sources.bounded_reading import RefusedFile
from compare.sources.zip_files import ZipParts

MAX_RECORDS = 10_000
MAX_PAGE = 10_000_000
MAX_PAGES = 200
CHUNK = 65_536
MAX_UNPACKED = 30_000_000
FIRST_BYTES = 20_000_000  # of an archive that was gzipped as a whole, to see its second record
SECOND = b"\r\n\r\nWARC/"
KINDS = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPage:
    """One page: where it is from, when it was fetched, and its bytes as the site sent them."""

    url: str
    when: str
    charset: str | None
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPages:
    """The pages in their order; `left_out` says why some are not among them, `locked` too.

    `locked` pages are packed in a way that nothing here unpacks.
    """

    pages: list[ArchivedPage]
    left_out: str = ""
    locked: str = ""


def archived_pages(data: bytes) -> ArchivedPages:
    """The pages in a WARC file, plain or gzipped, within bounds; Refused for a damaged one."""
    pages: list[ArchivedPage] = []
    size, locked = 0, ""
    for page in _pages(data):
        if isinstance(page, str):
            locked = page
            continue
        size += len(page.data)
        if size > MAX_UNPACKED:
            most = f"{MAX_UNPACKED // 1_000_000} MB"
            return ArchivedPages(pages=pages, left_out=f"its pages are larger than {most} together")
        if len(pages) == MAX_PAGES:
            return ArchivedPages(pages=pages, left_out=f"it has more than {MAX_PAGES} pages")
        pages.append(page)
    return ArchivedPages(pages=pages, locked=locked)


def packed_archives(data: bytes) -> list[bytes]:
    """The WARC files in a WACZ file, in the order of their names."""
    parts = ZipParts(data)
    names = [name for name in parts.names if name.lower().endswith((".warc", ".warc.gz"))]
    if not names:
        raise RefusedFile("there are no pages in this archive", "Give the archive of the pages")
    return [parts.read(name) for name in sorted(names)]


def _opened(data: bytes) -> BinaryIO:
    """The archive as a stream; one that was gzipped as a whole is unpacked on the way."""
    if not data.startswith(b"\x1f\x8b"):
        return io.BytesIO(data)
    # Of a member for each record, the first ends with it; the member of a whole archive goes on.
    unpacker = zlib.decompressobj(47)
    try:
        whole = SECOND in unpacker.decompress(data, FIRST_BYTES)
    except zlib.error:
        whole = False
    return cast("BinaryIO", gzip.open(io.BytesIO(data))) if whole else io.BytesIO(data)


def _pages(data: bytes) -> Iterator[ArchivedPage | str]:
    from warcio.archiveiterator import ArchiveIterator

    # A hostile archive may make its reader raise anything.
    records = iter(ArchiveIterator(_opened(data)))
    for _ in range(MAX_RECORDS):
        try:
            record = next(records, None)
            page = _page(record) if record else None
        except MemoryError:
            raise
        except Exception as wrong:
            advice = "Get the archive again, or give the pages themselves"
            raise RefusedFile("this archive is damaged", advice) from wrong
        if record is None:
            return
        if page:
            yield page


def _page(record: Any) -> ArchivedPage | str | None:  # noqa: ANN401 - warcio comes with no types
    """The page in a record, why it cannot be unpacked, or None for anything else."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    http = record.http_headers
    if record.rec_type not in ("response", "resource") or not url.startswith("http"):
        return None
    if http is not None and http.get_statuscode() != "200":
        return None
    headers = http or record.rec_headers
    kind = headers.get_header("Content-Type") or ""
    if not kind.lower().startswith(KINDS):
        return None
    packing = (headers.get_header("Content-Encoding") or "").strip().lower()
    if packing and packing not in _unpacked():
        return f"a page in it is packed with {packing}, which cannot be unpacked here"
    if packing == "br":  # warcio's own way fails with the releases of Brotli that bound its output
        headers.remove_header("Content-Encoding")
        body = _unbrotlied(record.content_stream())
    else:
        body = bytearray()
        stream = record.content_stream()
        while len(body) <= MAX_PAGE and (chunk := stream.read(CHUNK)):
            body += chunk
    return ArchivedPage(
        url=url.strip(),
        when=record.rec_headers.get_header("WARC-Date") or "",
        charset=kind.partition("charset=")[2].strip(" \"';") or None,
        data=bytes(body[:MAX_PAGE]),
    )


def _unbrotlied(stream: Any) -> bytearray:  # noqa: ANN401 - a reader of warcio
    import brotli

    unpacker, body = brotli.Decompressor(), bytearray()
    while len(body) <= MAX_PAGE and not unpacker.is_finished():
        packed = stream.read(CHUNK) if unpacker.can_accept_more_data() else b""
        piece = unpacker.process(packed, output_buffer_limit=CHUNK)
        if not packed and not piece:
            break
        body += piece
    return body


def _unpacked() -> frozenset[str]:
    """The ways of packing that warcio undoes here; Brotli needs a package of its own."""
    known = {"gzip", "x-gzip", "deflate", "identity"}
    return frozenset({*known, "br"} if find_spec("brotli") else known)
