"""The words of an article that are its own: no quotations, no asides, no stock phrases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.english.word_lists import line_sections
from compare.model.articles import Article, Part, Sentence
from compare.model.spans import Span
from compare.text.fold import fold, folded_text
from compare.text.quoted_stretches import quoted_stretches
from compare.text.words import STOP, folded_word_texts, words

# Marked words of up to this number are a phrase the writer chose, not a quotation.
_SCARE_QUOTE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """The words of one sentence, folded; a word that is not the article's own is empty.

    `plain` tells of each word whether it is neither a name nor a function word. `own` is the number
    of words that are not empty.
    """

    sentence: Sentence
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    plain: tuple[bool, ...]
    own: int


def own_words(article: Article) -> tuple[OwnWords, ...]:
    """The sentences of the story below the headline with their own words, in text order."""
    text = article.document.text
    foreign = _foreign(article)
    story = [s for s in article.sentences if s.in_story and s.part is not Part.HEADLINE]
    return tuple(_of_sentence(text, sentence, foreign) for sentence in story)


def _foreign(article: Article) -> list[Span]:
    """Quotations and asides, in text order."""
    text = article.document.text
    quoted = [
        m.outer
        for m in quoted_stretches(text, [p.span for p in article.paragraphs])
        if m.depth == 0
    ]
    long = [span for span in quoted if len(words(text, span)) > _SCARE_QUOTE]
    return sorted([*long, *(aside.span for aside in article.asides)])


def _of_sentence(text: str, sentence: Sentence, foreign: Sequence[Span]) -> OwnWords:
    spans = words(text, sentence.span)
    near = [span for span in foreign if span.overlaps(sentence.span)]
    near += _stock(text, sentence.span)
    kept = tuple(
        "" if near and any(span.overlaps(word) for span in near) else folded
        for word, folded in zip(spans, folded_word_texts(sentence.span.of(text)), strict=True)
    )
    plain = tuple(
        bool(word) and word not in STOP and (at == 0 or not text[span.start].isupper())
        for at, (word, span) in enumerate(zip(kept, spans, strict=True))
    )
    return OwnWords(
        sentence=sentence,
        words=kept,
        spans=tuple(spans),
        plain=plain,
        own=sum(1 for word in kept if word),
    )


def _stock(text: str, span: Span) -> list[Span]:
    """Stock phrases inside a sentence."""
    if not _phrases().search(folded_text(span.of(text))):
        return []
    piece = fold(span.of(text))
    found = []
    for match in _phrases().finditer(piece.text):
        inside = piece.original(match.start(), match.end())
        found.append(Span(inside.start + span.start, inside.end + span.start))
    return found


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{line})" for line in line_sections("stock-phrases")[""]))
