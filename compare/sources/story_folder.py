"""A story folder of fetched pages, so that a comparison can be repeated years later."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import FormatError
from compare.model.articles import Document, Precision
from compare.sources.metadata import site_name
from compare.sources.story import STORY_FILE

if TYPE_CHECKING:
    from compare.sources.fetch.fetched import FetchedPage

LICENCE = "All rights remain with the publishers; kept for personal use"
STAMP = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """One page as it was fetched, and the article that was read from it."""

    page: FetchedPage
    document: Document


def write_story(folder: Path, kept: Sequence[KeptPage], *, title: str) -> None:
    """Writes the pages and a story.toml into a new folder, which is there whole or not at all.

    FormatError if the folder has something in it or cannot be made.
    """
    names = _names(kept)
    files = {name: one.page.data for name, one in zip(names, kept, strict=True)}
    with new_folder(folder) as place:
        write_files(place, files | {STORY_FILE: _toml(kept, names, title).encode()})


@contextlib.contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """Hands out a folder to fill, which takes the place of `folder` when the block ends well.

    FormatError if the folder has something in it or cannot be made or filled.
    """
    check_new(folder)
    try:
        place = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".storydiff-"))
    except OSError as wrong:
        raise _unwritable(folder, wrong) from wrong
    try:
        yield place
        place.chmod(0o755)
        if folder.is_dir():
            folder.rmdir()
        place.rename(folder)
    except OSError as wrong:
        raise _unwritable(folder, wrong) from wrong
    finally:
        shutil.rmtree(place, ignore_errors=True)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes each file by its name into the folder."""
    for name, data in files.items():
        (folder / name).write_bytes(data)


def check_new(folder: Path) -> None:
    """FormatError unless a folder can be made there, or an empty one is there."""
    try:
        if not folder.absolute().parent.is_dir():
            raise FormatError(f"There is no folder {folder.parent} to write to. Make it first.")
        if folder.is_dir() and any(folder.iterdir()):
            raise FormatError(f"{folder} has something in it already. Name a new folder.")
        if os.path.lexists(folder) and not folder.is_dir():
            raise FormatError(f"{folder} is no folder. Name a new folder.")
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            folder.lstat()
    except (OSError, ValueError) as wrong:
        raise _unwritable(folder, wrong) from wrong


def _unwritable(folder: Path, wrong: OSError | ValueError) -> FormatError:
    reason = getattr(wrong, "strerror", None) or wrong
    return FormatError(f"{folder} could not be written: {reason}. Name another folder.")


def _names(kept: Sequence[KeptPage]) -> list[str]:
    """A file name for each page, made of its host, with a number from the second of a host on."""
    names: list[str] = []
    for one in kept:
        host = _host(one.page)
        number = sum(name.startswith(f"{host}.") or name.startswith(f"{host}-n") for name in names)
        tail = f"-n{number + 1}{one.page.suffix}" if number else one.page.suffix
        names.append(f"{host}{tail}")
    return names


def page_name(page: FetchedPage) -> str:
    """A file name for a fetched page, made of its host."""
    return f"{_host(page)}{page.suffix}"


def _host(page: FetchedPage) -> str:
    return re.sub(r"[^a-z0-9.-]+", "-", site_name(page.url) or "page").strip(".-") or "page"


def _toml(kept: Sequence[KeptPage], names: Sequence[str], title: str) -> str:
    languages = {one.document.language for one in kept}
    lines = [f"title = {toml_text(title)}", f"licence = {toml_text(LICENCE)}"]
    lines += [f"language = {toml_text(language)}" for language in languages if len(languages) == 1]
    for name, one in zip(names, kept, strict=True):
        entry = story_entry(one.page, one.document)
        lines += ["", "[[articles]]", f"file = {toml_text(name)}", *entry]
    return "\n".join([*lines, ""])


def story_lines(document: Document) -> Iterator[str]:
    """The lines of a story.toml that say of an article what its document says."""
    for key in ("outlet", "headline", "standfirst", "byline", "url", "wire"):
        if value := getattr(document, key):
            yield f"{key} = {toml_text(value)}"
    if document.published:
        day = document.published_precision is Precision.DAY
        form = document.published.date().isoformat() if day else document.published.isoformat()
        yield f"published = {form}"
    if document.updated:
        yield f"updated = {document.updated.isoformat()}"


def story_entry(page: FetchedPage, document: Document) -> Iterator[str]:
    """The lines of a story.toml that say of a fetched article what it is and how it was got."""
    yield from story_lines(document)
    yield f"fetched = {page.when.strftime(STAMP)}"
    if page.captured:
        yield f"captured = {page.captured.strftime(STAMP)}"
    if page.charset and not _is_utf8(page.data):
        yield f"charset = {toml_text(page.charset)}"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def toml_text(value: str) -> str:
    """A TOML string; JSON's form is one, but for a character that TOML wants escaped."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
