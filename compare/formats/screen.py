"""What a terminal can show: its width, its colours and its characters."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from compare.formats.grid import Sign
from compare.formats.withheld_words import with_filler_noted
from compare.text.control_characters import one_line

if TYPE_CHECKING:
    from rich.console import Console

PIPE_WIDTH = 96
NARROWEST = 24

_GLYPHS = {
    Sign.STATED: "■",
    Sign.PARTLY: "◪",
    Sign.GUARDED: "◌",
    Sign.HEADLINE: "▀",
    Sign.PERHAPS: "?",
    Sign.NOT_FOUND: "–",
}
_ASCII_GLYPHS = {
    Sign.STATED: "#",
    Sign.PARTLY: "/",
    Sign.GUARDED: "o",
    Sign.HEADLINE: "^",
    Sign.PERHAPS: "?",
    Sign.NOT_FOUND: "-",
}
_CLASH, _ASCII_CLASH = "▲", "!"

_PLAINER = {
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "--",
    "−": "-",
    "─": "-",
    "…": "...",
    "·": "|",
    "•": "*",
    "¶": "par. ",
    "≥": ">=",
    "≤": "<=",
    "€": "EUR ",
    "£": "GBP ",
    "ß": "ss",
    "Æ": "AE",
    "æ": "ae",
    "Ø": "O",
    "ø": "o",
    "Ł": "L",
    "ł": "l",
}


@dataclass(frozen=True)
class Screen:
    """Where text is going to be read.

    `width` is in columns. `encoding` is that of the stream: what it cannot carry is put plainer.
    `facts` is how many facts the grid may hold and `lines` how many lines what is worth a look may
    take; None means all.
    """

    width: int = PIPE_WIDTH
    colour: bool = False
    encoding: str = "utf-8"
    facts: int | None = 24
    lines: int | None = 12

    @cached_property
    def plain(self) -> bool:
        """True when the stream cannot carry the glyphs of the grid."""
        return not self._carries("".join([*_GLYPHS.values(), _CLASH, "─"]))

    def glyph(self, sign: Sign) -> str:
        """One character for the sign."""
        return (_ASCII_GLYPHS if self.plain else _GLYPHS)[sign]

    @property
    def clash(self) -> str:
        """The character before a figure that differs."""
        return _ASCII_CLASH if self.plain else _CLASH

    def say(self, text: str) -> str:
        """The words in one line, without control characters, in what the stream can carry."""
        safe = one_line(text)
        return safe if self._carries(safe) else "".join(map(self._plainer, safe))

    def console(self) -> Console:
        """A rich console that records what is printed to it, for `Console.file.getvalue()`."""
        from io import StringIO

        from rich.console import Console

        return Console(
            file=StringIO(),
            width=max(self.width, NARROWEST),
            force_terminal=self.colour,
            color_system="standard" if self.colour else None,
            no_color=not self.colour,
            legacy_windows=False,
            force_jupyter=False,
            markup=False,
            emoji=False,
            highlight=False,
        )

    def _carries(self, text: str) -> bool:
        try:
            text.encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    def _plainer(self, char: str) -> str:
        if self._carries(char):
            return char
        if char in _PLAINER:
            return _PLAINER[char]
        base = "".join(c for c in unicodedata.normalize("NFKD", char) if c.isascii())
        return base or "?"


PIPE = Screen()
"""A pipe: 96 columns, no colour, UTF-8."""

FILE = Screen(facts=None, lines=None)
"""A file, which has room for everything."""


def unquoted_text(text: str) -> str:
    """The words on one line without quotation marks at their ends, to be put between ours."""
    return one_line(text).strip("“”„\"'‘’«»")


def shorten(words: str, *, limit: int = 90) -> str:
    """The words on one line, cut between words with an ellipsis when longer than `limit`.

    Nothing is cut inside square brackets, which hold the date of a day.
    """
    flat = with_filler_noted(" ".join(words.split()))
    if len(flat) <= limit:
        return flat
    cut = flat[:limit]
    cut = cut[: cut.rindex(" ")] if " " in cut else cut[:-1]
    opened = cut.rfind(" [")
    if opened > cut.rfind("]"):
        cut = cut[:opened] or cut
    return f"{cut}…"
