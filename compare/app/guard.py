"""What stands before every page: who may ask, how much may be sent, and what a page may load.

A page of another site can make a browser send requests here, and a name that someone else owns can
be made to lead here (DNS rebinding). The first is told by Origin and Sec-Fetch-Site, the second by
the Host header. Nothing is read of a request that is refused.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

from starlette.exceptions import HTTPException

from compare.app.interface_texts import refusal
from compare.app.settings import AppSettings

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    # With "no-referrer" a browser would send "null" as the origin of our own forms.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)
PROGRAMS = "/api/"
_SAFE = frozenset({"GET", "HEAD"})
_META = re.compile(rb'<meta http-equiv="?Content-Security-Policy"? content="([^"]*)"')
_HEAD = 4096


class Guard:
    """ASGI middleware around the whole app."""

    def __init__(self, app: Asgi, settings: AppSettings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through to the app, or answer it with the reason why not."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = {key.lower(): value for key, value in scope["headers"]}
        refusal = self._refusal(scope["method"], scope["path"], headers)
        if refusal:
            await send_page(send, *refusal)
            return
        started = False

        async def sent(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message["headers"] = _with_headers(list(message["headers"]))
            await send(message)

        try:
            await self._app(scope, self._bounded(receive), sent)
        except HTTPException as wrong:
            if not started:
                await send_page(send, wrong.status_code, wrong.detail)

    def _refusal(
        self, method: str, path: str, headers: dict[bytes, bytes]
    ) -> tuple[int, str] | None:
        """Status and words for a request that is not let in, or None."""
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if re.sub(r":\d+$", "", host) not in self._settings.hosts:
            return 421, refusal("wrong_host")
        if method not in _SAFE and not _is_ours(host, path, headers):
            return 403, refusal("wrong_site")
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or int(length) > self._settings.limits.body:
            return 413, self._too_much()
        return None

    def _too_much(self) -> str:
        most = self._settings.limits.body // 1_000_000
        return refusal("too_much", most=most)

    def _bounded(self, receive: Receive) -> Receive:
        """The same messages, until they are too many or come too slowly."""
        limits, taken, whole = self._settings.limits, 0, False

        async def received() -> Message:
            nonlocal taken, whole
            if whole:
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), limits.silence)
            except TimeoutError:
                raise HTTPException(408, refusal("stopped")) from None
            taken += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            if taken > limits.body:
                raise HTTPException(413, self._too_much())
            return message

        return received


def _is_ours(host: str, path: str, headers: dict[bytes, bytes]) -> bool:
    """True when a request that changes something comes from our own page, or from no browser."""
    origin = headers.get(b"origin")
    if origin is not None:
        return origin.decode("latin-1").lower() in (f"http://{host}", f"https://{host}")
    site = headers.get(b"sec-fetch-site")
    if site is not None:
        return site == b"same-origin"
    # A program: a form of another site cannot send JSON without being asked about first.
    kind = headers.get(b"content-type", b"").split(b";")[0].strip().lower()
    return path.startswith(PROGRAMS) and kind == b"application/json"


def _with_headers(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    names = {name.lower() for name, _ in headers}
    added = [*HEADERS, (b"content-security-policy", POLICY.encode())]
    return [*headers, *(pair for pair in added if pair[0] not in names)]


async def send_page(
    send: Send, status: int, words: str, extra: Iterable[tuple[bytes, bytes]] = ()
) -> None:
    """Send a page of plain words in place of the app's."""
    headers = _with_headers([(b"content-type", b"text/plain; charset=utf-8"), *extra])
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{words}\n".encode()})


def own_policy(page: bytes) -> str:
    """The policy that a finished page states of itself, with nobody allowed to frame it."""
    found = _META.search(page[:_HEAD])
    stated = found[1].decode() if found else "default-src 'none'; style-src 'unsafe-inline'"
    return f"{stated}; frame-ancestors 'none'"
