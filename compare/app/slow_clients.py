"""Clients that ask or read too little are let go, so that they cannot use up all connections."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS = 20.0
# Bytes of an answer that a reader must take between two looks: half a kilobyte a second.
LEAST_TAKEN = 10_000


class ImpatientProtocol(H11Protocol):
    """HTTP/1.1 for uvicorn, which by itself waits for ever for a request's head and for a reader.

    A connection that asked for nothing between two looks, `SECONDS` apart, and is given nothing, is
    closed; one that took fewer than `LEAST_TAKEN` bytes of what waits for it is broken off. Answers
    are whole when they are sent, save events, which are small.
    """

    _seen: object = ()
    _waiting = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to look at the clock."""
        super().connection_made(transport)
        self.loop.call_later(SECONDS, self.look)

    def look(self) -> None:
        """Close the connection where nothing was asked, or too little read, since the last look."""
        waiting = self.transport.get_write_buffer_size()
        if waiting and self._waiting and waiting > self._waiting - LEAST_TAKEN:
            self.transport.abort()
            return
        self._waiting = waiting
        working = self.cycle is not None and not self.cycle.response_complete
        if self._seen is self.cycle and not (working or waiting):
            self.transport.close()
        self._seen = self.cycle
        if waiting or not self.transport.is_closing():
            self.loop.call_later(SECONDS, self.look)
