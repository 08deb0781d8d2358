"""Whose turn it is: one request at a time to a host, a pause between pages, and hosts let alone."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from compare.sources.fetch.clock import Clock


@dataclass
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    parked: datetime | None = None


class HostTurns:
    """The turns of one run."""

    def __init__(self, clock: Clock, *, together: int) -> None:
        self._clock = clock
        self._seats = asyncio.Semaphore(together)
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)

    @asynccontextmanager
    async def turn(self, host: str, *, pause: float, at_once: bool = False) -> AsyncIterator[None]:
        """Waits until the host is free; afterwards it is left alone for `pause` seconds.

        `at_once` is for a page that its own host sends elsewhere: that is one visit, not two.
        """
        state = self._hosts[host]
        async with state.lock:
            wait = 0.0 if at_once else state.free_at - self._clock.seconds()
            if wait > 0:
                await self._clock.sleep(wait)
            async with self._seats:
                try:
                    yield
                finally:
                    state.free_at = self._clock.seconds() + pause

    def park(self, host: str, until: datetime) -> None:
        """Lets a host alone until then, for the rest of the run."""
        self._hosts[host].parked = until

    def parked(self, host: str) -> datetime | None:
        """Until when the host wants to be let alone, or None."""
        until = self._hosts[host].parked
        return until if until and until > self._clock.now() else None
