"""Where a command may write: never over what is read, nor over what belongs to a story."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from compare.cli.flags import Flags
from compare.cli.settings import FOLDER_FILE
from compare.errors import FormatError
from compare.model.reader import RECORD_FILE
from compare.sources.corrections import CORRECTIONS_FILE
from compare.sources.files import is_folder
from compare.sources.no_article import is_own_result
from compare.sources.story import STORY_FILE

# A file of such a name is read wherever it lies.
_RESERVED = frozenset((STORY_FILE, CORRECTIONS_FILE, FOLDER_FILE, RECORD_FILE))


def inputs_of(sources: Iterable[str], flags: Flags) -> tuple[str, ...]:
    """Every file and folder that a command with these sources and flags reads."""
    named = (flags.config, flags.corrections, flags.reader_replay, *flags.words, FOLDER_FILE)
    return (*sources, *filter(None, named))


def check_output(path: Path, inputs: Sequence[str]) -> None:
    """Raise for a place that a command may not write to, or cannot.

    UsageError where writing would touch one of `inputs`, a file of a folder among them, or a file
    of any story, save an earlier result of this program. FormatError where no file can be.
    """
    _check_place(path)
    if path.name in _RESERVED:
        raise click.UsageError(f"{path} would be read as an input. Name another file")
    if os.path.lexists(path):
        _check_untouched(path, inputs)


def check_archive(path: Path) -> None:
    """Raise as `check_output`; also UsageError for a file that is there and is no web archive.

    The addresses that are fetched do not tell which folders hold articles, so any file may be one.
    """
    check_output(path, ())
    try:
        data = b""
        if path.is_file():
            with path.open("rb") as stream:
                data = stream.read(4096)
        head = zlib.decompressobj(47).decompress(data, 8) if data[:2] == b"\x1f\x8b" else data[:8]
    except (OSError, zlib.error):
        head = b"?"
    if head and not head.startswith(b"WARC/"):
        raise click.UsageError(f"{path} is there and is no web archive. Name another file")


def check_lesson(folder: Path, names: Iterable[str], inputs: Sequence[str]) -> None:
    """Raise for a folder in which the files of a lesson may not be put; errors as above.

    The files of an earlier lesson there are no reason, unless they are read.
    """
    from compare.teach.pack import is_lesson

    _check_name(folder)
    earlier = is_lesson(folder)
    for name in names:
        if os.path.lexists(folder / name):
            _check_untouched(folder / name, inputs, own=earlier)


def check_standard_output(inputs: Sequence[str]) -> None:
    """UsageError when standard output is appended to a file among `inputs`."""
    try:
        status = os.fstat(sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
    for given in inputs if stat.S_ISREG(status.st_mode) else ():
        with contextlib.suppress(OSError, ValueError):
            if os.path.samestat(status, Path(given).stat()):
                raise click.UsageError(f"{given} is one of the sources and would be written to")


def _check_untouched(path: Path, inputs: Sequence[str], *, own: bool = False) -> None:
    """UsageError for a file that is there and is read, or is of a story and no result of ours."""
    for given in inputs:
        if _is_same(path, given):
            raise click.UsageError(f"{path} is one of the sources and would be overwritten")
    folder = next(_folders_around(path, inputs), None)
    if folder is not None and not own and not _is_own(path):
        raise click.UsageError(f"{path} belongs to the story in {folder} and would be overwritten")


def _check_place(path: Path) -> None:
    """FormatError when there is no folder for the file, or a folder in its place."""
    _check_name(path)
    if not is_folder(path.parent):
        reason, advice = f"there is no folder {path.parent}", "Make it first."
    elif is_folder(path):
        reason, advice = "it is a folder", "Name a file in it."
    else:
        return
    raise FormatError(f"{path} could not be written: {reason}. {advice}")


def _check_name(path: Path) -> None:
    """FormatError for a name that no file can have, such as one of 300 letters."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, ValueError) as wrong:
        reason = str(getattr(wrong, "strerror", None) or wrong)
        raise FormatError(
            f"{path} could not be written: {reason}. Choose another place."
        ) from wrong


def _is_same(path: Path, given: str) -> bool:
    try:
        return path.samefile(given)
    except (OSError, ValueError):
        return False


def _folders_around(path: Path, inputs: Sequence[str]) -> Iterator[Path]:
    """The folders among the inputs, and those with a story file, in which a path lies."""
    given = [Path(one).resolve() for one in inputs if is_folder(Path(one))]
    for place in dict.fromkeys((path.absolute(), path.resolve())):
        for folder in place.parents:
            if folder in given or os.path.lexists(folder / STORY_FILE):
                yield folder


def _is_own(path: Path) -> bool:
    """True for a regular file that this program wrote as a result."""
    try:
        return path.is_file() and is_own_result(path.read_bytes())
    except OSError:
        return False
