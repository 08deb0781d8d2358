"""The page inside a "web page, single file" as browsers save it (MHTML, RFC 2557)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.sources.bounded_reading import read_bounded

HEAD = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """The first HTML part, its charset and address as far as the file names them."""

    data: bytes
    charset: str | None
    url: str | None


def is_mhtml(data: bytes) -> bool:
    """True when the bytes begin like a saved single-file page."""
    return bool(HEAD.search(data[:4096])) and b"<html" not in data[:200].lower()


def saved_page(data: bytes, *, source: str) -> SavedPage | None:
    """The page in the file, or None if it holds no HTML.

    Raises UnreadableSource for a file that takes too much memory or time.
    """
    return next(iter(read_bounded(html_parts, data, list[SavedPage], source=source)), None)


def html_parts(data: bytes) -> list[SavedPage]:
    """The first HTML part of the file, as the mail package of Python reads it."""
    from email import message_from_bytes

    message = message_from_bytes(data)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            address = message.get("Snapshot-Content-Location") or part.get("Content-Location")
            if isinstance(content, bytes):
                url = str(address).strip() if address else ""
                page = SavedPage(
                    data=content,
                    charset=part.get_content_charset(),
                    url=url if url.lower().startswith(("http://", "https://")) else None,
                )
                return [page]
    return []
