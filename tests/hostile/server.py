"""A server on loopback that sends whatever bytes it is told to, however it is told to."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

PATIENCE = 5.0
LARGEST_REQUEST = 65_536


@dataclass(frozen=True)
class Request:
    """What a client asked for; header names are in lower case."""

    path: str
    headers: Mapping[str, str]


Sender = Callable[[socket.socket, Request], None]
Route = bytes | Sender


@dataclass
class Server:
    """`routes` by path; what has none is answered with 404. `asked` holds what came in."""

    routes: dict[str, Route]
    asked: list[Request] = field(default_factory=list)
    port: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/", *, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [request.path for request in self.asked]


def answer(
    body: bytes = b"",
    *,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    length: int | None = None,
    **headers: str,
) -> bytes:
    """A whole HTTP answer; header names are given with _ for -."""
    lines = {"Content-Type": kind, "Content-Length": str(len(body) if length is None else length)}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status}\r\n{head}Connection: close\r\n\r\n".encode() + body


def redirect(target: str, status: str = "302 Found") -> bytes:
    return answer(status=status, Location=target)


@contextlib.contextmanager
def serving(
    routes: Mapping[str, Route], *, context: ssl.SSLContext | None = None
) -> Iterator[Server]:
    """A server that runs as long as the block."""
    server = Server(dict(routes))
    listener = socket.create_server(("127.0.0.1", 0))
    server.port = listener.getsockname()[1]
    threads: list[threading.Thread] = []

    def accept() -> None:
        while not server.stopped.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=_serve, args=(server, connection, context))
            threads.append(thread)
            thread.start()

    door = threading.Thread(target=accept)
    door.start()
    try:
        yield server
    finally:
        server.stopped.set()
        # Closing alone does not wake a thread that waits in accept.
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        door.join(PATIENCE)
        for thread in threads:
            thread.join(PATIENCE)


def _serve(server: Server, connection: socket.socket, context: ssl.SSLContext | None) -> None:
    connection.settimeout(PATIENCE)
    with contextlib.suppress(OSError):
        if context:
            connection = context.wrap_socket(connection, server_side=True)
        request = _read(connection)
        if request:
            server.asked.append(request)
            missing = answer(b"nothing here", status="404 Not Found", kind="text/plain")
            route = server.routes.get(request.path, missing)
            if isinstance(route, bytes):
                connection.sendall(route)
            else:
                route(connection, request)
            # A close with unread bytes in the pipe would make the other end drop ours.
            connection.shutdown(socket.SHUT_WR)
    connection.close()


def _read(connection: socket.socket) -> Request | None:
    data = b""
    while b"\r\n\r\n" not in data:
        chunk = connection.recv(4096)
        if not chunk or len(data) > LARGEST_REQUEST:
            return None
        data += chunk
        if data.startswith(b"\x16"):  # a greeting in TLS, which this server does not speak
            return Request("", {})
    first, *lines = data.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return Request(first.split()[1], {name.lower(): value.strip() for name, _, value in pairs})
