"""The link for a class: finished blind pages, in the local network, with a code, for a while.

It is a server of its own that knows nothing but these pages: no story, no name of an outlet and no
key can be reached through it. It is off until a teacher switches it on and off again by itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import socket
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import uvicorn

from compare.app.guard import HEADERS, Receive, Scope, Send, own_policy
from compare.app.interface_texts import interface_words, refusal
from compare.errors import CompareError

MINUTES = 60
Later = Callable[[float, Callable[[], None]], asyncio.TimerHandle]
# No letter or figure that is easily taken for another one.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTH = 6
_WRONG, _SPAN = 60, 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveLink:
    """A link that is on: where it leads, the code, and the time of day at which it ends."""

    address: str
    code: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassPages:
    """What students get: the page that asks for the code, that with the list, and the files."""

    ask: bytes
    wrong: bytes
    opened: bytes
    files: Mapping[str, bytes]


class ClassApp:
    """The ASGI app of a class link: GET alone, and nothing without the code."""

    def __init__(self, pages: ClassPages, code: str, host: str) -> None:
        self._pages = pages
        self._code = code
        self._host = host
        self._wrong: deque[float] = deque()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - as in ASGI
        """Answer one request."""
        if scope["type"] != "http":
            return
        status, data = self._reply(scope)
        headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-security-policy", self._policy(data)),
            *HEADERS,
        ]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        body = b"" if scope["method"] == "HEAD" else data
        await send({"type": "http.response.body", "body": body})

    def _policy(self, data: bytes) -> bytes:
        policy = own_policy(data)
        own = data in (self._pages.ask, self._pages.wrong, self._pages.opened)
        return (f"{policy}; form-action 'self'; base-uri 'none'" if own else policy).encode()

    def _reply(self, scope: Scope) -> tuple[int, bytes]:
        hosts = [value for key, value in scope["headers"] if key.lower() == b"host"]
        if hosts != [self._host.encode()]:
            return 421, _told("not_here")
        if scope["method"] not in ("GET", "HEAD"):
            return 405, _told("only_reading")
        given, _, name = scope["path"].lstrip("/").partition("/")
        query = scope["query_string"].decode("latin-1")
        if not given and query.startswith("code="):
            given = query.removeprefix("code=")
        if not given:
            return 200, self._pages.ask
        if self._is_tried_too_often():
            return 429, _told("too_often")
        if not secrets.compare_digest(given.strip().upper().encode(), self._code.encode()):
            self._wrong.append(time.monotonic())
            return 403, self._pages.wrong
        if not name:
            return 200, self._pages.opened
        found = self._pages.files.get(name)
        return (200, found) if found is not None else (404, _told("no_page"))

    def _is_tried_too_often(self) -> bool:
        while self._wrong and time.monotonic() - self._wrong[0] > _SPAN:
            self._wrong.popleft()
        return len(self._wrong) >= _WRONG


def _told(name: str) -> bytes:
    return interface_words()["class"][name].encode()


class _Server(uvicorn.Server):
    """A server inside another one, which alone minds the signals."""

    @contextlib.contextmanager
    def capture_signals(self) -> Any:  # noqa: ANN401 - as in uvicorn
        """Leave the signals alone."""
        yield


class ClassLinks:
    """The links that are on, one for each story at most."""

    def __init__(
        self, now: Callable[[], datetime] = datetime.now, call_later: Later | None = None
    ) -> None:
        """`call_later` is that of the event loop, or a clock of one's own."""
        self._now = now
        self._call_later = call_later
        self._on: dict[str, tuple[ActiveLink, _Server, asyncio.Task[None]]] = {}

    def get(self, story: str) -> ActiveLink | None:
        """The link of a story, where it is on."""
        found = self._on.get(story)
        return found[0] if found and not found[2].done() else None

    async def switch_on(
        self,
        story: str,
        pages_for: Callable[[str], ClassPages],
        *,
        address: str = "",
        minutes: float = MINUTES,
    ) -> ActiveLink:
        """Begin to serve what `pages_for` makes for a code; CompareError without a network."""
        await self.switch_off(story)
        host = address or local_address()
        code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.bind((host, 0))
        place = f"{host}:{listening.getsockname()[1]}"
        app = ClassApp(pages_for(code), code, place)
        server = _Server(
            uvicorn.Config(app, log_level="critical", access_log=False, lifespan="off",
                           server_header=False, timeout_keep_alive=5, limit_concurrency=200)
        )  # fmt: skip
        ends = self._now() + timedelta(minutes=minutes)
        share = ActiveLink(address=f"http://{place}/", code=code, until=ends.strftime("%H:%M"))
        task = asyncio.create_task(self._serve(server, listening, minutes * 60))
        self._on[story] = (share, server, task)
        return share

    async def switch_off(self, story: str) -> None:
        """Stop serving a story."""
        found = self._on.pop(story, None)
        if found:
            found[1].should_exit = found[1].force_exit = True
            await asyncio.gather(found[2], return_exceptions=True)

    async def all_off(self) -> None:
        """Stop serving anything."""
        for story in list(self._on):
            await self.switch_off(story)

    async def _serve(self, server: _Server, listening: socket.socket, seconds: float) -> None:
        def end() -> None:
            # Students who keep a connection open do not keep the link open.
            server.should_exit = server.force_exit = True

        clock = (self._call_later or asyncio.get_running_loop().call_later)(seconds, end)
        try:
            await server.serve(sockets=[listening])
        finally:
            clock.cancel()
            listening.close()


def local_address() -> str:
    """The address of this machine in its own network; CompareError where it has none.

    Nothing is sent: connecting a socket for datagrams only asks the system for a way there.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            found = str(probe.getsockname()[0])
        except OSError:
            found = ""
    if not found or found.startswith(("127.", "0.")):
        raise CompareError(refusal("no_network"))
    return found
