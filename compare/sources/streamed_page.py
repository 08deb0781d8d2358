"""What a page of Next.js streams to its scripts: elements as they would be shown, and data.

`self.__next_f.push([1, "..."])` carries a text in pieces. It has a row for each part of the page:
`ID:JSON` up to the line end, or `ID:Tlength,text` with the length in bytes. An element in JSON is
`["$", name, key, properties]`, and "$ID" or "$LID" stands for another row.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from html import escape

STREAM = "__next_f"
_PUSH = re.compile(r"__next_f\.push\(\[\s*1\s*,\s*(\"(?:[^\"\\]|\\.)*\")\s*\]\)")
_ROW = re.compile(rb"([0-9a-f]{1,8}):(T([0-9a-f]{1,8}),)?")
_REFERENCE = re.compile(r"\$[L@]?([0-9a-f]{1,8})")
_ELEMENT = re.compile(r"[a-z][a-z0-9-]{0,30}")
_NOT_SHOWN = frozenset("script style svg template iframe noscript head link meta".split())
_KEPT = ("class", "id", "href", "datetime", "role")
_DEEPEST = 120
_MOST_PARTS = 50_000
_PARTS_OF_ELEMENT = 4


class StreamedPage:
    """The rows of a page's stream; empty for a page without one."""

    def __init__(self, scripts: Sequence[str]) -> None:
        self.rows: dict[str, object] = {}
        pieces = (push for text in scripts if STREAM in text for push in _PUSH.findall(text))
        self._read("".join(map(_unquoted, pieces)).encode("utf-8", "replace"))
        self._left = _MOST_PARTS

    def markup(self) -> str:
        """The page as HTML from its first row on, without the parts that scripts alone can make."""
        return self._shown(self.rows.get("0"), frozenset(), 0) if self.rows else ""

    def _read(self, stream: bytes) -> None:
        at = 0
        while row := _ROW.match(stream, at):
            name = row[1].decode()
            if row[3]:
                end = row.end() + int(row[3], 16)
                self.rows[name] = stream[row.end() : end].decode("utf-8", "replace")
                at = end
                continue
            end = stream.find(b"\n", row.end())
            end = len(stream) if end < 0 else end
            with suppress(ValueError, RecursionError):  # a module or a hint
                self.rows[name] = json.loads(stream[row.end() : end])
            at = end + 1

    def _shown(self, value: object, within: frozenset[str], depth: int) -> str:
        """A value as markup; `within` are the rows that it stands in."""
        self._left -= 1
        if depth > _DEEPEST or self._left < 0 or value is None or isinstance(value, bool):
            return ""
        if isinstance(value, str):
            return self._text(value, within, depth)
        if isinstance(value, (int, float)):
            return str(value)
        if not isinstance(value, list):
            return ""
        if value[:1] == ["$"] and len(value) >= _PARTS_OF_ELEMENT:
            return self._element(value[1], value[3], within, depth)
        return "".join(self._shown(part, within, depth + 1) for part in value)

    def _text(self, text: str, within: frozenset[str], depth: int) -> str:
        reference = _REFERENCE.fullmatch(text)
        if reference is None:
            return escape(text.removeprefix("$") if text.startswith("$$") else text)
        name = reference[1]
        if name in within:
            return ""
        row = self.rows.get(name)
        # The text of a row is no reference, whatever it begins with.
        return (
            escape(row)
            if isinstance(row, str) and not _REFERENCE.fullmatch(row)
            else self._shown(row, within | {name}, depth + 1)
        )

    def _element(self, name: object, given: object, within: frozenset[str], depth: int) -> str:
        properties = given if isinstance(given, dict) else {}
        if not isinstance(name, str) or name in _NOT_SHOWN:
            return ""
        inner = self._shown(properties.get("children"), within, depth + 1)
        raw = properties.get("dangerouslySetInnerHTML")
        if isinstance(raw, dict):
            inner += self._raw(raw.get("__html"))
        if not _ELEMENT.fullmatch(name):  # a component of the page, which shows what is in it
            return f"<div>{inner}</div>" if inner else ""
        named = {**properties, "class": properties.get("className")}
        marks = "".join(
            f' {key}="{escape(mark)}"' for key in _KEPT if isinstance(mark := named.get(key), str)
        )
        return f"<{name}{marks}>{inner}</{name}>"

    def _raw(self, value: object) -> str:
        """Markup that is set into an element as it is, or the row that holds it."""
        if not isinstance(value, str):
            return ""
        reference = _REFERENCE.fullmatch(value)
        row = self.rows.get(reference[1]) if reference else value
        return row if isinstance(row, str) else ""


def _unquoted(quoted: str) -> str:
    try:
        value = json.loads(quoted)
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""
