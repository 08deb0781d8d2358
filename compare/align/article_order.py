"""The order of articles: letters in that of the input, work in one that the input does not set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.model.articles import Article, Document
from compare.model.letters import letter


def letter_documents(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with a letter each, in the order of the input."""
    return tuple(replace(each, letter=letter(k)) for k, each in enumerate(documents))


def in_canonical_order(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles in an order that comes from their content, not from that of the input."""

    def content(article: Article) -> tuple[str, ...]:
        d = article.document
        published = d.published.isoformat() if d.published else ""
        # What was read beside the text settles it between two readings of one text.
        rest = repr(replace(d, letter=""))
        return (d.sha256, d.outlet, d.headline or "", d.url or "", published, rest)

    return tuple(sorted(articles, key=content))
