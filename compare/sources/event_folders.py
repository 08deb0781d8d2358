"""A folder of story folders, one for each event of a pile, each ready to be compared."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.errors import SourceError
from compare.model.articles import Document, Precision
from compare.sources.article_file import SUFFIXES, read_article_file
from compare.sources.files import read_file
from compare.sources.story import STORY_FILE
from compare.sources.story_folder import (
    LICENCE,
    new_folder,
    story_lines,
    toml_text,
    write_files,
)

_LONGEST_NAME = 48
_UNFIT = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFolder:
    """The articles of one event and what their story is called."""

    title: str
    documents: tuple[Document, ...]


def write_events(folder: Path, events: Sequence[EventFolder]) -> tuple[str, ...]:
    """Write a story folder for each event into a new folder and return their names in order.

    An article that came from a file of its own is that file, byte for byte; any other is a JSON
    record. FormatError if the folder has something in it or cannot be made; then it is not there.
    """
    digits = len(str(len(events)))
    names = tuple(f"{n:0{digits}}-{_slug(event.title)}" for n, event in enumerate(events, 1))
    with new_folder(folder) as place:
        for name, event in zip(names, events, strict=True):
            (place / name).mkdir()
            write_files(place / name, _files(event))
    return names


def _files(event: EventFolder) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    lines = list(_head(event))
    for document in event.documents:
        suffix, data = _article(document)
        name = _free(document, suffix, files)
        files[name] = data
        lines += ["", "[[articles]]", f"file = {toml_text(name)}", *story_lines(document)]
        lines += [f"licence = {toml_text(document.licence)}"] if document.licence else []
        lines += [f"language = {toml_text(document.language)}"]
        lines += ["invented = true"] if document.invented else []
    return files | {STORY_FILE: "\n".join([*lines, ""]).encode("utf-8", "replace")}


def _head(event: EventFolder) -> Iterator[str]:
    licences = {document.licence for document in event.documents}
    one = licences.pop() if len(licences) == 1 else None
    yield f"title = {toml_text(event.title)}"
    yield f"licence = {toml_text(one or LICENCE)}"
    if all(document.invented for document in event.documents):
        yield "invented = true"


def _article(document: Document) -> tuple[str, bytes]:
    """The suffix and the bytes of a file that is read back as the same text."""
    path = Path(document.source or "")
    if path.suffix.lower() in SUFFIXES:
        try:
            data = read_file(path, source=str(path))
            read = read_article_file(
                data, name=path.name, source=str(path), headline=document.headline
            )
            if [one.text for one in read.documents] == [document.text] and not read.problems:
                return path.suffix.lower(), data
        except SourceError:
            pass  # it came from somewhere else, such as an address that looks like a file
    return ".json", json.dumps(_record(document), ensure_ascii=False, indent=1).encode()


def _record(document: Document) -> dict[str, str]:
    """The fields of `compare.sources.records`."""
    when = document.published
    day = document.published_precision is Precision.DAY
    fields = {
        "outlet": document.outlet,
        "headline": document.headline,
        "published": (when.date().isoformat() if day else when.isoformat()) if when else None,
        "updated": document.updated.isoformat() if document.updated else None,
        "url": document.url,
        "byline": document.byline,
        "standfirst": document.standfirst,
        "wire": document.wire,
        "text": document.text,
    }
    return {name: value for name, value in fields.items() if value}


def _free(document: Document, suffix: str, taken: dict[str, bytes]) -> str:
    """A name that no other article of the event has: that of its file, or of its outlet."""
    path = Path(document.source or "")
    own = path.suffix.lower() in SUFFIXES and suffix != ".json"
    stem = _slug(path.stem if own else document.outlet)
    names = (f"{stem}{'' if n == 1 else f'-{n}'}{suffix}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _slug(words: str) -> str:
    slug = _UNFIT.sub("-", words.lower()).strip("-")
    if len(slug) > _LONGEST_NAME:
        slug = slug[: _LONGEST_NAME + 1].rpartition("-")[0] or slug[:_LONGEST_NAME]
    return slug if slug and slug not in ("readme", "license", "licence", "notice") else "article"
