"""Articles by way of the GDELT DOC 2.0 API, which lists what online news carried of late."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from urllib.parse import urlencode

from compare.errors import FetchFailed
from compare.sources.candidates import Candidate
from compare.sources.page import tidy

SERVICE = "https://api.gdeltproject.org/api/v2/doc/doc"
MOST = 250
SEEN = "%Y%m%dT%H%M%SZ"
WRITTEN_FOR_IT = re.compile('["():]')
MARKED = re.compile(r"\w+(?:[-.'’&/]\w+)+")
BACKSLASH = re.compile(r'\\(["\\/bfnrt]|u[0-9a-fA-F]{4})?')
ADVICE = "Change the words, or try again later"
# What it says with the status of a success when it is asked too often, or has too much to do.
BUSY = re.compile(r"limit requests|try again|too many requests|timed? ?out|overload", re.IGNORECASE)


def query_address(query: str, *, days: int, service: str = SERVICE) -> str:
    """The address that asks for English articles of the last `days` on a query.

    The service refuses words with marks in them unless they are quoted, as in "by-election"; a
    query with quotation marks, brackets or a colon is taken to be written for it.
    """
    if not WRITTEN_FOR_IT.search(query):
        query = MARKED.sub(r'"\g<0>"', query)
    fields = {
        "query": f"{query} sourcelang:english",
        "mode": "artlist",
        "format": "json",
        "maxrecords": MOST,
        "timespan": f"{days}d",
        "sort": "hybridrel",
    }
    return f"{service}?{urlencode(fields, errors='replace')}"


def read_answer(data: bytes, *, source: str) -> tuple[Candidate, ...]:
    """The articles in the service's answer; FetchFailed with its words where it refuses.

    The service says what is wrong in plain text, often with the status of a success, and its JSON
    may carry stray backslashes and control characters.
    """
    text = data.decode("utf-8", "replace").strip()
    if not text.startswith("{"):
        said = tidy(re.sub(r"<[^>]*>", " ", text))[:200].rstrip(".") or "nothing"
        outcome = "unreachable" if BUSY.search(said) else ""
        raise FetchFailed(source, f"the service answers: {said}", ADVICE, outcome=outcome)
    try:
        answer = json.loads(BACKSLASH.sub(_escape, text), strict=False)
    except (ValueError, RecursionError) as wrong:
        reason = "the service's answer is damaged"
        raise FetchFailed(source, reason, "Try again later") from wrong
    articles = answer.get("articles", [])
    return tuple(
        _candidate(item)
        for item in (articles if isinstance(articles, list) else [])
        if isinstance(item, dict) and str(item.get("url", "")).startswith(("http://", "https://"))
    )


def _escape(found: re.Match[str]) -> str:
    """An escape as it is, and a backslash that begins none as a backslash."""
    return found[0] if found[1] else r"\\"


def _candidate(item: dict[str, object]) -> Candidate:
    return Candidate(
        url=tidy(str(item["url"])),
        title=tidy(str(item.get("title", ""))),
        outlet=tidy(str(item.get("domain", ""))),
        seen=_seen(str(item.get("seendate", ""))),
        searched=True,
    )


def _seen(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, SEEN).replace(tzinfo=UTC)
    except ValueError:
        return None
