"""The figures of an article: quantities, dates and times, what they count and who gives them."""

from __future__ import annotations

import re

from compare.model.articles import Document, Sentence
from compare.model.figures import Figure, FigureKind, Quantity
from compare.model.spans import Span
from compare.text.counted_things import counted_things
from compare.text.dates import dates
from compare.text.numbers import numbers

_ACCORDING = re.compile(r"(?i:according\s+to)\s+(?P<who>[^,.;:()“”\"]{2,70})")
_SAID = re.compile(
    r"(?:^|[,;“”\"]\s*)(?P<who>(?:[A-Z]|the\s|police|officials|authorities|investigators|witnesses"
    r"|doctors|prosecutors|organisers|organizers|rescuers|local|state)[^,.;:()“”\"]{0,60}?)"
    # "The company, which runs the ferry, said".
    r"(?:,\s(?:which|who|an?|the)\s[^,.;:()“”\"]{3,60},)?\s+"
    r"(?:has\s+|have\s+)?(?:said|says|told|reported|reports|estimated|estimates|confirmed|announced"
    r"|put\s+the|claimed|claims|added)(?!\w)"
)
_TAIL = re.compile(
    r",\s+(?P<who>(?:[A-Za-z][\w’'.-]*\s+){1,7}?)(?:said|says|told|reported|confirmed|announced)(?!\w)"
)


def figures(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Figure, ...]:
    """The figures of the story's sentences in text order, with ids like "B.n4"; never raises.

    Sentences that are not part of the story (captions, bylines) are passed over.
    """
    letter = document.letter or "A"
    found: list[Figure] = []
    for sentence in sentences:
        if sentence.in_story:
            found += _in_sentence(document, sentence, letter, len(found))
    return tuple(found)


def _in_sentence(document: Document, sentence: Sentence, letter: str, before: int) -> list[Figure]:
    text = sentence.span.of(document.text)
    source = _source(text)
    return [
        Figure(
            id=f"{letter}.n{before + place}",
            span=Span(span.start + sentence.span.start, span.end + sentence.span.start),
            quantity=quantity,
            kind=kind,
            counts=counted_things(text, span.start, span.end, quantity, kind),
            source=source,
        )
        for place, (span, quantity, kind) in enumerate(_readings(document, text), start=1)
    ]


def _readings(document: Document, text: str) -> list[tuple[Span, Quantity, FigureKind]]:
    moments = dates(text, document.published, language=document.language)
    amounts = numbers(text, [m.span for m in moments], language=document.language)
    found = [(moment.span, moment.quantity, moment.kind) for moment in moments]
    found += [(amount.span, amount.quantity, amount.kind) for amount in amounts]
    return sorted(found, key=lambda item: item[0])


def _source(text: str) -> str | None:
    """The words of a sentence that name who gives its figures."""
    for pattern in (_ACCORDING, _SAID, _TAIL):
        match = pattern.search(text)
        if match is not None:
            return match["who"].strip()
    return None
