"""Statements of one fact made ready to be set against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.model.articles import Article
from compare.model.facts import Mention, Mode
from compare.model.spans import Span
from compare.text.fold import folded
from compare.text.hedges import hedges
from compare.text.wordlists import word_list
from compare.text.words import STOP, stem, words

_NEGATIONS = word_list("negations")
_DENIALS = frozenset(["denied", "denies", "deny", "denying"])
_SPEECH = word_list("plain-speech")
_BREAKS = frozenset(',;:()—–“”"')
# A negation reaches this many words ahead.
_REACH = 5
# Hedges that doubt what happened; the others speak of what is to come or of what could be.
_DOUBTS = frozenset(
    """allegedly alleged reportedly purportedly purported suspected unconfirmed supposedly
    apparently believed thought understood reported rumored rumoured appear appears appeared
    seem seems seemed""".split()
)
# How words begin that give a statement as somebody's charge.
_CHARGES = ("alleg", "accus", "claim", "charg", "suspect", "purport")
# Words that limit a statement to its hour.
_SO_FAR = frozenset("yet immediately initially first earlier originally still".split())


@dataclass(frozen=True, slots=True)
class Statement:
    """One mention of a fact with its words, folded and as stems, side by side.

    `negated` are the content stems a negation reaches, `doubts` the spans of words of doubt.
    """

    article: Article
    mention: Mention
    words: tuple[str, ...]
    stems: tuple[str, ...]
    spans: tuple[Span, ...]
    content: frozenset[str]
    negations: int
    negated: frozenset[str]
    doubts: tuple[Span, ...]
    so_far: bool

    @property
    def is_plain(self) -> bool:
        """True when the article says it on its own account, without a word of doubt."""
        charges = any(word.startswith(_CHARGES) for word in self.words)
        return self.mention.mode is Mode.ASSERTED and not self.doubts and not charges

    @property
    def speakers(self) -> frozenset[str]:
        """The last names of those whose words hold part of the statement."""
        return frozenset(
            folded(quote.speaker.name).split()[-1]
            for quote in self.article.quotes
            if quote.speaker and any(part.overlaps(self.mention.span) for part in quote.parts)
        )


def statement(article: Article, mention: Mention) -> Statement:
    """The mention made ready; its words are those of its span."""
    text = article.document.text
    spans = words(text, mention.span)
    plain = tuple(folded(span.of(text)) for span in spans)
    stems = tuple(stem(word) for word in plain)
    at = [k for k, word in enumerate(plain) if _negates(word)]
    return Statement(
        article=article,
        mention=mention,
        words=plain,
        stems=stems,
        spans=tuple(spans),
        content=frozenset(_content(plain, stems)),
        negations=len(at),
        negated=frozenset(
            one
            for k in at
            for end in [_clause_end(text, spans, k)]
            for one in _content(plain[k + 1 : end], stems[k + 1 : end])
        ),
        doubts=tuple(span for span in hedges(text, mention.span) if _is_doubt(span.of(text))),
        so_far=not _SO_FAR.isdisjoint(plain),
    )


def _negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't") or word in _DENIALS


def _clause_end(text: str, spans: Sequence[Span], at: int) -> int:
    """The number of the word after the last one that a negation at a word reaches."""
    end = at + 1
    while end < min(len(spans), at + 1 + _REACH):
        if set(text[spans[end - 1].end : spans[end].start]) & _BREAKS:
            break
        end += 1
    return end


def _content(plain: Sequence[str], stems: Sequence[str]) -> list[str]:
    pairs = zip(plain, stems, strict=False)
    silent = STOP | _SPEECH
    return [s for word, s in pairs if word not in silent and not _negates(word)]


def _is_doubt(hedge: str) -> bool:
    return not _DOUBTS.isdisjoint(folded(hedge).split())
