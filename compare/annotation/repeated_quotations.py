"""Words that an article prints twice, and by whose name only once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.model.quotes import Quote
from compare.text.fold import folded_text
from compare.text.words import words

# Fewer words may be said by two people.
_FEWEST = 6

_Words = tuple[str, ...]


def with_known_speakers(text: str, quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes; one without a word of speech takes the speaker that its words have elsewhere.

    A pull quote stands between paragraphs that it has nothing to do with, so what stands around it
    tells less of its speaker than the sentence it was pulled from.
    """
    said = [(quote, _said(text, quote)) for quote in quotes]
    known = [(quote, held) for quote, held in said if quote.cue and quote.speaker]
    return [_told(quote, own, known) if quote.cue is None else quote for quote, own in said]


def _told(quote: Quote, own: _Words, known: Sequence[tuple[Quote, _Words]]) -> Quote:
    if len(own) < _FEWEST:
        return quote
    for other, held in known:
        if other.speaker and _holds(held, own):
            speaker = replace(other.speaker, how="inherited")
            return replace(quote, speaker=speaker, speaker_span=other.speaker_span)
    return quote


def _said(text: str, quote: Quote) -> _Words:
    return tuple(
        folded_text(span.of(said))
        for part in quote.parts
        if (said := part.of(text))
        for span in words(said)
    )


def _holds(held: _Words, own: _Words) -> bool:
    return any(held[at : at + len(own)] == own for at in range(len(held) - len(own) + 1))
