"""Readers of forms that a small file can make huge, in a process with bounds on memory and time.

The libraries for PDF files, web archives and mail take as much of both as a hostile file asks
for. A process of its own can be stopped, and takes nothing of this one down with it.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TypeVar

import msgspec

from compare.errors import UnreadableSource

T = TypeVar("T")

MEMORY = 400_000_000  # bytes of address space; Python and a library take about 150 million
SECONDS = 15  # of the processor
PATIENCE = 25  # seconds on the clock, for a machine that is busy
ADVICE = "Give the article as text or as a saved page"
_PROGRAM = "from compare.sources.bounded_reading import serve_reader; serve_reader(*{!r})"


class RefusedFile(Exception):
    """A file that its reader does not take, with what is wrong and what to do."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason, self.advice = reason, advice


class _Answer(msgspec.Struct):
    """What comes back: the encoded result, or why there is none."""

    result: bytes = b""
    reason: str = ""
    advice: str = ""


def read_bounded(reader: Callable[[bytes], T], data: bytes, kind: type[T], *, source: str) -> T:
    """What `reader`, a function of a module, makes of the data; `kind` is the type of its result.

    Raises UnreadableSource where the reader refuses the file, fails, or needs more than the bounds.
    """
    program = _PROGRAM.format((reader.__module__, reader.__name__))
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        ran = subprocess.run(
            [sys.executable, "-P", "-c", program],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableSource(source, _too_much("time"), ADVICE) from None
    except OSError as wrong:
        reason = f"its reader cannot be started ({wrong.strerror or wrong})"
        raise UnreadableSource(source, reason, ADVICE) from wrong
    if ran.returncode:
        raise UnreadableSource(source, _too_much("memory or time"), ADVICE)
    answer = msgspec.msgpack.decode(ran.stdout, type=_Answer)
    if answer.reason:
        raise UnreadableSource(source, answer.reason, answer.advice)
    return msgspec.msgpack.decode(answer.result, type=kind)


def _too_much(what: str) -> str:
    return f"reading it takes more {what} than any article needs"


def serve_reader(module: str, name: str) -> None:
    """The other end: runs the reader on standard input and answers on standard output."""
    # What a library prints must not get between the bytes of the answer.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    reader = getattr(import_module(module), name)
    _set_bounds()
    try:
        answer = _Answer(result=msgspec.msgpack.encode(reader(sys.stdin.buffer.read())))
    except RefusedFile as wrong:
        answer = _Answer(reason=wrong.reason, advice=wrong.advice)
    except MemoryError:
        answer = _Answer(reason=_too_much("memory"), advice=ADVICE)
    except Exception:
        answer = _Answer(reason="this file is damaged", advice=ADVICE)
    with out:
        out.write(msgspec.msgpack.encode(answer))


def _set_bounds() -> None:
    """Bounds that the system keeps; where it has none, the clock of the other end is left."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
