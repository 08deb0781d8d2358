"""All pages of a list of addresses at once, each with its own outcome."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from compare.errors import SourceError
from compare.sources.fetch.settings import Fetching
from compare.sources.isolation import isolate_errors

if TYPE_CHECKING:
    from compare.sources.fetch.fetched import FetchedPage
    from compare.sources.fetch.fetcher import Fetcher, Told

T = TypeVar("T")


def fetch_pages(
    sources: Sequence[str],
    fetching: Fetching,
    *,
    told: Told | None = None,
    from_archive: bool = False,
) -> list[FetchedPage | SourceError]:
    """For each address its page or the error that says why there is none, in the order given.

    An address given twice is fetched once. `told` is called with an address and what is being done
    for it. `from_archive` asks the Wayback Machine instead of the site. What was fetched is in the
    cache even if the run is interrupted.
    """
    from compare.sources.fetch.archive import archived_copy

    async def one(source: str, fetcher: Fetcher) -> FetchedPage | SourceError:
        try:
            with isolate_errors(source):
                if from_archive:
                    return await archived_copy(source, fetcher=fetcher, fetching=fetching)
                return await fetcher.page(source)
        except SourceError as wrong:
            if told:
                told(source, wrong.reason)
            return wrong

    async def every(fetcher: Fetcher) -> list[FetchedPage | SourceError]:
        async with asyncio.TaskGroup() as group:
            tasks = {s: group.create_task(one(s, fetcher)) for s in dict.fromkeys(sources)}
        return [tasks[source].result() for source in sources]

    return with_fetcher(every, fetching, told=told)


def with_fetcher(
    work: Callable[[Fetcher], Awaitable[T]], fetching: Fetching, *, told: Told | None = None
) -> T:
    """What `work` gives back, done with a fetcher whose connections end with it."""
    from importlib.metadata import version

    from compare.sources.fetch.connection import Network
    from compare.sources.fetch.fetcher import Fetcher

    async def run() -> T:
        limits = fetching.limits
        network = Network(
            resolver=fetching.resolver,
            allow_private=fetching.allow_private,
            use_proxy=fetching.use_proxy,
            connect_seconds=limits.connect,
            read_seconds=limits.read,
            together=limits.together,
        )
        agent = f"storydiff/{version('storydiff')} (for one reader; robots.txt: storydiff)"
        try:
            return await work(Fetcher(network, fetching, agent=agent, told=told))
        finally:
            await network.close()

    return run_coroutine(run())


def run_coroutine(work: Coroutine[None, None, T]) -> T:
    """The result of a coroutine, also from inside a notebook, where a loop runs already."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
