"""How easy a text is to read, by a known formula over words, sentences and syllables."""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?:(?<![bctdg]r)(?<=[^laeiouy])e|[^taeiouyd]ed|(?<![bctdg]r)[^szxjcghaeiouy]es)$"
)
_APART = re.compile(
    r"i[aou]|[^rcf]ie[nt](?!d)|(?<!p)eo|(?<=[^aeiou])ea$|reat[eio]|ua|uou|eum$|[aeo]yo|[aeiou]ing$"
)
_JOINED = re.compile(r"[ct]iou|[cts]ia[ln]|[cstg]io|illion|gua|qua|quo|eous$")


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """The syllables of an English word, counted by its groups of vowels; at least one.

    A rule of thumb: right for about nine words in ten, and its errors mostly cancel out.
    """
    low = re.sub(r"[^a-z]", "", word.lower())
    if len(low) <= 3:
        return 1
    count = len(_VOWELS.findall(low))
    count -= bool(_SILENT.search(low))
    count += len(_APART.findall(low)) - len(_JOINED.findall(low))
    return max(1, count)


def reading_ease(words: int, sentences: int, syllables_: int) -> float | None:
    """Flesch Reading Ease (Flesch 1948); None without a sentence or a word.

    206.835 - 1.015 * words per sentence - 84.6 * syllables per word: above 60 plain English, below
    30 very hard.
    """
    if not words or not sentences:
        return None
    return round(206.835 - 1.015 * words / sentences - 84.6 * syllables_ / words, 1)
