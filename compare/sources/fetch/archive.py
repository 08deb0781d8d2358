"""Copies of pages in the Wayback Machine, for pages that are gone or cannot be reached."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from compare.errors import FetchFailed
from compare.sources.fetch.addresses import read_address
from compare.sources.fetch.fetched import SAVE, FetchedPage
from compare.sources.fetch.fetcher import Fetcher
from compare.sources.fetch.settings import Fetching

# An archive is asked where a page is gone, never to get around what a site shows on purpose.
MAY_HELP = frozenset({"missing", "unreachable"})
STAMP = re.compile(r"\d{14}")
COPY = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")


async def archived_copy(source: str, *, fetcher: Fetcher, fetching: Fetching) -> FetchedPage:
    """The archive's latest copy of the page at an address, as it was received at the time.

    FetchFailed if there is none or the archive cannot be asked.
    """
    url = read_address(source, source=source, any_port=fetching.allow_private).url
    try:
        asked = f"{fetching.availability}?{urlencode({'url': url})}"
        stamp = _latest((await fetcher.page(asked, ask_robots=False)).data)
        if stamp is None:
            raise FetchFailed(source, "the Wayback Machine holds no copy of it", SAVE)
        # The mark id_ asks for the bytes as they were, without the archive's own frame.
        page = await fetcher.page(f"{fetching.replay}/{stamp}id_/{url}", ask_robots=False)
        # The archive may lead to a copy of another time than the one that it has named.
        led = COPY.search(page.url)
        stamp = led[1] if led and _moment(led[1]) else stamp
    except FetchFailed as wrong:
        if wrong.source == source:
            raise
        reason = f"the Wayback Machine cannot be asked: {wrong.reason}"
        raise FetchFailed(source, reason, wrong.advice) from wrong
    return replace(page, source=source, url=url, captured=_moment(stamp))


def _latest(data: bytes) -> str | None:
    """The time stamp of the closest copy in the archive's answer, or None if it names none."""
    try:
        closest = json.loads(data)["archived_snapshots"]["closest"]
        stamp, status = str(closest["timestamp"]), str(closest.get("status", "200"))
    except (ValueError, KeyError, TypeError, RecursionError, AttributeError):
        return None
    good = closest.get("available", True) and status == "200" and STAMP.fullmatch(stamp)
    return stamp if good and _moment(stamp) else None


def _moment(stamp: str) -> datetime | None:
    """The time that a stamp of the archive stands for, or None if there is no such time."""
    try:
        return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
