"""The names by which the values of a comparison refer to each other, one type for each kind.

A field of such a type is checked by `model.references`: what it names must be there. The types are
plain text with a mark for that check, so that values are written and read as text.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated


class Refers(Enum):
    """What kind of value a name stands for."""

    ARTICLE = "article"
    SENTENCE = "sentence"
    QUOTE = "quote"
    FIGURE = "figure"
    FACT = "fact"


Letter = Annotated[str, Refers.ARTICLE]
"""Stands for an article: "A", "B" and so on; "AA" comes after "Z"."""

SentenceId = Annotated[str, Refers.SENTENCE]
"""A sentence, such as "B.s12": the letter of the article, and a number counted from 1."""

QuoteId = Annotated[str, Refers.QUOTE]
"""A quotation, such as "B.q3"."""

FigureId = Annotated[str, Refers.FIGURE]
"""A figure or a time, such as "B.n4"."""

FactId = Annotated[str, Refers.FACT]
"""A fact, such as "f-3fa9c1": made of its words, so that it survives a re-run."""


def letter_of(name: str) -> Letter:
    """Return the letter of the article that a sentence, a quotation or a figure is of.

    >>> letter_of("AB.s12")
    'AB'
    """
    return name.partition(".")[0]


def conflict_id_of(figures: str) -> str:
    """Return the id of the conflict that a group of figures makes, such as "c-3fa9c1"."""
    return figures.replace("n-", "c-", 1)
