"""Twenty pages of twenty hosts on loopback, each answer 200 ms late."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measure import Cost, cost_of
from tests.hostile.server import Request, answer, serving
from tests.hostile.web import article

HOSTS = 20
LATENCY = 0.2
PROGRAM = """
import asyncio, sys
from compare.sources.fetch.pages import fetch_pages
from compare.sources.fetch.settings import Fetching

async def loopback(host, port):
    return ["127.0.0.1"]

pages = fetch_pages(sys.argv[1:], Fetching(allow_private=True, resolver=loopback))
assert all(getattr(page, "status", 0) == 200 for page in pages), pages
"""


def fetching_cost(at: Path) -> Cost:
    """The cost of a process that fetches all pages, with the robots.txt of each host before it."""
    with _late() as urls:
        return cost_of([sys.executable, "-c", PROGRAM, *urls], at=at, runs=3)


@contextmanager
def _late() -> Iterator[list[str]]:
    page, patience = answer(article()), threading.Event()

    def send(connection: socket.socket, _request: Request) -> None:
        patience.wait(LATENCY)
        connection.sendall(page)

    def missing(connection: socket.socket, _request: Request) -> None:
        patience.wait(LATENCY)
        connection.sendall(answer(status="404 Not Found"))

    with serving({"/": send, "/robots.txt": missing}) as server:
        yield [server.url("/", host=f"host-{number}.example") for number in range(HOSTS)]
