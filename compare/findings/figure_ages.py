"""Whose an age is that stands behind a pronoun or without a name beside it.

Ages that outlets give to one person in different words ("Ida Roe, 81", "She was 82.") are compared
by the family name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from compare.model.articles import Article, Sentence
from compare.model.figures import Figure
from compare.text.names import given_names

# "He was 81." and "died at the age of 81".
_SAYS_AGE = re.compile(r"(?:He|She)\s+(?:was|is|turned|had\s+just\s+turned)\s+(?:only\s+|just\s+)?")
_AT_AGE = re.compile(r"(?<!\w)(?:at\s+the\s+age\s+of|at\s+age|aged)\s+$")
_FULL_NAME = re.compile(
    r"(?<![\w-])(?P<first>[A-Z][\w’'-]+)\s(?:[A-Z]\.\s)?(?P<last>[A-Z][\w’'-]*\w)"
)


def whose_age(article: Article, sentence: Sentence, figure: Figure) -> str:
    """Return the family name for "he was 81" or "died at the age of 81"; "" where none is sure.

    It is the first person named in full in the sentence, or in the one before for a pronoun.
    """
    text = article.document.text
    before = text[sentence.span.start : figure.span.start]
    at = article.index_of(sentence.id)
    if at and _SAYS_AGE.fullmatch(before):
        before = article.sentences[at - 1].span.of(text)
    elif not _AT_AGE.search(before):
        return ""
    names = (match for match in _FULL_NAME.finditer(before) if match["first"] in _given())
    found = next(names, None)
    return found["last"] if found else ""


@lru_cache(maxsize=1)
def _given() -> frozenset[str]:
    return frozenset(name.capitalize() for name in given_names())
