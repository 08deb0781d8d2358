"""Paragraphs and sentences of a document, with their ids and their part in the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.annotation.asides import find_asides
from compare.model.articles import Aside, AsideKind, Document, Paragraph, Part, Sentence
from compare.model.spans import Span, SpanIndex
from compare.text.fold import folded_text
from compare.text.paragraphs import paragraphs
from compare.text.sentences import sentences

_LONGEST_HEADLINE = 160
_NO_HEADLINE_END = (".", ",", ":", ";", "…", ".”", '."', ".’", ".'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segments:
    """A document cut up: only white space is left between paragraphs, and between sentences."""

    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    asides: tuple[Aside, ...]


def segment(document: Document) -> Segments:
    """Paragraphs, sentences and asides of a document, in text order.

    Ids are "B.p3" and "B.s12" for a document with the letter B, counted from 1; the letter is A
    where the document has none yet. A sentence is an aside when all its words lie in asides. The
    headline is the paragraph on top that repeats the document's headline or, when the document has
    none, reads like one; the lead is the first paragraph of the story.
    """
    text, letter = document.text, document.letter or "A"
    blocks = paragraphs(text)
    headline = _headline(document, blocks)
    asides = find_asides(document, [b for b in blocks if b != headline])
    kinds = {aside.span: aside.kind for aside in reversed(asides)}
    places = SpanIndex(kinds)
    found: list[Sentence] = []
    lead: int | None = None
    for index, block in enumerate(blocks):
        for span in sentences(text, block):
            kind = _aside_kind(text, span, places, kinds)
            if kind is None and block != headline and lead is None:
                lead = index
            part = _part(kind, is_headline=block == headline, is_lead=index == lead)
            sentence_id = f"{letter}.s{len(found) + 1}"
            found.append(
                Sentence(id=sentence_id, span=span, paragraph=index, part=part, aside=kind)
            )
    named = tuple(Paragraph(id=f"{letter}.p{n}", span=b) for n, b in enumerate(blocks, 1))
    return Segments(paragraphs=named, sentences=tuple(found), asides=asides)


def _part(kind: AsideKind | None, *, is_headline: bool, is_lead: bool) -> Part:
    if kind is not None:
        return Part.ASIDE
    if is_headline:
        return Part.HEADLINE
    return Part.LEAD if is_lead else Part.BODY


def _headline(document: Document, blocks: Sequence[Span]) -> Span | None:
    """The paragraph on top that is the headline, or None."""
    text = document.text
    if document.headline is not None:
        wanted = folded_text(document.headline).rstrip(". ")
        return next((b for b in blocks[:3] if folded_text(b.of(text)).rstrip(". ") == wanted), None)
    if len(blocks) < 2:
        return None
    top = blocks[0].of(text)
    return blocks[0] if _reads_like_headline(top) and _body_follows(text, blocks) else None


def _reads_like_headline(line: str) -> bool:
    """True for a short line of several words without a full stop; a question needs capitals."""
    if len(line) > _LONGEST_HEADLINE or line.endswith(_NO_HEADLINE_END) or line[0].islower():
        return False
    if not (line[0].isalnum() or line[0] in "\"“‘'’$£€") or len(line.split()) < 2:
        return False
    if len(sentences(line, Span(0, len(line)))) > 1:
        return False
    long_words = [word for word in line.split() if len(word) > 3]
    capitals = sum(word.lstrip("\"“‘'’(")[:1].isupper() for word in long_words)
    return line[-1] not in "?!" or capitals >= 0.6 * len(long_words)


def _body_follows(text: str, blocks: Sequence[Span]) -> bool:
    """True when one of the next paragraphs is longer than the top line and ends like a sentence."""
    top = blocks[0].end - blocks[0].start
    return any(
        block.end - block.start > top and block.of(text).rstrip("\"”’')").endswith((".", "!", "?"))
        for block in blocks[1:5]
    )


def _aside_kind(
    text: str, span: Span, places: SpanIndex, kinds: Mapping[Span, AsideKind]
) -> AsideKind | None:
    """The kind of the first aside that touches the sentence, if asides hold all its words."""
    touching = places.overlapping(span.start, span.end)
    at = span.start
    for aside in touching:
        if any(c.isalnum() for c in text[at : max(at, aside.start)]):
            return None
        at = max(at, aside.end)
    if not touching or any(c.isalnum() for c in text[at : span.end]):
        return None
    return kinds[touching[0]]
