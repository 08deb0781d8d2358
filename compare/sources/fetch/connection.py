"""The one place that knows httpx: a request out, an answer in, to public addresses alone.

Each connection looks its name up once, refuses the host if any of its addresses is not public, and
connects to the very address it has judged. A name that changes its address between two questions
(DNS rebinding), a redirect or an odd way to write 127.0.0.1 all pass through the same door.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import threading
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpcore
import httpx

from compare.sources.fetch.networks import why_refused
from compare.sources.fetch.settings import Resolver

# An internet address in; what it leads to if nothing may be sent there, else None.
Judge = Callable[[str], str | None]

TRIED = 3  # addresses of one name, where the first does not answer


class ConnectionProblem(Exception):
    """No answer came. `again` is True where a second attempt may go better."""

    def __init__(self, reason: str, *, again: bool = False, forbidden: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again
        self.forbidden = forbidden


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAnswer:
    """What a server sends: `headers` in its order, `chunks` the body as it came over the wire."""

    status: int
    headers: tuple[tuple[str, str], ...]
    chunks: AsyncIterator[bytes]

    def header(self, name: str) -> str | None:
        """The first header of that name, whatever its case, or None."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class Session:
    """The requests for one source: cookies live in it and nowhere else."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    @asynccontextmanager
    async def get(self, url: str, headers: Mapping[str, str]) -> AsyncIterator[ServerAnswer]:
        """The answer to one GET request; ConnectionProblem also while its chunks are read."""
        async with self._answer("GET", url, headers, None) as answer:
            yield answer

    @asynccontextmanager
    async def post(
        self, url: str, headers: Mapping[str, str], body: bytes
    ) -> AsyncIterator[ServerAnswer]:
        """The answer to one POST request; ConnectionProblem also while its chunks are read."""
        async with self._answer("POST", url, headers, body) as answer:
            yield answer

    @asynccontextmanager
    async def _answer(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None
    ) -> AsyncIterator[ServerAnswer]:
        with _told():
            request = self._client.build_request(method, url, headers=dict(headers), content=body)
            response = await self._client.send(request, stream=True)
        try:
            yield ServerAnswer(
                status=response.status_code,
                headers=tuple(response.headers.multi_items()),
                chunks=_raw(response),
            )
        finally:
            await response.aclose()


class Network:
    """All connections of one run; close it when done."""

    def __init__(
        self,
        *,
        resolver: Resolver | None = None,
        allow_private: bool = False,
        use_proxy: bool = False,
        connect_seconds: float,
        read_seconds: float,
        together: int,
        judge: Judge = why_refused,
    ) -> None:
        self._guard = _Guard(resolver or look_up, None if allow_private else judge)
        self._transport = _Transport(self._guard, together=together, use_proxy=use_proxy)
        self._timeout = httpx.Timeout(read_seconds, connect=connect_seconds)

    def session(self) -> Session:
        """A session without cookies. It needs no closing of its own."""
        client = httpx.AsyncClient(
            transport=self._transport,
            timeout=self._timeout,
            trust_env=False,
            follow_redirects=False,
        )
        client.headers.clear()
        return Session(client)

    @property
    def opened(self) -> bool:
        """True when a connection to any host was opened, so that something may have been sent."""
        return self._guard.opened

    async def close(self) -> None:
        """End all connections."""
        await self._transport.aclose()


def ascii_form(text: str) -> str:
    """An address with its host and path in ASCII; ValueError if it is none."""
    try:
        url = httpx.URL(text)
        # Names in code, such as "xn--", may stand for nothing; they are decoded on the way.
        assert url.host is not None
        return str(url)
    except (httpx.InvalidURL, UnicodeError) as wrong:
        raise ValueError(str(wrong)) from wrong


async def look_up(host: str, port: int) -> Sequence[str]:
    """The addresses of a host; OSError if it has none.

    It runs in a thread of its own that nobody waits for, as the system's look-up has no end to
    its patience.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Sequence[str]] = loop.create_future()

    def settle(found: Sequence[str] | OSError) -> None:
        if answer.done():
            return
        if isinstance(found, OSError):
            answer.set_exception(found)
        else:
            answer.set_result(found)

    def ask() -> None:
        found: Sequence[str] | OSError
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found = list(dict.fromkeys(str(entry[4][0]) for entry in entries))
        except (OSError, UnicodeError) as wrong:
            found = wrong if isinstance(wrong, OSError) else OSError(str(wrong))
        with contextlib.suppress(RuntimeError):  # the run may be over by now
            loop.call_soon_threadsafe(settle, found)

    threading.Thread(target=ask, daemon=True).start()
    return await answer


class _Guard(httpcore.AsyncNetworkBackend):
    """Opens connections to judged addresses."""

    def __init__(self, resolver: Resolver, judge: Judge | None) -> None:
        self._resolver = resolver
        self._judge = judge
        self._inner = httpcore.AnyIOBackend()
        self.opened = False

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        problem: Exception | None = None
        for address in (await self._judged(host, port, timeout))[:TRIED]:
            try:
                stream = await self._inner.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
                self.opened = True
                return stream
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as wrong:
                problem = wrong
        raise problem or httpcore.ConnectError("no address")

    async def _judged(self, host: str, port: int, seconds: float | None) -> Sequence[str]:
        try:
            async with asyncio.timeout(seconds):
                addresses = await self._resolver(host.strip("[]"), port)
        except TimeoutError as wrong:
            raise ConnectionProblem(
                "its name could not be looked up in time", again=True
            ) from wrong
        except OSError as wrong:
            raise ConnectionProblem("there is no host of this name") from wrong
        for address in addresses if self._judge else ():
            if self._judge and (why := self._judge(address)):
                reason = f"its host leads to {why}, not to the public internet"
                raise ConnectionProblem(reason, forbidden=True)
        return addresses

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class _Transport(httpx.AsyncBaseTransport):
    """httpx requests over connections that the guard opens."""

    def __init__(self, guard: _Guard, *, together: int, use_proxy: bool) -> None:
        self._context = httpx.create_ssl_context(trust_env=False)
        self._direct = httpcore.AsyncConnectionPool(
            ssl_context=self._context, max_connections=together, network_backend=guard
        )
        self._named = urllib.request.getproxies() if use_proxy else {}
        self._proxies: dict[str, httpcore.AsyncHTTPProxy] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        sent = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        got = await self._pool(url.scheme, url.host).handle_async_request(sent)
        return httpx.Response(
            status_code=got.status,
            headers=got.headers,
            stream=_Stream(got.stream),
            extensions=got.extensions,
        )

    def _pool(self, scheme: str, host: str) -> httpcore.AsyncConnectionPool:
        proxy = self._named.get(scheme)
        if not proxy or urllib.request.proxy_bypass(host):
            return self._direct
        if proxy not in self._proxies:
            self._proxies[proxy] = httpcore.AsyncHTTPProxy(proxy, ssl_context=self._context)
        return self._proxies[proxy]

    async def aclose(self) -> None:
        for pool in (self._direct, *self._proxies.values()):
            await pool.aclose()


class _Stream(httpx.AsyncByteStream):
    def __init__(self, stream: Any) -> None:  # noqa: ANN401 - httpcore leaves its type open
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


async def _raw(response: httpx.Response) -> AsyncIterator[bytes]:
    with _told():
        async for chunk in response.aiter_raw():
            yield chunk


@contextlib.contextmanager
def _told() -> Any:  # noqa: ANN401 - a context manager
    """Turn what httpx and httpcore raise into a ConnectionProblem."""
    try:
        yield
    except (httpcore.ConnectTimeout, httpcore.PoolTimeout) as wrong:
        raise ConnectionProblem("the host did not answer in time", again=True) from wrong
    except httpcore.TimeoutException as wrong:
        raise ConnectionProblem("the host stopped sending", again=True) from wrong
    except httpcore.ConnectError as wrong:
        raise _not_connected(wrong) from wrong
    except httpcore.RemoteProtocolError as wrong:
        incomplete = "without sending" in str(wrong) or "incomplete" in str(wrong)
        reason = "it broke off before its end" if incomplete else "the host does not speak HTTP"
        raise ConnectionProblem(reason, again=incomplete) from wrong
    except (httpcore.NetworkError, OSError) as wrong:
        raise ConnectionProblem("the connection broke", again=True) from wrong
    except (httpcore.UnsupportedProtocol, httpcore.ProtocolError, httpx.HTTPError) as wrong:
        raise ConnectionProblem("the host does not speak HTTP") from wrong
    except (httpx.InvalidURL, httpcore.ProxyError, UnicodeError, ValueError) as wrong:
        raise ConnectionProblem("the request could not be sent") from wrong


def _not_connected(wrong: Exception) -> ConnectionProblem:
    cause = wrong.__cause__ or wrong.__context__
    if isinstance(cause, ssl.SSLCertVerificationError):
        why = cause.verify_message.rstrip(".") or "it is not valid"
        return ConnectionProblem(f"its certificate cannot be trusted ({why})")
    if isinstance(cause, ssl.SSLError):
        return ConnectionProblem("no secure connection could be made")
    return ConnectionProblem("no connection could be made", again=True)
