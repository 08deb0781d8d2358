"""The HTML pages among the records of a web archive, as warcio reads them.

Everything that touches the file itself is here, so that it can run in a process of its own.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from compare.sources.bounded import Refused

MAX_RECORDS = 10_000
MAX_PAGE = 10_000_000
MAX_PAGES = 200
MAX_UNPACKED = 30_000_000
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
    """The pages in their order; `left_out` says why some are not among them."""

    pages: list[ArchivedPage]
    left_out: str = ""


def archived_pages(data: bytes) -> ArchivedPages:
    """The pages in a WARC file, plain or gzipped, within bounds; Refused for a damaged one."""
    pages: list[ArchivedPage] = []
    size = 0
    for page in _pages(data):
        size += len(page.data)
        if size > MAX_UNPACKED:
            most = f"{MAX_UNPACKED // 1_000_000} MB"
            return ArchivedPages(pages=pages, left_out=f"its pages are larger than {most} together")
        if len(pages) == MAX_PAGES:
            return ArchivedPages(pages=pages, left_out=f"it has more than {MAX_PAGES} pages")
        pages.append(page)
    return ArchivedPages(pages=pages)


def _pages(data: bytes) -> Iterator[ArchivedPage]:
    from warcio.archiveiterator import ArchiveIterator

    # A hostile archive may make its reader raise anything.
    records = iter(ArchiveIterator(io.BytesIO(data)))
    for _ in range(MAX_RECORDS):
        try:
            record = next(records, None)
            page = _page(record) if record else None
        except MemoryError:
            raise
        except Exception as wrong:
            advice = "Get the archive again, or give the pages themselves"
            raise Refused("this archive is damaged", advice) from wrong
        if record is None:
            return
        if page:
            yield page


def _page(record: Any) -> ArchivedPage | None:  # noqa: ANN401 - warcio comes with no types
    """The page in a record, None for anything else."""
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
    stream, body = record.content_stream(), bytearray()
    while len(body) <= MAX_PAGE and (chunk := stream.read(65_536)):
        body += chunk
    return ArchivedPage(
        url=url.strip(),
        when=record.rec_headers.get_header("WARC-Date") or "",
        charset=kind.partition("charset=")[2].strip(" \"';") or None,
        data=bytes(body[:MAX_PAGE]),
    )
