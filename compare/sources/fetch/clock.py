"""Time and chance as the fetcher sees them, in one value that a test can replace."""

from __future__ import annotations

import asyncio
import random
import time
from datetime import UTC, datetime


class Clock:
    """The real clock. Waits and their jitter decide when a page is asked for, not what it says."""

    def seconds(self) -> float:
        """Seconds since some fixed moment; never goes back."""
        return time.monotonic()

    def now(self) -> datetime:
        """The time of day in UTC, to the second."""
        return datetime.now(UTC).replace(microsecond=0)

    async def sleep(self, seconds: float) -> None:
        """Waits."""
        await asyncio.sleep(seconds)

    def jitter(self, most: float) -> float:
        """A number of seconds from 0 to `most`, so that many programs do not come back at once."""
        return random.uniform(0, most)
