"""Words that an excerpt does not show: the filler that stands for them, and how it is read."""

from __future__ import annotations

import re

from compare.formats.word_counts import words_in
from compare.model.articles import Article
from compare.model.comparison import Comparison
from compare.model.facts import Fact
from compare.model.spans import Span

FILLER = "░"
"""Stands in the text of an excerpt for each character that is not shown."""
NOT_SHOWN = "(not shown)"
"""What a reader sees of it."""

_RUN = re.compile(f"{FILLER}+(?: {FILLER}+)*")


def mask_words(words: str) -> str:
    """Filler of the same length and with as many words, which tells nothing else of them."""
    ends = len(words.split()) - 1
    if ends < 1:
        return FILLER * len(words)
    return f"{FILLER} " * ends + FILLER * (len(words) - 2 * ends)


def with_filler_noted(words: str) -> str:
    """The words with a note in place of filler."""
    return _RUN.sub(NOT_SHOWN, words) if FILLER in words else words


def shown_words(article: Article, span: Span) -> str:
    """The exact words of the document inside a span, or a note where an excerpt has none."""
    words = article.words_of(span)
    return with_filler_noted(words) if article.document.excerpt else words


def is_withheld(article: Article, span: Span) -> bool:
    """True when the article is an excerpt that shows nothing of the span."""
    return article.document.excerpt and not article.words_of(span).strip(f"{FILLER} ")


def is_fact_withheld(comparison: Comparison, fact: Fact) -> bool:
    """True when an excerpt shows no sentence that states the fact."""
    return all(is_withheld(comparison.article(m.article), m.span) for m in fact.mentions)


def words_shown(article: Article) -> tuple[int, int]:
    """How many words of the article are shown, and how many it has."""
    spans = [sentence.span for sentence in article.sentences]
    shown = (span for span in spans if not is_withheld(article, span))
    return words_in(article, shown), words_in(article, spans)
