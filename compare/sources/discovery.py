"""Where articles on one event may be: a search service, feeds, lists of feeds, news sitemaps."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import SourceError
from compare.sources import gdelt
from compare.sources.candidates import Candidate, FoundCandidates, best_candidates
from compare.sources.feeds import Listing, feeds_of_page, read_listing
from compare.sources.files import read_file
from compare.sources.isolation import isolate_errors

if TYPE_CHECKING:
    from compare.sources.fetch.fetcher import Fetcher, Told
    from compare.sources.fetch.settings import Fetching

GDELT = "gdelt"
DEPTH = 3  # a list of feeds or sitemaps, an index in it, and the map itself
MOST_LISTS = 200
FROM_A_PAGE = 5


def find_articles(
    query: str,
    places: Sequence[str],
    fetching: Fetching,
    *,
    days: int = 3,
    limit: int = 30,
    service: str = gdelt.SERVICE,
    told: Told | None = None,
) -> FoundCandidates:
    """The candidates for a query that the places list, the best first.

    A place is `gdelt`, or the file or address of a feed, an OPML file, a sitemap, or a page that
    names its feeds. A place that cannot be asked is a problem and leaves the others.
    """
    from compare.sources.fetch.pages import with_fetcher

    async def everywhere(fetcher: Fetcher) -> list[tuple[Candidate, ...] | SourceError]:
        search = _Search(fetcher, gdelt.query_address(query, days=days, service=service))
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(search.ask(place)) for place in places]
        return [*(task.result() for task in tasks), *search.problems]

    answers = with_fetcher(everywhere, fetching, told=told)
    candidates = [one for each in answers if isinstance(each, tuple) for one in each]
    return FoundCandidates(
        candidates=best_candidates(
            candidates, query, now=fetching.clock.now(), days=days, limit=limit
        ),
        problems=tuple(each for each in answers if isinstance(each, SourceError)),
    )


def list_articles(
    places: Sequence[str], fetching: Fetching, *, told: Told | None = None
) -> FoundCandidates:
    """Every article that the places list, in their order, each address once; none is weighed.

    A place is the file or the address of a feed, an OPML file or a sitemap. A place that cannot be
    read is a problem and leaves the others.
    """
    from compare.sources.fetch.pages import with_fetcher

    async def everywhere(fetcher: Fetcher) -> list[tuple[Candidate, ...] | SourceError]:
        search = _Search(fetcher, "")
        answers = [await search.ask(place) for place in places]
        return [*answers, *search.problems]

    answers = with_fetcher(everywhere, fetching, told=told)
    candidates = [one for each in answers if isinstance(each, tuple) for one in each]
    return FoundCandidates(
        candidates=tuple({one.url: one for one in reversed(candidates)}.values())[::-1],
        problems=tuple(each for each in answers if isinstance(each, SourceError)),
    )


class _Search:
    """One run through all places and the lists they lead to, each list once."""

    def __init__(self, fetcher: Fetcher, gdelt_query: str) -> None:
        self._fetcher = fetcher
        self._gdelt_query = gdelt_query
        self._seen: set[str] = set()
        self.problems: list[SourceError] = []

    async def ask(self, place: str) -> tuple[Candidate, ...] | SourceError:
        """What a place lists, or why that cannot be known."""
        try:
            with isolate_errors(place):
                if place != GDELT:
                    return await self._listed(place, depth=DEPTH)
                page = await self._fetcher.page(
                    self._gdelt_query,
                    ask_robots=False,
                    check=lambda page: gdelt.read_answer(page.data, source=GDELT),
                )
                return gdelt.read_answer(page.data, source=GDELT)
        except SourceError as wrong:
            if wrong.source == self._gdelt_query:
                return type(wrong)(GDELT, wrong.reason, wrong.advice)
            return wrong

    async def _listed(self, place: str, *, depth: int) -> tuple[Candidate, ...]:
        listing = await self._listing(place)
        further = [url for url in listing.further if url not in self._seen]
        further = further[: max(0, MOST_LISTS - len(self._seen))] if depth else []
        self._seen.update(further)
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._further(url, depth=depth - 1)) for url in further]
        return (*listing.candidates, *(one for task in tasks for one in task.result()))

    async def _further(self, url: str, *, depth: int) -> tuple[Candidate, ...]:
        try:
            with isolate_errors(url):
                return await self._listed(url, depth=depth)
        except SourceError as wrong:
            self.problems.append(wrong)
            return ()

    async def _listing(self, place: str) -> Listing:
        from compare.sources.fetch.fetched import FetchedKind

        if os.path.lexists(place):
            return read_listing(read_file(Path(place), source=place), source=place)
        page = await self._fetcher.page(place)
        if page.kind is not FetchedKind.PAGE:
            return read_listing(page.data, source=place)
        named = feeds_of_page(page.data, url=page.url)[:FROM_A_PAGE]
        rules = await self._fetcher.rules(page.url, source=place)
        maps = [url for url in rules.sitemaps if "news" in url.lower()][:FROM_A_PAGE]
        return (
            Listing(further=(*named, *maps)) if named or maps else read_listing(b"", source=place)
        )
