"""Connections that ask for nothing are let go, so that they cannot use up all that there may be."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS = 20.0


class ImpatientProtocol(H11Protocol):
    """HTTP/1.1 for uvicorn, which by itself waits for ever for the rest of a request's head.

    A connection that asked for nothing between two looks, `SECONDS` apart, and is given nothing, is
    closed.
    """

    _seen: object = ()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to look at the clock."""
        super().connection_made(transport)
        self.loop.call_later(SECONDS, self.look)

    def look(self) -> None:
        """Close the connection where nothing was asked since the last look."""
        if self.transport.is_closing():
            return
        working = self.cycle is not None and not self.cycle.response_complete
        if self._seen is self.cycle and not working:
            self.transport.close()
            return
        self._seen = self.cycle
        self.loop.call_later(SECONDS, self.look)
