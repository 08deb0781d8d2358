"""Questions and answers of the reader kept in a file, so that the same result comes again.

One object a line: the first names the form, each other one holds a question, its answer and the
hashes by which it is found. A line that was cut off is passed over, and asked again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from compare.errors import FormatError
from compare.reader.requests import Request

FORM = "urn:storydiff:reader:1.0"
LARGEST = 256 * 1024 * 1024
"""Bytes that a record may have."""

_HEAD = json.dumps({"schema": FORM}, separators=(",", ":")) + "\n"
_MOST_TOKENS = 10_000_000
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedReply:
    """What the model of a host wrote, and how many tokens it took; None where nobody counted."""

    text: str
    model: str
    host: str
    tokens_in: int | None = None
    tokens_out: int | None = None


class Record:
    """The answers in one file, found by the digest of their question; None keeps none."""

    def __init__(self, place: str | Path | None) -> None:
        self.path = path = Path(place) if place is not None else None
        self._replies: dict[str, RecordedReply] = {}
        self._whole = True
        if path is not None and path.exists():
            self._read(path)

    @property
    def models(self) -> tuple[str, ...]:
        """The models that the answers are of, sorted."""
        return tuple(sorted({reply.model for reply in self._replies.values()}))

    def reply_to(self, request: Request, model: str) -> RecordedReply | None:
        """Return the answer of a model to a request; None if there is none on record."""
        return self._replies.get(digest_of(request, model))

    def keep(self, request: Request, reply: RecordedReply) -> None:
        """Add an answer to the file at once; FormatError if that is not possible."""
        self._replies[digest_of(request, reply.model)] = reply
        if self.path is None:
            return
        line = json.dumps(_line(request, reply), ensure_ascii=True, separators=(",", ":"))
        try:
            head = "" if self.path.exists() else _HEAD
            # A last line that was cut off has no end.
            head = head if self._whole else "\n"
            with self.path.open("a", encoding="utf-8", newline="\n") as stream:
                stream.write(f"{head}{line}\n")
        except OSError as wrong:
            raise FormatError(
                f"{self.path} could not be written: {wrong.strerror or wrong}. "
                "Make the folder writable."
            ) from wrong
        self._whole = True

    def _read(self, path: Path) -> None:
        try:
            with path.open("rb") as stream:
                data = stream.read(LARGEST + 1)
        except OSError as wrong:
            raise FormatError(
                f"{path} cannot be read: {wrong.strerror or wrong}. Give another file."
            ) from wrong
        if len(data) > LARGEST or _object(data.split(b"\n", 1)[0]).get("schema") != FORM:
            raise FormatError(f"{path} is no record of a reader. Move it, or give another file.")
        self._whole = data.endswith(b"\n")
        for line in data.split(b"\n")[1:]:
            found = _object(line)
            if isinstance(digest := found.get("request"), str) and (reply := _reply(found)):
                self._replies[digest] = reply


def digest_of(request: Request, model: str) -> str:
    """The SHA-256 of all that an answer depends on: the messages, the model, the settings."""
    whole = json.dumps([request.digest, model, settings_of(request)], sort_keys=True)
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def settings_of(request: Request) -> dict[str, Any]:
    """The settings that a question is sent with: as little chance as a server allows."""
    return {"temperature": 0, "seed": 1, "max_tokens": request.room}


def _line(request: Request, reply: RecordedReply) -> dict[str, Any]:
    return {
        "request": digest_of(request, reply.model),
        "prompt": request.digest,
        "model": reply.model,
        "host": reply.host,
        "settings": settings_of(request),
        "messages": request.messages,
        "reply": reply.text,
        "tokens_in": reply.tokens_in,
        "tokens_out": reply.tokens_out,
    }


def _object(line: bytes) -> dict[str, Any]:
    """The object in a line, an empty one where there is none."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _reply(line: dict[str, Any]) -> RecordedReply | None:
    text, model, host = (line.get(name) for name in ("reply", "model", "host"))
    if not (isinstance(text, str) and isinstance(model, str) and isinstance(host, str)):
        return None
    if not (_is_name(model) and _is_name(host)):
        return None
    return RecordedReply(
        text=text,
        model=model,
        host=host,
        tokens_in=count_in(line.get("tokens_in")),
        tokens_out=count_in(line.get("tokens_out")),
    )


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME and text.isprintable()


def count_in(value: object) -> int | None:
    """A number of tokens as a server gives it; None for what cannot be one."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= _MOST_TOKENS else None
