"""Where the files of a corpus lie: a folder, or a place that fsspec reaches, such as s3://..."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from compare.corpus.source_bytes import fsspec_module
from compare.errors import FormatError

# Files that are being written; a reader passes them over.
_PART = ".part"


class Store(Protocol):
    """Named files; a name is like "facts/0a1b2c.parquet". A file appears whole or not at all."""

    root: str

    def write(self, name: str, data: bytes) -> None:
        """Put the bytes there in one step; FormatError names what could not be written."""

    def read(self, name: str) -> bytes:
        """The bytes of a file; FileNotFoundError when there is none."""

    def names(self, folder: str) -> list[str]:
        """The names of the files in a folder, in order; none where there is no folder."""

    def remove(self, name: str) -> None:
        """Take a file away; one that is not there is no error."""


def store_at(root: str | os.PathLike[str]) -> Store:
    """The store of a folder or of an address such as "s3://bucket/corpus"."""
    place = os.fspath(root)
    return RemoteStore(place) if "://" in place else FolderStore(Path(place))


class FolderStore:
    """Files in a folder of this machine, or of a disk that several machines share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.root = str(self.folder)

    def write(self, name: str, data: bytes) -> None:
        """As in Store; the bytes are on the disk before the name is."""
        path = self.folder / name
        part = path.with_name(f".{path.name}-{os.getpid()}{_PART}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(path)
        except OSError as wrong:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise unwritable_file(str(path), wrong) from wrong

    def read(self, name: str) -> bytes:
        """As in Store."""
        return (self.folder / name).read_bytes()

    def names(self, folder: str) -> list[str]:
        """As in Store."""
        try:
            entries = sorted(entry.name for entry in (self.folder / folder).iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []
        return [f"{folder}/{name}" for name in entries if not name.endswith(_PART)]

    def remove(self, name: str) -> None:
        """As in Store."""
        (self.folder / name).unlink(missing_ok=True)

    def remove_parts(self) -> None:
        """Take away what a process left half written when it was killed."""
        for part in (*self.folder.glob(f".*{_PART}"), *self.folder.glob(f"*/.*{_PART}")):
            part.unlink(missing_ok=True)


class RemoteStore:
    """Files behind fsspec; an object store shows a file when it is whole."""

    def __init__(self, root: str) -> None:
        self.root = root.rstrip("/")
        files, path = fsspec_module().core.url_to_fs(self.root)
        self._files: Any = files
        self._path = path

    def write(self, name: str, data: bytes) -> None:
        """As in Store."""
        path = f"{self._path}/{name}"
        try:
            self._files.makedirs(path.rpartition("/")[0], exist_ok=True)
            # A file system takes bytes piece by piece; what is moved there is whole.
            part = f"{path.rpartition('/')[0]}/.{path.rpartition('/')[2]}-{os.getpid()}{_PART}"
            self._files.pipe_file(part, data)
            self._files.mv(part, path)
        except OSError as wrong:
            raise unwritable_file(f"{self.root}/{name}", wrong) from wrong

    def read(self, name: str) -> bytes:
        """As in Store."""
        return bytes(self._files.cat_file(f"{self._path}/{name}"))

    def names(self, folder: str) -> list[str]:
        """As in Store."""
        return list(self._names(folder))

    def _names(self, folder: str) -> Iterator[str]:
        try:
            found = self._files.ls(f"{self._path}/{folder}", detail=False, refresh=True)
        except (FileNotFoundError, NotADirectoryError):
            return
        for path in sorted(found):
            name = path.rpartition("/")[2]
            if name and not name.endswith(_PART):
                yield f"{folder}/{name}"

    def remove(self, name: str) -> None:
        """As in Store."""
        with contextlib.suppress(FileNotFoundError):
            self._files.rm_file(f"{self._path}/{name}")


def unwritable_file(place: str, wrong: OSError) -> FormatError:
    """The error for a file of a corpus that cannot be written."""
    reason = wrong.strerror or wrong
    return FormatError(
        f"{place} could not be written: {reason}. Make room or choose another place, "
        "and run the same command again; what is done stays done."
    )
