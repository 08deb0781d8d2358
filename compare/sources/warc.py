"""Web archives (WARC, ISO 28500): articles out of one, and fetched pages into one."""

from __future__ import annotations

import gzip
import hashlib
import re
import uuid
import zlib
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.errors import SourceError, UnreadableSource
from compare.model.articles import Document, Provenance
from compare.sources.archived_pages import (
    ArchivedPage,
    ArchivedPages,
    archived_pages,
    packed_archives,
)
from compare.sources.bounded_reading import read_bounded
from compare.sources.extras import import_extra
from compare.sources.html import read_html
from compare.sources.isolation import isolate_errors
from compare.sources.metadata import site_name
from compare.sources.records import Records

if TYPE_CHECKING:
    from compare.sources.fetch.fetched import FetchedPage

# Whoever reads the archive must not unpack what we have unpacked.
REWRITTEN = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_LINE_END = re.compile(r"[\r\n\0]+")
NAMES = uuid.UUID("6f1c1f0e-2f4b-5b57-9d0b-6a0a4f1d7c11")


def read_warc(data: bytes, *, source: str) -> Records:
    """The article of each page in a WARC file, plain or gzipped, and an error for each without one.

    Raises UnreadableSource for a damaged file, one without pages or one that takes too much memory
    or time, and without warcio.
    """
    import_extra("warcio", extra="warc", what="reading WARC files", source=source)
    held = read_bounded(archived_pages, data, ArchivedPages, source=source)
    documents: list[Document] = []
    problems: list[SourceError] = []
    for record in held.pages:
        try:
            at = f"{source} ({record.url})"
            with isolate_errors(at):
                page = read_html(
                    record.data,
                    record.url,
                    source=at,
                    outlet=site_name(record.url),
                    charset=record.charset,
                )
                documents.append(_described(page, record))
        except SourceError as wrong:
            problems.append(wrong)
    if held.left_out:
        advice = "Give it in several archives"
        problems.append(UnreadableSource(source, held.left_out, advice))
    if held.locked:
        advice = "Install what unpacks it with: pip install 'storydiff[warc]'"
        problems.append(UnreadableSource(source, held.locked, advice))
    if not documents and not problems:
        advice = "Give the archive of the pages themselves"
        raise UnreadableSource(source, "there are no pages in this archive", advice)
    return Records(documents=tuple(documents), problems=tuple(problems))


def is_warc(data: bytes) -> bool:
    """True for a WARC file, plain or gzipped, record by record or as a whole."""
    if data.startswith(b"\x1f\x8b"):
        try:
            data = zlib.decompressobj(47).decompress(data[:4096], 16)
        except zlib.error:
            return False
    return data.startswith(b"WARC/")


def read_wacz(data: bytes, *, source: str) -> Records:
    """The articles in a packed web archive (WACZ): those of all WARC files in it."""
    archives = read_bounded(packed_archives, data, list[bytes], source=source)
    found = [read_warc(archive, source=source) for archive in archives]
    return Records(
        documents=tuple(document for one in found for document in one.documents),
        problems=tuple(problem for one in found for problem in one.problems),
    )


def write_warc(pages: Iterable[FetchedPage]) -> bytes:
    """A gzipped WARC file of the pages, one member a record, the same bytes for the same pages.

    Bodies are stored unpacked; the headers that spoke of their packing keep their values under
    `X-Archive-Orig-` names.
    """
    return b"".join(gzip.compress(_response(page), mtime=0) for page in pages)


def _response(page: FetchedPage) -> bytes:
    """The record of one answer."""
    block = _head(f"HTTP/1.1 {page.status} OK", _headers(page)) + page.data
    when = (page.captured or page.when).strftime("%Y-%m-%dT%H:%M:%SZ")
    fields = [
        ("WARC-Type", "response"),
        ("WARC-Record-ID", f"<urn:uuid:{uuid.uuid5(NAMES, f'{page.url} {when}')}>"),
        ("WARC-Date", when),
        ("WARC-Target-URI", page.url),
        ("WARC-Payload-Digest", f"sha256:{hashlib.sha256(page.data).hexdigest()}"),
        ("Content-Type", "application/http; msgtype=response"),
        ("Content-Length", str(len(block))),
    ]
    return _head("WARC/1.0", fields) + block + b"\r\n\r\n"


def _head(first: str, fields: Iterable[tuple[str, str]]) -> bytes:
    lines = [first, *(_LINE_END.sub(" ", f"{name}: {value}") for name, value in fields), "", ""]
    return "\r\n".join(lines).encode("utf-8", "replace")


def _headers(page: FetchedPage) -> list[tuple[str, str]]:
    kept = [
        (f"X-Archive-Orig-{name}" if name.lower() in REWRITTEN else name, value)
        for name, value in page.headers
    ]
    return [*kept, ("Content-Length", str(len(page.data)))]


def _described(document: Document, record: ArchivedPage) -> Document:
    how = Provenance(field="page", source=f"WARC, fetched {record.when}" if record.when else "WARC")
    known = [item for item in document.provenance if item.field != "page"]
    return replace(document, provenance=tuple(sorted([*known, how], key=lambda item: item.field)))
