"""How pages are fetched: what the reader asked for, and the bounds that hold for all."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from compare.sources.fetch.clock import Clock

# A host name and a port in, its internet addresses out; OSError if there are none.
Resolver = Callable[[str, int], Awaitable[Sequence[str]]]

AVAILABILITY = "https://archive.org/wayback/available"
REPLAY = "https://web.archive.org/web"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """Times in seconds, sizes in bytes.

    `total` is the network time of one source over all its requests; waiting for a turn is not
    counted. `pause` is the least time between two pages of a host. `wait` is the longest time that
    a host may ask us to wait; beyond it the source is given up. A page kept for less than `fresh`
    is not asked for again.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    page: int = 10_000_000
    document: int = 50_000_000
    wire: int = 50_000_000
    hops: int = 10
    tries: int = 4
    pause: float = 2.0
    wait: float = 60.0
    backoff: float = 1.0
    together: int = 20
    fresh: float = 3_600.0
    robots_fresh: float = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """What the reader asked for. `cache` is the folder of kept pages, None to keep none.

    `resolver`, `clock` and the two archive addresses are there to be replaced by tests.
    """

    cache: Path | None = None
    offline: bool = False
    refresh: bool = False
    archived: bool = False
    allow_private: bool = False
    use_proxy: bool = False
    limits: FetchLimits = field(default_factory=FetchLimits)
    resolver: Resolver | None = None
    clock: Clock = field(default_factory=Clock)
    availability: str = AVAILABILITY
    replay: str = REPLAY
