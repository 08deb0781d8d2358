"""Bytes of one file or of standard input, refused early when they cannot be an article."""

from __future__ import annotations

import difflib
import stat
import sys
from pathlib import Path

from compare.errors import UnreadableSource

MAX_BYTES = 20_000_000
STANDARD_INPUT = "-"
TOO_LARGE = (
    f"it is larger than {MAX_BYTES // 1_000_000} MB, too large for an article",
    "Give the article alone, without pictures, video or archives",
)


def read_file(path: Path, *, source: str, may_be_empty: bool = False) -> bytes:
    """The bytes of a regular file; UnreadableSource says why not. `source` names it in messages.

    An empty file is no article, but may be a file of another kind where `empty` is set.
    The size is looked at before anything is read; pipes and devices are never opened.
    """
    try:
        _check_kind(path, source)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except PermissionError as wrong:
        advice = "Change its permissions, or copy it to a place you can read"
        raise UnreadableSource(source, "you may not read this file", advice) from wrong
    except (OSError, ValueError) as wrong:
        why = getattr(wrong, "strerror", None) or str(wrong)
        reason = f"it cannot be read ({why[:1].lower()}{why[1:]})"
        raise UnreadableSource(source, reason, "Check the name and try again") from wrong
    return data if may_be_empty and not data.strip() else _checked(data, source)


def read_standard_input() -> bytes:
    """All bytes on standard input; UnreadableSource if there are none or too many."""
    if sys.stdin is None or sys.stdin.isatty():
        raise UnreadableSource(
            STANDARD_INPUT,
            "nothing is being sent to standard input",
            "Pipe an article into the command, or name a file",
        )
    return _checked(sys.stdin.buffer.read(MAX_BYTES + 1), STANDARD_INPUT)


def is_folder(path: Path) -> bool:
    """True for a folder that can be looked into; False for all else, odd names included."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def missing_file(path: Path, *, source: str) -> UnreadableSource:
    """The error for a path that does not exist, with the nearest name beside it if there is one."""
    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except (OSError, ValueError):
        names = []
    near = difflib.get_close_matches(path.name, names, 1)
    advice = f"Check the name: {near[0]} is there" if near else "Check the name and the folder"
    return UnreadableSource(source, "there is no such file or folder", advice)


def _check_kind(path: Path, source: str) -> None:
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise missing_file(path, source=source) from None
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableSource(source, "this is a folder, not a file", "Name the files in it")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableSource(
            source,
            "this is a pipe or a device, not a file",
            "Save it as a file, or send it to standard input and name it -",
        )
    if status.st_size > MAX_BYTES:
        raise UnreadableSource(source, *TOO_LARGE)


def _checked(data: bytes, source: str) -> bytes:
    if len(data) > MAX_BYTES:
        raise UnreadableSource(source, *TOO_LARGE)
    if not data.strip():
        raise UnreadableSource(source, "it is empty", "Put the article text into it")
    return data
