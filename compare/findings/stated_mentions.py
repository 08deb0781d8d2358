"""Statements of one fact made ready to be set against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.english.hedges import DOUBTS
from compare.english.word_lists import word_list
from compare.model.articles import Article
from compare.model.facts import Mention, Mode
from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.hedges import hedges
from compare.text.words import STOP, stem, words

_NEGATIONS = word_list("negations")
_DENIALS = frozenset(["denied", "denies", "deny", "denying"])
_SPEECH = word_list("plain-speech")
# How words begin that give a statement as somebody's charge.
_CHARGES = ("alleg", "accus", "claim", "charg", "suspect", "purport")


@dataclass(frozen=True, slots=True)
class StatedMention:
    """One mention of a fact with its words, folded and as stems, side by side.

    `negations` is the number of denying words, `doubts` are the spans of words of doubt.
    """

    article: Article
    mention: Mention
    words: tuple[str, ...]
    stems: tuple[str, ...]
    spans: tuple[Span, ...]
    content: frozenset[str]
    negations: int
    doubts: tuple[Span, ...]

    @property
    def is_plain(self) -> bool:
        """True when the article says it on its own account, without a word of doubt."""
        charges = any(word.startswith(_CHARGES) for word in self.words)
        return self.mention.mode is Mode.ASSERTED and not self.doubts and not charges


def stated_mention(article: Article, mention: Mention) -> StatedMention:
    """The mention made ready; its words are those of its span."""
    text = article.document.text
    spans = words(text, mention.span)
    plain = tuple(folded_text(span.of(text)) for span in spans)
    stems = tuple(stem(word) for word in plain)
    return StatedMention(
        article=article,
        mention=mention,
        words=plain,
        stems=stems,
        spans=tuple(spans),
        content=frozenset(_content(plain, stems)),
        negations=sum(1 for word in plain if _negates(word)),
        doubts=tuple(span for span in hedges(text, mention.span) if _is_doubt(span.of(text))),
    )


def _negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't") or word in _DENIALS


def _content(plain: Sequence[str], stems: Sequence[str]) -> list[str]:
    pairs = zip(plain, stems, strict=False)
    silent = STOP | _SPEECH
    return [s for word, s in pairs if word not in silent and not _negates(word)]


def _is_doubt(hedge: str) -> bool:
    return not DOUBTS.isdisjoint(folded_text(hedge).split())
