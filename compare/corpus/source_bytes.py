"""Bytes of a source: a file of this machine, or one that fsspec reaches, such as s3://bucket/a."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from compare.errors import UnreadableSource
from compare.sources.extras import import_extra

if TYPE_CHECKING:
    from collections.abc import Iterator

WEB = ("http://", "https://", "www.")


def is_remote(source: str) -> bool:
    """True for an address that is no page of the web, such as s3://bucket/day.jsonl."""
    return "://" in source and not source.lower().startswith(WEB)


@contextmanager
def open_source(source: str) -> Iterator[BinaryIO]:
    """The source as a stream of bytes; UnreadableSource says why it cannot be read."""
    try:
        if is_remote(source):
            with fsspec_module().open(source, "rb") as stream:
                yield cast("BinaryIO", stream)
        else:
            with Path(source).open("rb") as stream:
                yield stream
    except (OSError, ValueError) as wrong:
        reason = f"it cannot be read ({getattr(wrong, 'strerror', None) or wrong})"
        raise UnreadableSource(source, reason, "Check the name and try again") from wrong


def read_range(source: str, start: int, end: int) -> bytes:
    """The bytes from `start` to `end`; UnreadableSource when they are not there any more."""
    with open_source(source) as stream:
        stream.seek(start)
        data = stream.read(end - start)
    if len(data) != end - start:
        reason = "it is shorter than it was when the work was planned"
        raise UnreadableSource(source, reason, "Run the same command again")
    return data


def remote_files(folder: str) -> list[str]:
    """The files under a remote folder, or the file itself, in order."""
    files, path = fsspec_module().core.url_to_fs(folder)
    scheme = folder.partition("://")[0]
    try:
        found = files.find(path)
    except OSError as wrong:
        reason = f"it cannot be read ({wrong})"
        raise UnreadableSource(folder, reason, "Check the address") from wrong
    if not found:
        raise UnreadableSource(folder, "there is nothing there", "Check the address")
    return [f"{scheme}://{name}" for name in sorted(found)]


def fsspec_module() -> Any:  # noqa: ANN401 - the package itself
    """The package fsspec; MissingExtra where it is not installed."""
    return import_extra("fsspec", extra="storage", what="reading and writing at such an address")
