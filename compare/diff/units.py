"""A text cut into the units that are set side by side: stretches that tile it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.model.articles import Article
from compare.model.diff import Side
from compare.model.spans import Span


@dataclass(frozen=True, slots=True)
class DiffUnit:
    """A sentence or a statement with the white space behind it.

    `sentence` is the index of its sentence in the article, `facts` are the ids of those it states:
    one at most for a statement, and more for a whole sentence.
    """

    span: Span
    sentence: int
    facts: tuple[str, ...] = ()


def sentence_units(article: Article) -> list[DiffUnit]:
    """The sentences of an article as units; they tile its text."""
    spans = [sentence.span for sentence in article.sentences]
    return tiling_units(article, spans, range(len(spans)))


def tiling_units(
    article: Article, spans: Sequence[Span], sentences: Sequence[int]
) -> list[DiffUnit]:
    """Units that begin where the spans begin and reach to the next one, so that they tile."""
    whole = len(article.document.text)
    if not spans:
        return [DiffUnit(Span(0, whole), 0)] if whole else []
    starts = [0, *(span.start for span in spans[1:]), whole]
    return [
        DiffUnit(Span(start, end), sentence)
        for start, end, sentence in zip(starts, starts[1:], sentences, strict=False)
    ]


def side_of(article: Article, units: Sequence[DiffUnit]) -> Side | None:
    """Where units that follow each other stand, None for no units."""
    if not units:
        return None
    span = Span(units[0].span.start, units[-1].span.end)
    if not article.sentences:
        return Side(span=span, paragraph=1)
    held = article.sentences[units[0].sentence : units[-1].sentence + 1]
    asides = {sentence.aside for sentence in held}
    aside = asides.pop() if len(asides) == 1 else None
    return Side(
        span=span,
        paragraph=held[0].paragraph + 1,
        sentences=tuple(sentence.id for sentence in held),
        aside=aside.value if aside else "",
    )
