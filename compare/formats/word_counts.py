"""How many words an article and its quotations have."""

from __future__ import annotations

from collections.abc import Iterable

from compare.model.articles import Article
from compare.model.spans import Span


def story_words(article: Article) -> int:
    """The words of the story, between white space; captions, bylines and the like are left out."""
    return words_in(article, (s.span for s in article.sentences if s.in_story))


def words_in(article: Article, spans: Iterable[Span]) -> int:
    """The words of some spans of the article, between white space."""
    return sum(len(article.words_of(span).split()) for span in spans)
