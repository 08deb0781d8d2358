"""A document in, an article out: the one place where all annotation comes together."""

from __future__ import annotations

from compare.annotation.figures import figures
from compare.annotation.original_places import Originals
from compare.annotation.quotes import names, quotes
from compare.annotation.segments import segment
from compare.model.articles import Article, Document


def annotate(document: Document, *, parse: bool = False) -> Article:
    """Return `document` with its paragraphs, sentences, quotes, figures and names.

    Never raises, whatever the text. It is read without its invisible characters; the places found
    are those of the text as it is. `parse` reads reported speech with spaCy as well, which finds
    more of it; MissingExtra names the command that installs it where it is missing.

    >>> text = "“Nobody pushed,” said Ansel Corrie, the mate. Fourteen people died."
    >>> article = annotate(Document(text=text, outlet="Harbour Times"))
    >>> [article.words_of(sentence.span) for sentence in article.sentences]
    ['“Nobody pushed,” said Ansel Corrie, the mate.', 'Fourteen people died.']
    >>> [(quote.speaker.name, quote.kind.value) for quote in article.quotes]
    [('Ansel Corrie', 'direct')]
    >>> [article.words_of(figure.span) for figure in article.figures]
    ['Fourteen']
    """
    originals = Originals([document])
    return originals.restored(_annotated(originals.plain[0], parse=parse))


def _annotated(document: Document, *, parse: bool) -> Article:
    parts = segment(document)
    return Article(
        document=document,
        paragraphs=parts.paragraphs,
        sentences=parts.sentences,
        asides=parts.asides,
        quotes=quotes(document, parts.sentences, parts.paragraphs, parse=parse),
        figures=figures(document, parts.sentences),
        names=names(document, parts.sentences),
    )
