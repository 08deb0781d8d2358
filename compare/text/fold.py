"""Text folded for comparison, with a map from each folded character to where it came from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from compare.model.spans import Span
from compare.text.quotation_marks import DOUBLE, LIKE_SINGLE, SINGLE

_QUOTES = dict.fromkeys(SINGLE + LIKE_SINGLE, "'") | dict.fromkeys(DOUBLE, '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_DROPPED = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
_ACCENTS = {chr(code): "" for code in range(0x300, 0x370)}
_TABLE = str.maketrans(_QUOTES | _DASHES | _DROPPED | _ACCENTS | {"…": "...", "⁄": "/"})
_CHANGING = re.compile(r"[A-Z`\x80-\U0010ffff]")
_SPACES = re.compile(r"\s+")
# Letters that a pattern takes for an English one when it ignores case.
_LIKE_ENGLISH = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "K": "k"})


@dataclass(frozen=True, slots=True)
class FoldedText:
    """Folded `text`; its character i stands for `starts[i]`:`ends[i]` of the original.

    Case, quotation marks, dashes, accents, ligatures and widths are made alike, soft hyphens and
    other invisible characters dropped, runs of white space made one space, the ends stripped.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """The span of the original behind the folded characters `start`:`end`."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{start}:{end} is no stretch of {len(self.text)} folded characters")
        return Span(self.starts[start], self.ends[end - 1])


def fold(text: str) -> FoldedText:
    """`text` folded, with the map back to its offsets in code points."""
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, character in enumerate(text):
        for piece in _folded_character(character):
            if piece == " " and (not characters or characters[-1] == " "):
                if characters:
                    ends[-1] = at + 1
                continue
            characters.append(piece)
            starts.append(at)
            ends.append(at + 1)
    if characters and characters[-1] == " ":
        del characters[-1], starts[-1], ends[-1]
    return FoldedText("".join(characters), tuple(starts), tuple(ends))


def folded_text(text: str) -> str:
    """The same folded text as `fold(text).text`, without the map and faster."""
    if text.isascii() and text.isalnum():
        return text.lower()
    changed = _CHANGING.sub(lambda match: _folded_character(match.group()), text)
    return _SPACES.sub(" ", changed).strip()


def lower_case(words: str) -> str:
    """`words` in small letters, as the keys of a table are written that a pattern was made of.

    A pattern that ignores case also matches "ſeven" and "mİllion", which `str.lower` keeps apart.
    """
    return words.translate(_LIKE_ENGLISH).lower()


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    if character.isspace():
        return " "
    plain = character.translate(_TABLE)
    for _ in range(2):
        plain = unicodedata.normalize("NFKD", plain).translate(_TABLE).casefold()
    return _SPACES.sub(" ", plain)
