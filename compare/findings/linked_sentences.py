"""Sentences of different articles that state one fact alike enough to compare their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.align.collation import Match
from compare.align.entities import Entity, entities
from compare.align.own_words import OwnWords, own_words
from compare.align.slots import matches_of
from compare.align.speakers import HeardSpeaker, heard_speakers
from compare.model.articles import Article
from compare.model.facts import Fact
from compare.model.findings import Evidence
from compare.model.ids import letter_of
from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.tone import ToneList, ToneWord, tone_words
from compare.text.words import STOP, stem
from compare.verify.words import WordUse

# Pairs of sentences below this score differ too much in what they say.
FLOOR = 0.4


@dataclass(frozen=True, slots=True)
class LinkedPair:
    """Two linked sentences with their articles' own words, and the facts that both state."""

    one: OwnWords
    other: OwnWords
    score: float
    facts: tuple[str, ...]


# In so many ways the words of two sentences may meet; beyond it they say the same words again and
# again, and nothing tells which of them stand for which.
_MOST_PAIRINGS = 1_000


class LinkedSentences:
    """The articles, the own words of every sentence, and the linked pairs, worked out once."""

    def __init__(
        self,
        articles: Sequence[Article],
        facts: Sequence[Fact],
        own: Sequence[Sequence[OwnWords]] | None = None,
    ) -> None:
        own = [own_words(article) for article in articles] if own is None else own
        self.articles = {article.letter: article for article in articles}
        self.rank = {article.letter: n for n, article in enumerate(articles)}
        self.own = {one.sentence.id: one for those in own for one in those}
        self.facts = facts
        self.pairs = tuple(self._pairs())
        self._tones: dict[tuple[str, ...], dict[str, list[ToneWord]]] = {}
        self._matches: dict[tuple[str, str], list[Match]] = {}

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """What two or more of the articles name."""
        return entities(tuple(self.articles.values()))

    @cached_property
    def heard(self) -> tuple[HeardSpeaker, ...]:
        """All speakers of the articles."""
        return heard_speakers(tuple(self.articles.values()))

    def _pairs(self) -> list[LinkedPair]:
        """Pairs in the order of the articles' content, each once, the first one's rank lower."""
        found: dict[tuple[str, str], tuple[float, list[str]]] = {}
        for fact in self.facts:
            for link in fact.links:
                ends = sorted((link.a, link.b), key=lambda end: self.rank[end.article])
                key = (ends[0].sentence, ends[1].sentence)
                if link.score >= FLOOR and self._may_differ(key):
                    found.setdefault(key, (link.score, []))[1].append(fact.id)
        ordered = sorted(found, key=lambda key: tuple(self._place(end) for end in key))
        return [
            LinkedPair(self.own[a], self.own[b], found[a, b][0], tuple(found[a, b][1]))
            for a, b in ordered
        ]

    def _may_differ(self, key: tuple[str, str]) -> bool:
        """False for sentences of the same words and marks, and for those that are no story."""
        one, other = (self.own.get(end) for end in key)
        if one is None or other is None or one.words != other.words:
            return one is not None and other is not None
        printed = (folded_text(own.sentence.span.of(self.text_of(own))) for own in (one, other))
        return len(set(printed)) > 1

    def tones(self, lists: Sequence[ToneList]) -> dict[str, list[ToneWord]]:
        """The words of the lists in each sentence."""
        key = tuple(each.name for each in lists)
        if key not in self._tones:
            self._tones[key] = {s: tone_words(own.words, lists) for s, own in self.own.items()}
        return self._tones[key]

    def matches(self, pair: LinkedPair) -> list[Match]:
        """The places of the words that the two sentences of a pair have in common."""
        key = (pair.one.sentence.id, pair.other.sentence.id)
        if key not in self._matches:
            few = _pairings(pair.one.words, pair.other.words) <= _MOST_PAIRINGS
            self._matches[key] = matches_of(pair.one, pair.other) if few else []
        return self._matches[key]

    def _place(self, sentence: str) -> tuple[int, int]:
        article = self.article_of(sentence)
        return self.rank[article.letter], article.index_of(sentence)

    def article_of(self, sentence: str) -> Article:
        """The article a sentence id belongs to."""
        return self.articles[letter_of(sentence)]

    def text_of(self, own: OwnWords) -> str:
        """The whole text the spans of some own words count in."""
        return self.article_of(own.sentence.id).document.text

    def near(self, own: OwnWords, first: int, last: int, *, reach: int) -> set[str]:
        """The stems of the words of meaning within reach of some words; figures do not count."""
        figures = [f.span for f in self.article_of(own.sentence.id).figures]
        places = [*range(max(0, first - reach), first), *range(last + 1, last + 1 + reach)]
        return {
            stem(own.words[at])
            for at in places
            if at < len(own.words)
            and own.words[at]
            and own.words[at] not in STOP
            and not any(figure.overlaps(own.spans[at]) for figure in figures)
        }

    def has_figure(self, own: OwnWords, first: int, last: int) -> bool:
        """True when a number, a date or a time stands among the words."""
        span = Span(own.spans[first].start, own.spans[last].end)
        return any(f.span.overlaps(span) for f in self.article_of(own.sentence.id).figures)

    def use(self, own: OwnWords, first: int, last: int) -> WordUse:
        """The words from one place to another in their sentence."""
        word = Span(own.spans[first].start, own.spans[last].end)
        return WordUse(self.text_of(own), own.sentence.span, word)

    def evidence(self, own: OwnWords, first: int, last: int) -> Evidence:
        """The words from one place to another, as they are printed."""
        return self.quoted(own, Span(own.spans[first].start, own.spans[last].end))

    def quoted(self, own: OwnWords, span: Span) -> Evidence:
        """A span of the sentence's article as evidence."""
        article = self.article_of(own.sentence.id)
        return Evidence(article=article.letter, span=span, text=article.words_of(span))


def _pairings(one: Sequence[str], other: Sequence[str]) -> int:
    """How many pairs of an equal word of meaning in each the two sentences have."""
    here, there = Counter(one), Counter(other)
    return sum(count * there[word] for word, count in here.items() if word and word not in STOP)
