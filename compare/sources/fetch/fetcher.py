"""One page after another of many hosts: robots.txt, turns, redirects, retries, and what is kept."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urljoin

from compare.errors import FetchFailed
from compare.sources.dates import moment_in_words
from compare.sources.fetch.addresses import Address, host_of, read_address
from compare.sources.fetch.connection import ConnectionProblem, Network, ServerAnswer
from compare.sources.fetch.fetched import SAVE, FetchedKind, FetchedPage, kind_of
from compare.sources.fetch.journey import (
    Journey,
    PageReply,
    TryAgain,
    conditions_of,
    for_source,
    with_copy,
)
from compare.sources.fetch.page_cache import PageCache
from compare.sources.fetch.replies import (
    AGAIN,
    REDIRECTS,
    asked_wait,
    is_challenge,
    refusal_error,
)
from compare.sources.fetch.robots import LONGEST_DELAY, MAX_BYTES, RobotRules, read_rules
from compare.sources.fetch.settings import Fetching
from compare.sources.fetch.transfer import (
    ACCEPTED,
    TransferProblem,
    read_beginning,
    read_body,
)
from compare.sources.fetch.turns import HostTurns

LATER = "Try again later, or save the page in your browser and give the saved file"
ROBOT_HOPS = 5
AFTER_TOO_MANY = 5.0  # seconds after a 429 that names no time
ERROR_PAGE = 100_000
ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"

Told = Callable[[str, str], None]


class Fetcher:
    """Fetches pages over one network for one run."""

    def __init__(
        self, network: Network, fetching: Fetching, *, agent: str, told: Told | None = None
    ) -> None:
        self._network = network
        self._fetching = fetching
        self._limits = fetching.limits
        self._clock = fetching.clock
        self._agent = agent
        self._told = told or (lambda _source, _state: None)
        self._turns = HostTurns(fetching.clock, together=fetching.limits.together)
        self._cache = PageCache(fetching.cache)
        self._rules: dict[str, tuple[asyncio.Task[RobotRules], Journey]] = {}
        self._asked_robots: Counter[str] = Counter()

    async def page(
        self,
        source: str,
        *,
        ask_robots: bool = True,
        check: Callable[[FetchedPage], object] | None = None,
    ) -> FetchedPage:
        """The page at an address, from the cache where that is asked for or fresh enough.

        FetchFailed says why there is none. `ask_robots` is False for services that are made for
        programs, which their robots.txt does not speak of. `check` raises FetchFailed for an answer
        that is not to be kept; one with the outcome "unreachable" may pass and is asked for again.
        """
        address = read_address(source, source=source, any_port=self._fetching.allow_private)
        kept = self._cache.newest(address.url)
        if self._fetching.offline:
            return self._offline(kept, source)
        checked = self._cache.checked(address.url)
        if kept and checked and not self._fetching.refresh and self._is_fresh(checked):
            self._told(source, "from the cache")
            return replace(kept, source=source)
        return await self._attempts(
            source,
            lambda trip: self._newer(address, trip, kept, ask_robots=ask_robots, check=check),
            kept,
        )

    async def rules(self, url: str, *, source: str) -> RobotRules:
        """What the robots.txt of a site says; FetchFailed if it cannot be known at present."""
        address = read_address(url, source=source, any_port=self._fetching.allow_private)
        try:
            return await self._rules_of(address, self._trip(source))
        except TryAgain as wrong:
            raise wrong.failure from wrong

    def _offline(self, kept: FetchedPage | None, source: str) -> FetchedPage:
        if kept is None:
            advice = "Run it once without --offline, or give a saved file"
            raise FetchFailed(source, "it is not in the cache, and nothing is fetched", advice)
        self._told(source, "from the cache")
        return replace(kept, source=source)

    def _is_fresh(self, checked: datetime, seconds: float | None = None) -> bool:
        age = (self._clock.now() - checked).total_seconds()
        return 0 <= age < (self._limits.fresh if seconds is None else seconds)

    def _trip(self, source: str) -> Journey:
        return Journey(source=source, session=self._network.session(), left=self._limits.total)

    async def _attempts(
        self,
        source: str,
        attempt: Callable[[Journey], Awaitable[FetchedPage]],
        kept: FetchedPage | None,
    ) -> FetchedPage:
        """The first attempt that works out; between two of them a wait with full jitter.

        All waits together are no longer than the longest one that a host may ask for.
        """
        left, patience = self._limits.total, self._limits.wait
        for number in range(1, self._limits.tries + 1):
            trip = replace(self._trip(source), left=left)
            try:
                return await attempt(trip)
            except TryAgain as wrong:
                left = trip.left
                most = self._limits.backoff * 2 ** (number - 1)
                wait = self._clock.jitter(most) if wrong.after is None else wrong.after
                if number == self._limits.tries or left <= 0 or wait > patience:
                    raise with_copy(wrong.failure, kept) from wrong
                patience -= wait
                self._told(source, f"again in {wait:.0f} s: {wrong.failure.reason}")
                await self._clock.sleep(wait)
        raise AssertionError("at least one attempt is made")

    async def _newer(
        self,
        address: Address,
        trip: Journey,
        kept: FetchedPage | None,
        *,
        ask_robots: bool,
        check: Callable[[FetchedPage], object] | None,
    ) -> FetchedPage:
        """The page now on the server, or the kept one if the server says that it is unchanged."""
        refresh = self._fetching.refresh
        page = await self._follow(
            address, trip, conditions={} if refresh else conditions_of(kept), ask_robots=ask_robots
        )
        if page.status == 304 and kept:
            self._cache.confirm(address.url, self._clock.now())
            self._told(trip.source, "unchanged")
            return replace(kept, source=trip.source)
        if page.status == 304:
            raise refusal_error(trip.source, page.status, challenge=False)
        if check:
            self._check_answer(page, check)
        self._cache.keep(address.url, page)
        self._told(trip.source, f"fetched, {len(page.data) / 1000:.0f} kB")
        return page

    def _check_answer(self, page: FetchedPage, check: Callable[[FetchedPage], object]) -> None:
        try:
            check(page)
        except FetchFailed as wrong:
            raise (
                TryAgain(wrong, AFTER_TOO_MANY) if wrong.outcome == "unreachable" else wrong
            ) from None

    async def _follow(
        self, address: Address, trip: Journey, *, conditions: dict[str, str], ask_robots: bool
    ) -> FetchedPage:
        """The answer at the end of all redirects, every address on the way judged anew."""
        pause = self._limits.pause
        for _ in range(self._limits.hops + 1):
            if ask_robots:
                rules = await self._rules_of(address, trip)
                self._check_allowed(rules, address, trip)
                pause = max(pause, min(rules.delay, LONGEST_DELAY))
            self._told(trip.source, "fetching")
            reply = await self._exchange(address, trip, pause=pause, conditions=conditions)
            if reply.status not in REDIRECTS:
                return self._judged(reply, address, trip)
            address = self._next(reply, address, trip)
        raise FetchFailed(trip.source, f"it redirects more than {self._limits.hops} times", SAVE)

    def _next(self, reply: PageReply, address: Address, trip: Journey) -> Address:
        trip.chain = (*trip.chain, address.url)
        target = reply.header("location")
        if not target:
            raise FetchFailed(trip.source, "it redirects to nowhere", SAVE)
        try:
            joined = urljoin(address.url, target)
        except ValueError as wrong:
            raise FetchFailed(trip.source, "it redirects to no valid address", SAVE) from wrong
        found = read_address(joined, source=trip.source, any_port=self._fetching.allow_private)
        # A host may set a cookie and send back to the same page, once.
        if trip.chain.count(found.url) > 1:
            raise FetchFailed(trip.source, "its redirects go round in a circle", SAVE)
        return found

    def _check_parked(self, address: Address, trip: Journey) -> None:
        if until := self._turns.parked(address.host):
            raise FetchFailed(
                trip.source,
                f"{address.host} asks to be let alone until {moment_in_words(until)}",
                "Try again then, or save the page in your browser and give the saved file",
                outcome="unreachable",
            )

    def _check_allowed(self, rules: RobotRules, address: Address, trip: Journey) -> None:
        if not rules.allow(address.url):
            reason = f"the robots.txt of {address.host} asks programs not to read this page"
            raise FetchFailed(trip.source, reason, SAVE, outcome="blocked")

    async def _exchange(
        self, address: Address, trip: Journey, *, pause: float, conditions: dict[str, str]
    ) -> PageReply:
        """One request and its answer, in turn and within the time that is left."""
        headers = {
            "User-Agent": self._agent,
            "Accept": ACCEPT,
            "Accept-Language": "en;q=1, *;q=0.5",
        }
        headers |= {"Accept-Encoding": ACCEPTED, **conditions}
        again_here = bool(trip.chain) and host_of(trip.chain[-1]) == address.host
        async with self._turns.turn(address.host, pause=pause, at_once=again_here):
            self._check_parked(address, trip)
            began = self._clock.seconds()
            try:
                async with asyncio.timeout(trip.left):
                    reply = await self._asked(address, trip, headers)
                self._heed(reply, address)
                return reply
            except TimeoutError as wrong:
                reason = f"it took longer than {self._limits.total:g} s"
                raise FetchFailed(trip.source, reason, LATER, outcome="unreachable") from wrong
            except ConnectionProblem as wrong:
                raise self._not_reached(wrong, trip) from wrong
            except TransferProblem as wrong:
                failure = FetchFailed(trip.source, wrong.reason, SAVE)
                raise TryAgain(failure) if wrong.again else failure from wrong
            finally:
                trip.left -= self._clock.seconds() - began

    def _heed(self, reply: PageReply, address: Address) -> None:
        """Lets a host alone that asks for more patience than we have, before anyone else calls."""
        wait = asked_wait(reply.header("retry-after"), now=self._clock.now())
        out_of_order = reply.status in AGAIN or reply.status >= 500
        if out_of_order and wait is not None and wait > self._limits.wait:
            self._turns.park(address.host, self._clock.now() + timedelta(seconds=wait))

    async def _asked(self, address: Address, trip: Journey, headers: dict[str, str]) -> PageReply:
        async with trip.session.get(address.url, headers) as answer:
            body = b""
            if answer.status not in REDIRECTS and answer.status != 304:
                body = await self._body(answer, trip)
            return PageReply(status=answer.status, headers=answer.headers, body=body)

    async def _body(self, answer: ServerAnswer, trip: Journey) -> bytes:
        kind_named = answer.header("content-type") or ""
        failed = answer.status >= 400
        coding = answer.header("content-encoding") or ""
        if trip.cut_at is not None:
            return await read_beginning(answer.chunks, coding=coding, most=trip.cut_at)

        def limit_of(head: bytes) -> int:
            if failed:
                return ERROR_PAGE
            kind = kind_of(head, kind_named, source=trip.source)
            small = kind in (FetchedKind.PAGE, FetchedKind.TEXT, FetchedKind.JSON)
            return self._limits.page if small else self._limits.document

        length = answer.header("content-length") or ""
        if length.isdecimal() and int(length) > self._limits.wire:
            raise TransferProblem(f"it is larger than {self._limits.wire / 1_000_000:g} MB")
        try:
            return await read_body(
                answer.chunks,
                coding=coding,
                wire_limit=self._limits.wire,
                limit_of=limit_of,
            )
        except TransferProblem:
            if failed:
                return b""
            raise

    def _not_reached(self, wrong: ConnectionProblem, trip: Journey) -> Exception:
        if wrong.forbidden:
            advice = "If it is a page of your own network, add --allow-private"
            return FetchFailed(trip.source, wrong.reason, advice)
        advice = LATER if wrong.again else "Check the address, or give a saved file"
        failure = FetchFailed(trip.source, wrong.reason, advice, outcome="unreachable")
        return TryAgain(failure) if wrong.again else failure

    def _judged(self, reply: PageReply, address: Address, trip: Journey) -> FetchedPage:
        """The page of a good answer; for others the error, or the wish to try again."""
        if reply.status == 304 or 200 <= reply.status < 300:
            return FetchedPage(
                source=trip.source,
                url=address.url,
                data=reply.body,
                status=reply.status,
                headers=reply.headers,
                when=self._clock.now(),
                chain=trip.chain,
            )
        challenge = is_challenge(reply.headers, reply.body)
        failure = refusal_error(trip.source, reply.status, challenge=challenge)
        if reply.status not in AGAIN or challenge:
            raise failure
        self._check_parked(address, trip)
        wait = asked_wait(reply.header("retry-after"), now=self._clock.now())
        raise TryAgain(failure, AFTER_TOO_MANY if wait is None and reply.status == 429 else wait)

    async def _rules_of(self, address: Address, trip: Journey) -> RobotRules:
        """The rules of an address's site, asked for once in a run."""
        task, own = self._rules.get(address.origin, (None, trip))
        failed = task is not None and task.done() and (task.cancelled() or task.exception())
        if task is None or (failed and self._asked_robots[address.origin] < self._limits.tries):
            self._asked_robots[address.origin] += 1
            own = replace(trip, chain=(), cut_at=MAX_BYTES + 1)
            task = asyncio.create_task(self._robots(address, own))
            self._rules[address.origin] = task, own
        before = own.left
        try:
            return await asyncio.shield(task)
        except (FetchFailed, TryAgain) as wrong:
            raise for_source(wrong, trip.source) from wrong
        finally:
            # What is asked for on the way to a page is a part of its time.
            trip.left -= before - own.left

    async def _robots(self, address: Address, trip: Journey) -> RobotRules:
        """The rules as they are: none for a 4xx answer, unknown for now for any other failure."""
        place = read_address(f"{address.origin}/robots.txt", source=trip.source, any_port=True)
        kept, checked = self._cache.newest(place.url), self._cache.checked(place.url)
        if kept and checked and self._is_fresh(checked, self._limits.robots_fresh):
            return _rules_in(kept)
        self._told(trip.source, "reading robots.txt")
        at = place
        for _ in range(ROBOT_HOPS + 1):
            reply = await self._exchange(at, trip, pause=0.0, conditions={})
            if reply.status not in REDIRECTS:
                break
            at = self._next(reply, at, trip)
        page = FetchedPage(
            source=place.url, url=at.url, data=reply.body, status=reply.status,
            headers=reply.headers, when=self._clock.now(),
        )  # fmt: skip
        if reply.status in AGAIN or reply.status >= 500:
            self._check_parked(at, trip)
            reason = f"the robots.txt of {address.host} cannot be read now (HTTP {reply.status})"
            wait = asked_wait(reply.header("retry-after"), now=self._clock.now())
            raise TryAgain(FetchFailed(trip.source, reason, LATER, outcome="unreachable"), wait)
        self._cache.keep(place.url, page)
        return _rules_in(page)


def _rules_in(page: FetchedPage) -> RobotRules:
    return read_rules(page.data) if 200 <= page.status < 300 else RobotRules(None)
