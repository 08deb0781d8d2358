"""Sources cut into units of work: files, pieces of JSON Lines and of web archives, stories, pages.

A unit is named by a digest of its bytes, so that what has not changed is not read again.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from compare.corpus.source_bytes import is_remote, open_source, remote_files
from compare.corpus.tasks import WorkItem, digest_of
from compare.errors import SourceError, UnreadableSource
from compare.sources.files import MAX_BYTES, is_folder, missing_file
from compare.sources.no_article import is_own_result
from compare.sources.story import ENDINGS, NO_ARTICLE, STORY_FILE

CORPUS_FILE = "corpus.json"
_LINES = (".jsonl", ".ndjson")
_ARCHIVES = (".warc", ".warc.gz")
_LINES_A_UNIT = 500
_UNIT_BYTES = 8_000_000
_PAGES_A_UNIT = 100
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HEAD = 64
_BLOCK = 65_536


def units_of(source: str, code: str) -> Iterator[WorkItem]:
    """The units of a file or folder, in a fixed order; one that cannot be read is a unit too."""
    try:
        if is_remote(source):
            for name in remote_files(source):
                if name.lower().endswith(ENDINGS):
                    yield from _file(name, code)
        elif is_folder(Path(source)):
            yield from _folder(Path(source), source.rstrip("/") or "/", code)
        elif os.path.lexists(source):
            yield from _file(source, code)
        else:
            raise missing_file(Path(source), source=source)
    except SourceError as wrong:
        yield unreadable_unit(wrong, code)


def unit_of(
    label: str, digest: str, code: str, *, counts: int = 1, **work: str | int | list[Any] | None
) -> WorkItem:
    """A unit by its label, a digest of its bytes, and what is to be done."""
    told = json.dumps({**work, "label": label}, sort_keys=True)
    name = digest_of(label, digest, work.get("start"))
    return WorkItem(id=name, key=digest_of(name, code), label=label, work=told, counts=counts)


def unreadable_unit(wrong: SourceError, code: str) -> WorkItem:
    """A unit that stands for a source which cannot be read."""
    return unit_of(
        wrong.source, digest_of(str(wrong)), code, kind="unreadable",
        error=type(wrong).__name__, message=str(wrong),
    )  # fmt: skip


def _folder(folder: Path, label: str, code: str) -> Iterator[WorkItem]:
    """A story folder as one unit; of another one the article files and the folders in it."""
    names = _names(folder, label)
    if CORPUS_FILE in names:
        return
    if STORY_FILE in names:
        digest = hashlib.sha256()
        for name in names:
            path = folder / name
            if path.is_file() and path.stat().st_size <= MAX_BYTES:
                digest.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}".encode())
        yield unit_of(label, digest.hexdigest(), code, kind="story")
        return
    for name in names:
        path, at = folder / name, f"{label.rstrip('/')}/{name}"
        if path.is_symlink() and not _is_inside(path, folder):
            wrong = UnreadableSource(at, "it leads out of the folder", "Copy the file into it")
            yield unreadable_unit(wrong, code)
        elif path.is_dir():
            if not path.is_symlink():
                yield from _folder(path, at, code)
        elif name.lower().endswith(ENDINGS) and path.stem.lower() not in NO_ARTICLE:
            yield from _file(at, code, of_folder=True)


def _names(folder: Path, label: str) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as wrong:
        reason = "you may not read this folder"
        raise UnreadableSource(label, reason, "Change its permissions, or copy it") from wrong


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except OSError:
        return False


def _file(source: str, code: str, *, of_folder: bool = False) -> Iterator[WorkItem]:
    name = source.lower()
    try:
        with open_source(source) as stream:
            head = stream.read(_HEAD)
            stream.seek(0)
            if name.endswith(_LINES) and not head.startswith(_WIDE):
                yield from _lines(stream, source, code)
            elif name.endswith(_ARCHIVES):
                yield from _archive(stream, source, code)
            else:
                data = stream.read(MAX_BYTES + 1)
                if not (of_folder and is_own_result(data)):
                    digest = hashlib.sha256(data).hexdigest()
                    yield unit_of(source, digest, code, kind="file")
    except SourceError as wrong:
        yield unreadable_unit(wrong, code)


def _lines(stream: BinaryIO, source: str, code: str) -> Iterator[WorkItem]:
    """Pieces of some hundred lines each; lines without anything in them do not count."""
    start = at = records = 0
    first = number = 1
    digest = hashlib.sha256()
    for line in stream:
        digest.update(line)
        at += len(line)
        number += 1
        records += bool(line.strip())
        if records >= _LINES_A_UNIT or at - start >= _UNIT_BYTES:
            yield unit_of(
                source, digest.hexdigest(), code, counts=records, kind="lines",
                start=start, end=at, first=first,
            )  # fmt: skip
            start, records, first, digest = at, 0, number, hashlib.sha256()
    if records or not at:
        yield unit_of(
            source, digest.hexdigest(), code, counts=max(1, records), kind="lines",
            start=start, end=at, first=first,
        )  # fmt: skip


def _archive(stream: BinaryIO, source: str, code: str) -> Iterator[WorkItem]:
    """Pieces of some hundred records each, cut where a record of a gzipped archive begins.

    An archive that is not gzipped record by record is one piece.
    """
    start = end = members = 0
    digest = hashlib.sha256()
    for piece in _members(stream):
        digest.update(piece)
        end += len(piece)
        members += 1
        if members >= _PAGES_A_UNIT or end - start >= _UNIT_BYTES:
            yield unit_of(source, digest.hexdigest(), code, kind="archive", start=start, end=end)
            start, members, digest = end, 0, hashlib.sha256()
    if members or not end:
        yield unit_of(source, digest.hexdigest(), code, kind="archive", start=start, end=end)


def _members(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each gzip member of a stream, or all of it where it is not gzipped."""
    head = stream.read(2)
    stream.seek(0)
    if head != b"\x1f\x8b":
        yield stream.read()
        return
    data = stream.read(_BLOCK)
    while data:
        packer, member = zlib.decompressobj(31), bytearray()
        while data and not packer.eof:
            try:
                packer.decompress(data)
            except zlib.error:
                # Damaged: the rest is one piece, whose reading says so.
                yield bytes(member) + data + stream.read()
                return
            used = len(data) - len(packer.unused_data)
            member += data[:used]
            data = data[used:] or stream.read(_BLOCK)
        yield bytes(member)
