"""One attempt to get a source: how far it has come, what it is answered, and how it may fail."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.errors import FetchFailed
from compare.sources.dates import moment_in_words
from compare.sources.fetch.connection import Session
from compare.sources.fetch.fetched import FetchedPage

_VALIDATOR = re.compile(r"[\x20-\x7e]{1,1000}")


class TryAgain(Exception):
    """The attempt failed in a way that may pass; `after` is the wait in seconds if one is asked."""

    def __init__(self, failure: FetchFailed, after: float | None = None) -> None:
        super().__init__(str(failure))
        self.failure = failure
        self.after = after


@dataclass
class Journey:
    """One attempt to get one source: its cookies, its network time, where it has been.

    With `cut_at` only so many bytes of a body are received, and nothing is refused for its size or
    kind.
    """

    source: str
    session: Session
    left: float
    chain: tuple[str, ...] = ()
    cut_at: int | None = None


@dataclass(frozen=True, slots=True)
class PageReply:
    """The answer to one request, its body unpacked."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The first header of that lower-case name, or an empty text."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def conditions_of(kept: FetchedPage | None) -> dict[str, str]:
    """The headers that let a server answer "unchanged"."""
    if kept is None:
        return {}
    wanted = (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
    sent = ((name, kept.header(header)) for name, header in wanted)
    # What is not plain ASCII did not come through the headers as it was sent.
    return {name: value for name, value in sent if _VALIDATOR.fullmatch(value)}


def with_copy(failure: FetchFailed, kept: FetchedPage | None) -> FetchFailed:
    """The failure, with the kept copy as the next step where there is one."""
    if kept is None:
        return failure
    advice = f"A copy of {moment_in_words(kept.when)} is in the cache: add --offline to use it"
    return FetchFailed(failure.source, failure.reason, advice, outcome=failure.outcome)


def for_source(wrong: FetchFailed | TryAgain, source: str) -> FetchFailed | TryAgain:
    """A failure that several sources share, in the name of one of them."""
    if isinstance(wrong, TryAgain):
        failure = wrong.failure
        own = FetchFailed(source, failure.reason, failure.advice, outcome=failure.outcome)
        return TryAgain(own, wrong.after)
    return FetchFailed(source, wrong.reason, wrong.advice, outcome=wrong.outcome)
