"""Word spans, stems and the stop list."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from compare.english.word_lists import word_list
from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.home_folder import with_home_folder

if TYPE_CHECKING:
    from nltk.stem.snowball import EnglishStemmer

STOP: frozenset[str] = word_list("stop")
"""Folded words that carry grammar rather than meaning."""

_WORD = re.compile(
    r"""
    (?:https?://|www\.)[^\s<>"“”]*[\w/]                            # a web address is one word
    | [@#]\w+                                                     # a handle or a hashtag
    | (?:[A-Z]{1,3})?[$£€¥]\d+(?:[.,]\d+)*(?:[kKmM]|[bt]n|tr?n|B)?\b    # $1.3bn, US$20
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|[kKmM]|[bt]n|[ap]m|%)?(?!\w)   # 1,200 2.5% 4th 10:30
    | (?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?                         # U.S. a.m.
    | (?!a-)[^\W\d_]{1,2}(?:[-‑](?=\w)\w+)+(?:['’]\w+)?                   # F-16, e-mail, al-Salem
    | [^\W\d_]+[-‑]\d+                                             # COVID-19
    | \w+(?:['’](?=\w)\w+)*                                         # don't, O'Neil
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"'s?\Z")


def words(text: str, span: Span | None = None) -> list[Span]:
    """The words of `text`, or of one span of it, in order, without the marks between them.

    Kept whole: U.S., 1,200, don't, $1.3bn, web addresses, handles, and hyphens after one or two
    letters (e-mail, al-Salem) or before a number (COVID-19). Other compounds are split at their
    hyphens, so that "long-awaited" meets "long awaited".
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    return [Span(m.start(), m.end()) for m in _WORD.finditer(text, start, end)]


def word_texts(text: str, span: Span | None = None) -> list[str]:
    """The words of `text`, or of one span of it, as they stand there; those that `words` finds."""
    start, end = (span.start, span.end) if span else (0, len(text))
    return _WORD.findall(text, start, end)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word, folded and without a possessive; Snowball English, Porter 2001."""
    return str(_stemmer().stem(_POSSESSIVE.sub("", folded_text(word))))


@lru_cache(maxsize=1)
def _stemmer() -> EnglishStemmer:
    with with_home_folder():
        from nltk.stem.snowball import EnglishStemmer

    return EnglishStemmer()
