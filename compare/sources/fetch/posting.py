"""A question posted to a service that the user named, and its answer: no redirect, within bounds.

Other than for pages, the machine itself and private networks are allowed: that is where services of
one's own run. Link-local and reserved ranges, where cloud machines keep their secrets, are not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from ipaddress import ip_address

from compare.errors import FetchFailed
from compare.sources.fetch.addresses import Address, read_address
from compare.sources.fetch.clock import Clock
from compare.sources.fetch.connection import ConnectionProblem, Network
from compare.sources.fetch.networks import why_refused_to_owner
from compare.sources.fetch.pages import run_coroutine
from compare.sources.fetch.replies import AGAIN, REDIRECTS, asked_wait
from compare.sources.fetch.settings import Resolver
from compare.sources.fetch.transfer import ACCEPTED, TransferProblem, read_body

NOT_SENT = "not sent"
"""The outcome of a question for which no connection was made."""

ADVICE = "Check that the service runs and that its address is right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service and how it is asked. Times are in seconds, `largest` in bytes of an answer.

    `total` bounds one attempt from its connection to its last byte; `wait` is the longest time that
    the service may ask to wait before the next attempt. `resolver` and `clock` are for tests.
    """

    url: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    connect: float = 10.0
    total: float = 300.0
    largest: int = 4_000_000
    tries: int = 3
    wait: float = 60.0
    resolver: Resolver | None = None
    clock: Clock = field(default_factory=Clock)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedAnswer:
    """The status and the body of an answer."""

    status: int
    body: bytes


class _Later(Exception):
    """The service may answer after some seconds."""

    def __init__(self, reason: str, seconds: float, *, sent: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason
        self.seconds = seconds
        self.sent = sent


def service_address(url: str) -> Address:
    """Return the address of a service, on any port; FetchFailed names what is wrong with it."""
    return read_address(url, source=url, any_port=True)


def is_this_machine(host: str) -> bool:
    """True for a host that by its very name is the machine that this runs on."""
    host = host.strip("[]").lower()
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def post(service: Service, body: bytes) -> PostedAnswer:
    """Return the answer of a service to a body of JSON, after the attempts that it takes.

    Any status is an answer but a redirect, which is not followed, and those that say "later".
    FetchFailed where none came in time, or a larger one than allowed.
    """
    return run_coroutine(_post(service, body))


async def _post(service: Service, body: bytes) -> PostedAnswer:
    host = service_address(service.url).host
    for attempt in range(1, service.tries + 1):
        try:
            return await _attempt(service, body)
        except _Later as later:
            seconds = max(later.seconds, float(2 ** (attempt - 1)) if later.seconds < 0 else 0.0)
            if attempt == service.tries or seconds > service.wait:
                outcome = "" if later.sent else NOT_SENT
                raise FetchFailed(host, later.reason, ADVICE, outcome=outcome) from later
            await service.clock.sleep(seconds)
    raise AssertionError("the last attempt returns or raises")


async def _attempt(service: Service, body: bytes) -> PostedAnswer:
    host = service_address(service.url).host
    network = Network(
        resolver=service.resolver,
        judge=why_refused_to_owner,
        connect_seconds=service.connect,
        read_seconds=service.total,
        together=1,
    )
    try:
        async with asyncio.timeout(service.total):
            return await _answer(network, service, body, host)
    except TimeoutError as wrong:
        raise FetchFailed(host, "it did not answer in time", ADVICE) from wrong
    except ConnectionProblem as wrong:
        if wrong.again:
            raise _Later(wrong.reason, -1, sent=network.opened) from wrong
        outcome = "" if network.opened else NOT_SENT
        raise FetchFailed(host, wrong.reason, ADVICE, outcome=outcome) from wrong
    except TransferProblem as wrong:
        # What the problem names may come from the answer itself.
        reason = "its answer is too long, or packed in a way that was not asked for"
        raise FetchFailed(host, reason, ADVICE) from wrong
    finally:
        await network.close()


async def _answer(network: Network, service: Service, body: bytes, host: str) -> PostedAnswer:
    headers = {
        "User-Agent": f"storydiff/{version('storydiff')}",
        "Accept": "application/json",
        "Accept-Encoding": ACCEPTED,
        "Content-Type": "application/json",
        **service.headers,
    }
    async with network.session().post(service.url, headers, body) as answer:
        if answer.status in REDIRECTS:
            reason = "it sends the question elsewhere, which is not followed"
            raise FetchFailed(host, reason, "Give the address that it sends to, if you trust it")
        if answer.status in AGAIN:
            asked = asked_wait(answer.header("retry-after") or "", now=service.clock.now())
            raise _Later(f"it is not ready (HTTP {answer.status})", -1 if asked is None else asked)
        data = await read_body(
            answer.chunks,
            coding=answer.header("content-encoding") or "",
            wire_limit=service.largest,
            limit_of=lambda _: service.largest,
        )
    return PostedAnswer(status=answer.status, body=data)
