"""A server on loopback that speaks the OpenAI-compatible chat interface as it is told to."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.reader.guide import guided, sloppy

PATIENCE = 5.0
Messages = Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class Said:
    """An answer of the server; one that is `endless` goes on until nobody listens."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    endless: bool = False
    slow: bool = False


@dataclass
class Stub:
    """The server as it runs; `asked` has the bodies that came in, `headers` those of each."""

    answer: Callable[[dict[str, Any]], Said]
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)


def chat(text: str, **usage: Any) -> Said:
    """An answer of a chat with some text."""
    tree = {
        "choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 100, **usage},
    }
    return Said(json.dumps(tree).encode())


def good(body: dict[str, Any]) -> Said:
    return chat(json.dumps(guided(body["messages"])))


def slipping(body: dict[str, Any]) -> Said:
    words = body["messages"][-1]["content"]
    return chat(json.dumps(sloppy(guided(body["messages"]), words)))


@contextlib.contextmanager
def reading(answer: Callable[[dict[str, Any]], Said]) -> Iterator[Stub]:
    """A server that answers so as long as the block runs."""
    stub = Stub(answer)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(stub))
    server.daemon_threads = True
    stub.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield stub
    finally:
        stub.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join(PATIENCE)


def _handler(stub: Stub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            stub.asked.append(json.loads(data) | {"path": self.path})
            stub.headers.append({name.lower(): value for name, value in self.headers.items()})
            said = stub.answer(stub.asked[-1])
            with contextlib.suppress(OSError):
                if said.slow:
                    stub.stopped.wait(PATIENCE)
                self.send_response(said.status)
                for name, value in said.headers.items():
                    self.send_header(name, value)
                if not said.endless:
                    self.send_header("Content-Length", str(len(said.body)))
                self.end_headers()
                self.wfile.write(said.body)
                while said.endless and not stub.stopped.is_set():
                    self.wfile.write(b" " * 65536)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    return Handler
