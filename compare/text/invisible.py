"""Characters that show nothing: taken out of a text to read it, with the way back to its places."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from compare.model.spans import Span

# Soft hyphens, joiners, marks of direction, selectors of variants: none is seen, none is a letter.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisibleText:
    """A text without its invisible characters.

    Its character i stands at `places[i]` of the original; `length` is that of the original.
    """

    text: str
    places: tuple[int, ...]
    length: int

    def original(self, span: Span) -> Span:
        """Where the characters of `span` stand in the original, with what is hidden among them."""
        return Span(self.places[span.start], self.places[span.end - 1] + 1)

    def covering(self, span: Span) -> Span:
        """The same, with the invisible characters behind it up to the next visible one.

        Those on top of the text belong to its first character; so nothing stands between two spans
        of the original but what stands between them in the text.
        """
        start, end = self.places[span.start], self.places[span.end - 1] + 1
        if not self.text[: span.start].strip():
            start = min([start, *self._hidden(0, start)])
        after = span.end
        while after < len(self.text) and self.text[after].isspace():
            after += 1
        limit = self.places[after] if after < len(self.text) else self.length
        return Span(start, max([end, *(place + 1 for place in self._hidden(end, limit))]))

    def _hidden(self, start: int, end: int) -> list[int]:
        """The places of invisible characters in a stretch of the original."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        shown = set(self.places[first:last])
        return [place for place in range(start, end) if place not in shown]


def visible_text(text: str) -> VisibleText | None:
    """The text without invisible characters; None for one that has none."""
    if text.isascii() or not INVISIBLE.search(text):
        return None
    places: list[int] = []
    at = 0
    for found in INVISIBLE.finditer(text):
        places.extend(range(at, found.start()))
        at = found.end()
    places.extend(range(at, len(text)))
    return VisibleText(text=INVISIBLE.sub("", text), places=tuple(places), length=len(text))
