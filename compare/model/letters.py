"""The letters that stand for outlets: A to Z, then AA, AB and so on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from string import ascii_uppercase as ALPHABET


def letter(index: int) -> str:
    """The letter of the document at this index of the input, counted from 0.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    if index < 0:
        raise ValueError(f"there is no letter for index {index}")
    found = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, len(ALPHABET))
        found = ALPHABET[rest] + found
    return found


@lru_cache(maxsize=1024)
def index(letter: str) -> int:
    """The index in the input of the document with this letter; the inverse of `letter`."""
    found = 0
    for character in letter:
        found = found * len(ALPHABET) + ALPHABET.index(character) + 1
    if not found:
        raise ValueError("an empty letter stands for no document")
    return found - 1


def ordered_letters(letters: Iterable[str]) -> tuple[str, ...]:
    """The letters in the order of the input, each once.

    >>> ordered_letters(["AA", "B", "A", "B"])
    ('A', 'B', 'AA')
    """
    return tuple(sorted(set(letters), key=index))
