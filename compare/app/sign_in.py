"""Who asks, for an app that several people share: by a password, or as a proxy in front says."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import hmac
import ipaddress
import re
import secrets
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from compare.app.guard import Asgi, Receive, Scope, Send, send_page
from compare.app.interface_texts import refusal
from compare.errors import OptionError

USER = "storydiff.user"
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._@+-]{0,62}[a-z0-9])?")
# The cost of a guess: some 16 MB and 50 ms (RFC 7914).
_COST = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}
_WRONG, _SPAN = 10, 60.0
_AT_ONCE = 2
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class NoEntry(Exception):
    """Why a request is not let in, for `SignIn` to tell."""

    def __init__(self, status: int, words: str, *, ask: bool = False) -> None:
        super().__init__(words)
        self.status, self.words, self.ask = status, words, ask


class Users(Protocol):
    """A way to tell who asks."""

    async def name_of(self, scope: Scope) -> str:
        """The name of the user behind a request; NoEntry where there is none."""


class SignIn:
    """ASGI middleware: each request gets the name of its user, or no further."""

    def __init__(self, app: Asgi, users: Users) -> None:
        self._app = app
        self._users = users

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through with the name of its user in the scope."""
        if scope["type"] == "http":
            try:
                scope[USER] = await self._users.name_of(scope)
            except NoEntry as wrong:
                asking = (b"www-authenticate", b'Basic realm="storydiff", charset="UTF-8"')
                extra = [asking] if wrong.ask else []
                await send_page(send, wrong.status, wrong.words, extra)
                return
        await self._app(scope, receive, send)


def is_user_name(name: str) -> bool:
    """True for a name that is also a plain folder name: small letters, figures, and . _ @ + - .

    >>> is_user_name("ada.brill@school.example"), is_user_name("../ada"), is_user_name("Ada")
    (True, False, False)
    """
    return _NAME.fullmatch(name) is not None


class ProxyUser:
    """The name that a proxy in front puts into a header, once it has asked for it.

    It is believed only of a proxy of these addresses or networks.
    """

    def __init__(self, header: str, proxies: Iterable[str] = ("127.0.0.1", "::1")) -> None:
        self._header = header.lower().encode("latin-1")
        try:
            self._proxies: list[Network] = [ipaddress.ip_network(one) for one in proxies]
        except ValueError as wrong:
            raise OptionError(refusal("bad_proxy", why=wrong)) from wrong

    async def name_of(self, scope: Scope) -> str:
        """The user whom the proxy names."""
        peer = (scope.get("client") or ("",))[0]
        try:
            address = ipaddress.ip_address(peer)
        except ValueError:
            raise NoEntry(403, refusal("no_proxy")) from None
        if not any(address in network for network in self._proxies):
            raise NoEntry(403, refusal("no_proxy"))
        given = [value for key, value in scope["headers"] if key.lower() == self._header]
        name = given[0].decode("latin-1").strip().lower() if len(given) == 1 else ""
        if not is_user_name(name):
            raise NoEntry(403, refusal("no_name"))
        return name


class Passwords:
    """A file with a line for each user, made by `password_line`, read again when it changes."""

    def __init__(self, file: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._file = file
        self._clock = clock
        self._read: tuple[tuple[int, int], dict[str, str]] = ((0, 0), {})
        self._key = secrets.token_bytes(32)
        self._good: dict[str, bytes] = {}
        self._wrong: dict[str, deque[float]] = {}
        self._busy = asyncio.Semaphore(_AT_ONCE)
        self._nobody = password_line("nobody", secrets.token_hex()).partition(":")[2]
        self._lines()

    async def name_of(self, scope: Scope) -> str:
        """The user whose name and password a request brings."""
        name, password = _basic(scope)
        try:
            lines = self._lines()
        except OptionError:
            raise NoEntry(503, refusal("users_unread")) from None
        seen = hmac.digest(self._key, f"{lines.get(name, '')}\0{password}".encode(), "sha256")
        if name in lines and hmac.compare_digest(self._good.get(name, b""), seen):
            return name
        wrong = self._wrong.setdefault(name, deque()) if name in lines else deque[float]()
        while wrong and self._clock() - wrong[0] > _SPAN:
            wrong.popleft()
        if len(wrong) >= _WRONG:
            raise NoEntry(429, refusal("too_many_passwords"))
        async with self._busy:
            line = lines.get(name, self._nobody)
            right = await asyncio.to_thread(_is_right, line, password)
        if not right or name not in lines:
            wrong.append(self._clock())
            raise NoEntry(401, refusal("wrong_password"), ask=True)
        self._good[name] = seen
        return name

    def _lines(self) -> dict[str, str]:
        """The users, each with what is kept of the password; OptionError tells why not."""
        try:
            found = self._file.stat()
            mark = (found.st_mtime_ns, found.st_size)
            if mark != self._read[0]:
                self._read = (mark, dict(_users_in(self._file.read_text(encoding="utf-8"))))
        except (OSError, UnicodeDecodeError) as wrong:
            why = getattr(wrong, "strerror", None) or wrong
            raise OptionError(refusal("no_users", file=self._file, why=why)) from wrong
        return self._read[1]


def password_line(name: str, password: str) -> str:
    """The line of a user for the file of `Passwords`; OptionError for a name that cannot be one.

    The password is kept as its scrypt digest with a salt of its own.
    """
    name = name.strip().lower()
    if not is_user_name(name):
        raise OptionError(refusal("bad_user", name=name[:60]))
    salt = secrets.token_bytes(16)
    return f"{name}:{_text(salt)}${_text(_digest(password, salt))}"


def _users_in(text: str) -> Iterable[tuple[str, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, kept = line.strip().partition(":")
        try:
            parts = [base64.b64decode(part, validate=True) for part in kept.split("$")]
        except binascii.Error:
            parts = []
        if not is_user_name(name) or [len(part) for part in parts] != [16, 32]:
            raise OptionError(refusal("bad_line", n=number))
        yield name, kept


def _basic(scope: Scope) -> tuple[str, str]:
    """Name and password of a request, as in RFC 7617."""
    given = [value for key, value in scope["headers"] if key.lower() == b"authorization"]
    kind, _, coded = given[0].decode("latin-1").partition(" ") if len(given) == 1 else ("", "", "")
    try:
        decoded = base64.b64decode(coded.strip(), validate=True).decode("utf-8")
    except ValueError:
        decoded = ""
    name, colon, password = decoded.partition(":")
    if kind.lower() != "basic" or not colon:
        raise NoEntry(401, refusal("sign_in"), ask=True)
    return name.strip().lower(), password


def _is_right(line: str, password: str) -> bool:
    salt, kept = (base64.b64decode(part) for part in line.split("$"))
    return hmac.compare_digest(_digest(password, salt), kept)


def _digest(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode("utf-8", "replace"), salt=salt, **_COST)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
