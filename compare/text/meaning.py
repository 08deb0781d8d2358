"""What two texts share beyond grammar: the beginnings of their words of meaning, and their numbers.

Beginnings stand for words because "audit" and "auditor" say much the same; see `roots`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from compare.english.numerals import ONE_TO_NINETEEN, TENS
from compare.english.word_lists import word_list
from compare.text.fold import folded_text
from compare.text.words import stem, words

# So long a beginning makes two words one.
_ROOT = 5
_NUMBER_WORDS = frozenset(
    (
        *ONE_TO_NINETEEN,
        *TENS,
        *"hundred thousand million billion dozen half first second third".split(),
    )
)


@lru_cache(maxsize=8192)
def meaning(text: str) -> frozenset[str]:
    """The stems of the words of a text that are more than grammar."""
    stop = word_list("stop") | word_list("function-words")
    found = (folded_text(span.of(text)) for span in words(text))
    return frozenset(stem(word) for word in found if word not in stop and len(word) > 1)


def word_beginnings(stems: Iterable[str]) -> frozenset[str]:
    """Beginnings of words, by which "audit" and "auditor" are one."""
    return frozenset(stem[:_ROOT] for stem in stems)


def without_names(text: str) -> str:
    """The words of a text that have no capital, its first word among them."""
    found = [span.of(text) for span in words(text)]
    return " ".join(word for at, word in enumerate(found) if at == 0 or not word[:1].isupper())


def number_words(text: str) -> frozenset[str]:
    """The numbers of a text, in digits and in words, folded."""
    small = {folded_text(span.of(text)) for span in words(text)}
    return frozenset(word for word in small if word[:1].isdigit() or word in _NUMBER_WORDS)


def plain_roots(text: str) -> frozenset[str]:
    """The roots of a text without its names and numbers; its first word counts as no name."""
    bare = without_names(text)
    return word_beginnings(meaning(bare)) - word_beginnings(number_words(bare))
