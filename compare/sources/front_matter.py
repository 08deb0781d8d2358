"""The block between two lines of three dashes that tells where a text comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.errors import BadStory

KEYS = {
    "outlet": "outlet",
    "headline": "headline",
    "title": "headline",
    "published": "published",
    "date": "published",
    "updated": "updated",
    "url": "url",
    "author": "byline",
    "byline": "byline",
    "standfirst": "standfirst",
    "language": "language",
    "licence": "licence",
    "license": "licence",
    "wire": "wire",
}
FENCE = "---"
LINE = re.compile(r"([A-Za-z][\w-]*+(?: ++[\w-]++)*+)[ \t]*+:(?:[ \t]+(.*))?$")
MAX_LINES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """`fields` by their Document names, `unknown` keys as written, and the text that follows."""

    fields: dict[str, str]
    unknown: dict[str, str]
    body: str


def split_front_matter(text: str, *, source: str) -> FrontMatter:
    """Part a text with "\\n" line ends; a malformed line is a BadStory with its number.

    A text whose first line is not three dashes has no front matter, and neither has one whose
    second line is not a "key: value", as a text may begin with a dividing line.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE or len(lines) < 2 or not LINE.match(lines[1].rstrip()):
        return FrontMatter(fields={}, unknown={}, body=text)
    end = next(
        (i for i, line in enumerate(lines[:MAX_LINES]) if i and line.rstrip() == FENCE), None
    )
    if end is None:
        raise BadStory(
            source,
            "line 1: the front matter has no closing line of three dashes",
            "Add a line --- after the last key",
        )
    fields: dict[str, str] = {}
    unknown: dict[str, str] = {}
    for number, line in enumerate(lines[1:end], 2):
        if line.strip() and not line.lstrip().startswith("#"):
            key, value = _pair(line, number, source)
            (fields if key.lower() in KEYS else unknown)[KEYS.get(key.lower(), key)] = value
    return FrontMatter(
        fields={key: value for key, value in fields.items() if value},
        unknown=unknown,
        body="\n".join(lines[end + 1 :]),
    )


def _pair(line: str, number: int, source: str) -> tuple[str, str]:
    found = LINE.match(line.rstrip())
    if not found:
        raise BadStory(
            source,
            f"line {number} of the front matter is no 'key: value': {line.strip()[:60]!r}",
            "Correct the line or take it out",
        )
    return found[1], _unquoted((found[2] or "").strip())


def _unquoted(value: str) -> str:
    """The value without the quotation marks round it, their escapes undone."""
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return re.sub(r"\\([\"\\])", r"\1", value[1:-1])
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value
