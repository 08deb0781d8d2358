"""What goes to standard output and what to standard error, and how a terminal is recognised."""

from __future__ import annotations

import os
import re
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

from compare.errors import FormatError
from compare.text.control_characters import without_control_characters

if TYPE_CHECKING:
    from compare.formats.screen import Screen

# A terminal wider than this makes lines that the eye loses.
_WIDEST = 120
_PATIENCE = 1.0
_COLOUR = re.compile(r"(\x1b\[[0-9;]*m)")


def print_result(data: str | bytes, *, coloured: bool = False) -> None:
    """Writes a result to standard output; a reader that has gone away is no error.

    A text holds no control characters but colours, where it is `coloured`; nor do bytes on a
    terminal, while a pipe gets them as they are.
    """
    if sys.stdout is None:
        raise FormatError("Standard output is closed. Name a file with -o.")
    if isinstance(data, bytes) and is_terminal(sys.stdout):
        data = data.decode("utf-8", "replace")
    if isinstance(data, str):
        data = _with_colours(data) if coloured else without_control_characters(data)
    try:
        click.echo(data, nl=False, color=True)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered would raise again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as wrong:
        raise unwritable_output(wrong) from wrong


def _with_colours(text: str) -> str:
    """The text without control characters, but with the colours that were put into it."""
    pieces = _COLOUR.split(text)
    return "".join(
        piece if at % 2 else without_control_characters(piece) for at, piece in enumerate(pieces)
    )


def unwritable_output(wrong: OSError) -> FormatError:
    """The error for standard output that takes nothing more."""
    reason = wrong.strerror or wrong
    return FormatError(f"Standard output could not be written: {reason}. Name a file with -o.")


def print_note(text: str) -> None:
    """Writes a line of talk to standard error, in whatever characters it can carry.

    It holds no control characters, whatever a name in it is made of.
    """
    text = without_control_characters(text)
    encoding = getattr(sys.stderr, "encoding", None) or "ascii"
    try:
        click.echo(text.encode(encoding, "replace").decode(encoding), err=True)
    except OSError:
        return


def screen(*, width: int | None, colour: bool, everything: bool) -> Screen:
    """What standard output can show, in as far as the flags leave that open."""
    from compare.formats.screen import PIPE_WIDTH, Screen

    terminal = is_terminal(sys.stdout)
    if width is None:
        found = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
        width = min(found, _WIDEST) if terminal else PIPE_WIDTH
    plain = not colour or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    if everything:
        return Screen(
            width=width, colour=terminal and not plain, encoding=encoding, facts=None, lines=None
        )
    return Screen(width=width, colour=terminal and not plain, encoding=encoding)


def is_terminal(stream: TextIO | None) -> bool:
    """True when a person sits at the other end; a closed stream is None."""
    return stream is not None and stream.isatty()


@contextmanager
def show_working(text: str) -> Iterator[None]:
    """Shows the text on a terminal's standard error while work of more than a second goes on."""
    if not is_terminal(sys.stderr):
        yield
        return
    shown = threading.Event()

    def show() -> None:
        shown.set()
        click.echo(f"{text} …", err=True, nl=False)

    timer = threading.Timer(_PATIENCE, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if shown.is_set():
            click.echo("\r\x1b[K", err=True, nl=False, color=True)
