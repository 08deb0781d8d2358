"""The search for names in the files of a lesson, in every way that a reader could see them."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from compare.teach.blind import Blinder
from compare.teach.lesson import Lesson

_ZIP = b"PK\x03\x04"
_TAG = re.compile(r"<[^>]*>")
_VALUE = re.compile(r"=\s*[\"']([^\"']*)")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_ESCAPED = re.compile(r"\\(?=[^\w\s])")


def tally(blinder: Blinder, name: str, data: bytes) -> Counter[str]:
    """How often each tell stands in a file: in its name, its bytes, and its text without marks.

    Files packed in it are searched as well, and so is what a ZIP file says of them. Between marks
    a word has no neighbours, so that there only the tells count that need none.
    """
    parts = list(_parts(data))
    texts = [html.unescape(part) for part in parts]
    found = blinder.tally(name)
    # Without tags and entities several readings are one.
    for reading in dict.fromkeys(("\n".join(parts), "\n".join(texts))):
        found |= blinder.tally(reading, sure=True)
    for reading in dict.fromkeys(_words(texts)):
        found |= blinder.tally(reading)
    return found


def without_story(lesson: Lesson) -> Lesson:
    """The lesson with every word of its story taken out; what is left is the same for any story."""
    emptied: Lesson = _hollow(lesson)
    return emptied


def _words(texts: list[str]) -> Iterator[str]:
    """What is left without tags or backslashes, and what the tags themselves say."""
    for between in ("", " "):
        yield "\n".join(_TAG.sub(between, text) for text in texts)
    yield "\n".join(_ESCAPED.sub("", text) for text in texts if not _TAG.search(text))
    yield "\n".join(value for text in texts for value in _VALUE.findall(text))
    yield "\n".join(value for text in texts for value in _COMMENT.findall(text))


def _parts(data: bytes) -> Iterator[str]:
    if not data.startswith(_ZIP):
        yield data.decode("utf-8", "replace")
        return
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        yield packed.comment.decode("utf-8", "replace")
        for entry in packed.infolist():
            yield entry.filename
            yield (entry.comment + entry.extra).decode("utf-8", "replace")
            yield packed.read(entry).decode("utf-8", "replace")


def _hollow(value: Any) -> Any:  # noqa: ANN401 - any field of a lesson
    if type(value) is str:
        return "x" if value else ""
    if isinstance(value, tuple):
        return tuple(_hollow(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {field.name: _hollow(getattr(value, field.name)) for field in fields(value)}
        return replace(value, **kept)
    return value
