"""Short ways to look at the quotes of a text in tests."""

from __future__ import annotations

from compare.annotation.quotes import quotes
from compare.annotation.segments import segment
from compare.model.articles import Document
from compare.model.quotes import Quote


def quotes_of(text: str) -> tuple[Quote, ...]:
    document = Document(text=text, outlet="Harbour Times")
    parts = segment(document)
    return quotes(document, parts.sentences, parts.paragraphs)


def words(text: str, quote: Quote) -> list[str]:
    return [part.of(text) for part in quote.parts]


def said(text: str) -> list[tuple[str | None, list[str]]]:
    """Speaker and words of each quote that is not inside another one's report."""
    return [
        (q.speaker.name if q.speaker else None, words(text, q))
        for q in quotes_of(text)
        if "nested" not in q.flags
    ]


def only(text: str) -> Quote:
    (quote,) = [q for q in quotes_of(text) if "nested" not in q.flags]
    return quote
