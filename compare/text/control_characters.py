"""Characters that steer a terminal or turn the direction of writing, taken out of what is shown."""

from __future__ import annotations

import unicodedata

# Joiners are format characters too, but words of several languages and emoji need them.
_KEPT = frozenset("\u200c\u200d")
_STEERING = frozenset(("Cc", "Cf", "Cs"))
# Whatever else ends a line, such as a carriage return, could write over it.
_LAYOUT = frozenset("\n\t")


def one_line(text: str) -> str:
    """The text with every run of white space as one space and without control characters."""
    visible = "".join(char for char in text if char.isspace() or not _steers(char))
    return " ".join(visible.split())


def without_control_characters(text: str) -> str:
    """The text with its line ends, tabs and spaces, and without any other control character.

    This stands on every way out: a name from a page must not reach the clipboard, clear the screen
    or turn a line around. Other white space that ends a line becomes a space.
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text.replace("\r\n", "\n")))


def _shown(char: str) -> str:
    if char.isprintable() or char in _LAYOUT:
        return char
    if char.isspace():
        return char if unicodedata.category(char) == "Zs" else " "
    return "" if _steers(char) else char


def _steers(char: str) -> bool:
    """True for characters that move the cursor, ring bells or turn the direction of writing."""
    return unicodedata.category(char) in _STEERING and char not in _KEPT
