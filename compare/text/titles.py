"""The words that may stand before a name as a title."""

from __future__ import annotations

from functools import lru_cache

from compare.english.titles import ROLE_OF_SHORT
from compare.english.word_lists import line_sections, word_list


@lru_cache(maxsize=1)
def title_words() -> frozenset[str]:
    """Return every title in small letters and without a full stop, the short ones too."""
    return word_list("titles") | {short.lower() for short in ROLE_OF_SHORT}


@lru_cache(maxsize=1)
def title_forms() -> dict[str, str]:
    """Return the title that each other form stands for, such as chairman for chairwoman."""
    forms = dict(pair.split() for pair in line_sections("title-forms")[""])
    return forms | {short.lower(): role for short, role in ROLE_OF_SHORT.items()}
