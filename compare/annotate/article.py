"""A document in, an article out: the one place where all annotation comes together."""

from __future__ import annotations

from compare.annotate.figures import figures
from compare.annotate.quotes import names, quotes
from compare.annotate.segments import segment
from compare.model.articles import Article, Document


def annotate(document: Document) -> Article:
    """The document with its paragraphs, sentences, quotes, figures and names; never raises."""
    parts = segment(document)
    return Article(
        document=document,
        paragraphs=parts.paragraphs,
        sentences=parts.sentences,
        asides=parts.asides,
        quotes=quotes(document, parts.sentences, parts.paragraphs),
        figures=figures(document, parts.sentences),
        names=names(document, parts.sentences),
    )
