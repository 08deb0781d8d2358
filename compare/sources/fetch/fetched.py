"""A page as it came from its server or an archive, and what its first bytes say it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from compare.errors import FetchFailed

SAVE = "Save the page in your browser and give the saved file"
CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)


class FetchedKind(StrEnum):
    """What a body is, by its first bytes and then by what its server calls it."""

    PAGE = "page"
    TEXT = "text"
    JSON = "json"
    PDF = "PDF"
    WARC = "WARC"
    FEED = "feed"
    PACKED = "packed file"


SUFFIXES = {
    FetchedKind.PAGE: ".html",
    FetchedKind.TEXT: ".txt",
    FetchedKind.JSON: ".json",
    FetchedKind.PDF: ".pdf",
    FetchedKind.WARC: ".warc",
    FetchedKind.FEED: ".xml",
    FetchedKind.PACKED: ".warc.gz",
}
MAGIC = (
    (re.compile(rb"%PDF-"), FetchedKind.PDF),
    (re.compile(rb"WARC/1"), FetchedKind.WARC),
    (re.compile(rb"\x1f\x8b"), FetchedKind.PACKED),
    (re.compile(
        rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.S | re.I),
     FetchedKind.PAGE),
    (re.compile(
        rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?.*?\?>\s*)*(?:<!--.*?-->\s*)*"
        rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex|opml)\b", re.S | re.I), FetchedKind.FEED),
)  # fmt: skip
# What is refused on sight, by its first bytes, with the words for it.
REFUSED = (
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|.{4}ftypavif", re.S), "a picture"),
    (re.compile(rb".{4}ftyp|\x1aE\xdf\xa3|RIFF....AVI ", re.S), "a video"),
    (re.compile(rb"ID3|\xff[\xfb\xf3\xf2]|OggS|fLaC|RIFF....WAVE", re.S), "a sound recording"),
    (re.compile(rb"PK\x03\x04|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ"), "a packed file"),
)
# By the Content-Type, where the first bytes tell nothing.
NAMED = (
    (re.compile(r"image/(?!svg)"), "a picture"),
    (re.compile("video/|application/vnd.apple.mpegurl"), "a video"),
    (re.compile("audio/"), "a sound recording"),
    (re.compile("application/(?:zip|gzip|x-(?:gzip|7z|rar|tar))|font/"), "a packed file"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """One answer, unpacked. `source` is the address as it was given, `url` where it led in the end.

    `chain` are the addresses on the way. `when` is the time of fetching in UTC; `captured` is the
    time at which an archive took its copy, None for the page itself.
    """

    source: str
    url: str
    data: bytes
    status: int
    headers: tuple[tuple[str, str], ...]
    when: datetime
    chain: tuple[str, ...] = ()
    captured: datetime | None = None

    def header(self, name: str) -> str:
        """The first header of that lower-case name, or an empty text."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    @property
    def charset(self) -> str | None:
        """The charset that the server names."""
        found = CHARSET.search(self.header("content-type"))
        return found[1] if found else None

    @property
    def suffix(self) -> str:
        """The end of a file name that tells what the body is; of packed files, archives alone."""
        return SUFFIXES[self.kind]

    @property
    def kind(self) -> FetchedKind:
        """What the body is; FetchFailed for what is no text."""
        return kind_of(self.data[:4096], self.header("content-type"), source=self.source)


def kind_of(head: bytes, content_type: str, *, source: str) -> FetchedKind:
    """What a body is that begins with `head`; FetchFailed for pictures, films and the like."""
    for pattern, what in REFUSED:
        if pattern.match(head):
            raise _refused(source, what)
    for pattern, kind in MAGIC:
        if pattern.match(head.removeprefix(b"\xef\xbb\xbf")):
            return kind
    name = content_type.split(";")[0].strip().lower()
    for words, what in NAMED:
        if words.match(name) and not head.lstrip().startswith(b"<"):
            raise _refused(source, what)
    if name == "text/plain":
        return FetchedKind.TEXT
    if name in ("application/json", "application/ld+json"):
        return FetchedKind.JSON
    return FetchedKind.PAGE


def _refused(source: str, what: str) -> FetchFailed:
    return FetchFailed(source, f"this address leads to {what}", "Give the address of an article")
