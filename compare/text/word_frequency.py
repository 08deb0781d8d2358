"""How common words are in English at large: what a few articles cannot tell by themselves."""

from __future__ import annotations

from functools import lru_cache

from compare.english.word_lists import sections


@lru_cache(maxsize=1)
def shares_of_texts() -> dict[str, float]:
    """Return for each common stem the share, 0..1, of English texts of 800 words that hold it.

    Stems that are not listed are rare. The list and its licence are in `background.txt` of
    `compare/english/lists`.
    """
    levels = sections("background")
    return {word: 10 ** (-int(n) / 10) for n, group in levels.items() if n for word in group}
