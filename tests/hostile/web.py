"""Short patience, a clock that does not wait, and pages of an invented outlet."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from compare.errors import FetchFailed
from compare.sources.fetch.clock import Clock
from compare.sources.fetch.fetched import FetchedPage
from compare.sources.fetch.settings import Fetching, FetchLimits
from tests.hostile.server import Request, Sender

LIMITS = FetchLimits(
    connect=0.5, read=0.4, total=2.0, tries=2, page=1_000_000, document=2_000_000, wire=3_000_000
)
BODY = (
    "The ferry Ostrey Star drifted for three hours off Port Ellery on Tuesday after a fire.",
    "All 212 passengers were taken off by lifeboat, and nine were treated for smoke.",
    "The operator said that the cause was not known and that an inquiry would begin.",
)


class StoppedClock(Clock):
    """A clock that moves only when somebody waits, and remembers how long."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.passed = 0.0

    def seconds(self) -> float:
        return self.passed

    def now(self) -> datetime:
        return datetime(2031, 10, 14, 21, 5, tzinfo=UTC) + timedelta(seconds=self.passed)

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.passed += seconds

    def jitter(self, most: float) -> float:
        return most / 2


async def loopback(_host: str, _port: int) -> Sequence[str]:
    """Every name is this machine."""
    return ["127.0.0.1"]


def fetching(clock: Clock | None = None, **changes: Any) -> Fetching:
    """Short limits, loopback allowed, every name on loopback, nothing kept."""
    base = Fetching(
        allow_private=True, limits=LIMITS, resolver=loopback, clock=clock or StoppedClock()
    )
    return replace(base, **changes)


def article(
    *, head: str = "", body: str = "", title: str = "Ferry adrift off Port Ellery"
) -> bytes:
    """A page with one article on it."""
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body>"
        f"<article><h1>{title}</h1>{paragraphs}{body}</article></body></html>"
    ).encode()


def in_turn(answers: Iterable[bytes]) -> Sender:
    """Sends one answer after the other, the last one again and again."""
    left = list(answers)

    def send(connection: socket.socket, _request: Request) -> None:
        connection.sendall(left.pop(0) if len(left) > 1 else left[0])

    return send


def page_of(result: object) -> FetchedPage:
    assert isinstance(result, FetchedPage), result
    return result


def failure_of(result: object) -> FetchFailed:
    assert isinstance(result, FetchFailed), result
    return result
