"""The body of an answer, unpacked within bounds: no answer can fill the memory."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Callable

ACCEPTED = "gzip, deflate"
HEAD = 512
_EITHER = 47  # zlib finds out by itself whether it is gzip or zlib
_RAW = -15


class TransferProblem(Exception):
    """The body is too large, packed in a way that was not asked for, or damaged.

    `again` is True where a second attempt may go better.
    """

    def __init__(self, reason: str, *, again: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again


async def read_body(
    chunks: AsyncIterator[bytes], *, coding: str, wire_limit: int, limit_of: Callable[[bytes], int]
) -> bytes:
    """The unpacked body; TransferProblem as soon as it passes a limit or cannot be unpacked.

    `coding` is the Content-Encoding. `limit_of` is asked once with the first HEAD unpacked bytes
    and says how many there may be; it may raise to refuse the body on sight. No more than one byte
    beyond the limit is ever unpacked. `wire_limit` bounds the bytes as they arrive.
    """
    unpacker = _unpacker(coding)
    body = bytearray()
    limit: int | None = None
    received = 0
    async for chunk in chunks:
        received += len(chunk)
        if received > wire_limit:
            raise TransferProblem(f"it is larger than {_megabytes(wire_limit)}")
        bound = HEAD if limit is None else limit
        body += unpacker.feed(chunk, bound + 1 - len(body))
        if limit is None and len(body) >= HEAD:
            limit = limit_of(bytes(body[:HEAD]))
            body += unpacker.feed(b"", limit + 1 - len(body))
        if limit is not None and len(body) > limit:
            raise TransferProblem(f"it is larger than {_megabytes(limit)}")
    if limit is None:
        limit_of(bytes(body))
    unpacker.check_end()
    return bytes(body)


async def read_beginning(chunks: AsyncIterator[bytes], *, coding: str, most: int) -> bytes:
    """The first `most` unpacked bytes of a body, however long it is; no more is received.

    TransferProblem if it cannot be unpacked or breaks off before them.
    """
    unpacker = _unpacker(coding)
    body = b""
    async for chunk in chunks:
        body += unpacker.feed(chunk, most - len(body))
        if len(body) >= most:
            return body
    unpacker.check_end()
    return body


def _unpacker(coding: str) -> _Plain | _Packed:
    name = coding.strip().lower()
    if name in ("", "identity"):
        return _Plain()
    if name in ("gzip", "x-gzip", "deflate"):
        return _Packed()
    raise TransferProblem(f"it is packed as {name[:40]!r}, which was not asked for")


class _Plain:
    def __init__(self) -> None:
        self._rest = b""

    def feed(self, chunk: bytes, most: int) -> bytes:
        data = self._rest + chunk
        self._rest = data[most:]
        return data[:most]

    def check_end(self) -> None:
        pass


class _Packed:
    """gzip with any number of members, zlib, or bare deflate, as servers mix up the last two."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(_EITHER)
        self._rest = b""
        self._begun = False
        self._whole = False

    def feed(self, chunk: bytes, most: int) -> bytes:
        out = b""
        data = self._rest + chunk
        while data and len(out) < most and not self._whole:
            try:
                out += self._stream.decompress(data, most - len(out))
            except zlib.error as wrong:
                if self._begun:
                    raise TransferProblem("its packing is damaged", again=True) from wrong
                self._stream, self._begun = zlib.decompressobj(_RAW), True
                continue
            self._begun = True
            data = self._stream.unconsumed_tail
            if self._stream.eof:
                data = self._next_member()
        self._rest = data
        return out

    def _next_member(self) -> bytes:
        """What follows the end of a member: another one, or padding that nobody reads."""
        data = self._stream.unused_data
        if data[:2] == b"\x1f\x8b":
            self._stream = zlib.decompressobj(_EITHER)
            return data
        self._whole = True
        return b""

    def check_end(self) -> None:
        if self._begun and not self._whole and not self._stream.eof:
            raise TransferProblem("it broke off before its end", again=True)


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:g} MB"
