"""The sources as places: sentences with their words, names and figures, found by their words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.annotation.statements import statements
from compare.english.word_lists import line_sections, word_list
from compare.model.articles import Article, AsideKind, Sentence
from compare.model.checks import Bearing
from compare.model.figures import Figure
from compare.model.findings import Evidence
from compare.model.quotes import Quote
from compare.model.spans import Span, SpanIndex
from compare.signals.rarity import rarity
from compare.signals.views import PLAIN_SPEECH, views
from compare.text.fold import folded_text
from compare.text.names import NameRun, name_runs
from compare.text.word_forms import roots
from compare.text.words import STOP, stem, words

_READ = (AsideKind.CAPTION, AsideKind.PULL_QUOTE, AsideKind.NOTE)
_SILENT = STOP | PLAIN_SPEECH | word_list("counts-and-days")
# A name is on every line of a story; it weighs so much of what its rarity says.
_NAME_WEIGHT = 0.7
# Words for one act, such as "quit" for "resigned", count nearly as much as the word itself.
LIKE = 0.8


@dataclass(frozen=True, slots=True)
class SourceWord:
    """A word of meaning: its place, what it can come from, the acts it can name, its weight."""

    span: Span
    word: str
    roots: frozenset[str]
    acts: frozenset[int]
    weight: float
    capital: bool


@dataclass(frozen=True)
class SourcePlace:
    """A sentence of a source, by its number among all places; `article` indexes the sources."""

    number: int
    article: int
    at: int
    sentence: Sentence
    text: str
    tokens: tuple[SourceWord, ...]
    figures: tuple[Figure, ...]
    names: tuple[NameRun, ...]
    quotes: tuple[Quote, ...]
    pieces: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """Where the sentence stands in its article."""
        return self.sentence.span

    @property
    def words(self) -> str:
        """The exact words of the sentence."""
        return self.span.of(self.text)

    @cached_property
    def roots(self) -> frozenset[str]:
        """What all the words can come from."""
        return frozenset(root for token in self.tokens for root in token.roots)

    @cached_property
    def acts(self) -> frozenset[int]:
        """The acts that the words can name."""
        return frozenset(act for token in self.tokens for act in token.acts)

    @cached_property
    def lows(self) -> frozenset[str]:
        """All words, folded, those without meaning too."""
        return frozenset(folded_text(span.of(self.text)) for span in words(self.text, self.span))

    def has(self, token: SourceWord) -> bool:
        """True when a word, or another form of it, stands here."""
        return not token.roots.isdisjoint(self.roots)

    def share_of(self, token: SourceWord) -> float:
        """How far a word stands here: 1 in some form, less as another word for the same act."""
        if self.has(token):
            return 1.0
        return LIKE if not token.acts.isdisjoint(self.acts) else 0.0

    def matching(self, tokens: Iterable[SourceWord]) -> list[SourceWord]:
        """The words of this place that are forms of some words."""
        wanted = frozenset(root for token in tokens for root in token.roots)
        acts = frozenset(act for token in tokens for act in token.acts)
        return [
            token
            for token in self.tokens
            if not token.roots.isdisjoint(wanted) or not token.acts.isdisjoint(acts)
        ]

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The folded words of the names, and all words with a capital, without possessives."""
        return frozenset(
            folded_text(span.of(self.text)).removesuffix("'s").removesuffix("'")
            for span in words(self.text, self.span)
            if self.text[span.start].isupper()
        )


@dataclass(frozen=True)
class SourceIndex:
    """The sources, their places in canonical order, and how much each stem weighs.

    `articles` are in canonical order, so that nothing depends on the order of the input.
    """

    articles: tuple[Article, ...]
    places: tuple[SourcePlace, ...]
    index: Mapping[str, frozenset[int]]
    weights: Mapping[str, float]

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The words of the names of the outlets, folded."""
        names = (article.document.outlet for article in self.articles)
        return frozenset(folded_text(span.of(name)) for name in names for span in words(name))

    def tokens(self, text: str, span: Span, without: Iterable[Span] = ()) -> tuple[SourceWord, ...]:
        """The words of meaning of a span, those that overlap `without` left out."""
        return tokens_of(text, span, self.weights, without)

    def candidates(self, tokens: Iterable[SourceWord]) -> list[SourcePlace]:
        """The places that share a word with these, in order."""
        found: set[int] = set()
        for token in tokens:
            for key in (*token.roots, *(f"act {act}" for act in token.acts)):
                found |= self.index.get(key, frozenset())
        return [self.places[number] for number in sorted(found)]

    def around(self, place: SourcePlace, before: int, after: int) -> list[SourcePlace]:
        """The places of the same article so many sentences before and after, with itself."""
        low, high = place.number - before, place.number + after
        near = self.places[max(0, low) : high + 1]
        return [each for each in near if each.article == place.article]

    def place_of(self, shown: Evidence | Bearing) -> SourcePlace:
        """The place whose words are shown."""
        return self._by_span[shown.article, shown.span]

    @cached_property
    def _by_span(self) -> dict[tuple[str, Span], SourcePlace]:
        return {(self.articles[each.article].letter, each.span): each for each in self.places}

    def evidence(self, place: SourcePlace, span: Span | None = None) -> Evidence:
        """A place, or some words of it, as evidence."""
        where = span or place.span
        letter = self.articles[place.article].letter
        return Evidence(article=letter, span=where, text=where.of(place.text))


def stands_in_row(
    sought: Sequence[str], among: Sequence[str], *, within: int | None = None
) -> bool:
    """True when some words stand among others in a row, beginning within so many of them."""
    first, wanted = sought[0], list(sought)
    return any(
        list(among[at : at + len(wanted)]) == wanted
        for at, word in enumerate(among[:within])
        if word == first
    )


def covered_share(tokens: Sequence[SourceWord], places: Sequence[SourcePlace]) -> float:
    """The part of the weight of some words, 0..1, that stands in any of the places."""
    whole = math.fsum(token.weight for token in tokens)
    if whole <= 0:
        return 0.0
    there = (token.weight * max(p.share_of(token) for p in places) for token in tokens)
    return math.fsum(there) / whole


def source_index_of(articles: Sequence[Article]) -> SourceIndex:
    """The places of some articles, given in canonical order."""
    weights = rarity([view for k, article in enumerate(articles) for view in views(article, k)])
    places: list[SourcePlace] = []
    for number, article in enumerate(articles):
        places += _places(article, number, len(places), weights.stems)
    index: dict[str, set[int]] = {}
    for place in places:
        for key in (*place.roots, *(f"act {act}" for act in place.acts)):
            index.setdefault(key, set()).add(place.number)
    return SourceIndex(
        articles=tuple(articles),
        places=tuple(places),
        index={key: frozenset(numbers) for key, numbers in index.items()},
        weights=weights.stems,
    )


def tokens_of(
    text: str, span: Span, weights: Mapping[str, float], without: Iterable[Span] = ()
) -> tuple[SourceWord, ...]:
    """The words of meaning of a span: no grammar, no plain verb of saying, no number, no day."""
    blocked = SpanIndex(without)
    found = []
    for place in words(text, span):
        printed = place.of(text)
        low = folded_text(printed)
        if low in _SILENT or printed[0].isdigit() or blocked.overlapping(place.start, place.end):
            continue
        capital = printed[0].isupper() and place.start != span.start
        weight = weights.get(stem(printed), 1.0) * (_NAME_WEIGHT if capital else 1.0)
        found.append(SourceWord(place, low, roots(printed), acts_of(low), weight, capital))
    return tuple(found)


def acts_of(word: str) -> frozenset[int]:
    """The numbers of the acts that a word can name."""
    table = _acts()
    return frozenset(number for root in roots(word) for number in table.get(root, ()))


_ACTS: dict[str, tuple[int, ...]] = {}


def _acts() -> dict[str, tuple[int, ...]]:
    if not _ACTS:
        found: dict[str, list[int]] = {}
        for number, line in enumerate(line_sections("same-sense")[""]):
            for word in line.split():
                found.setdefault(word, []).append(number)
                for root in roots(word):
                    found.setdefault(root, []).append(number)
        _ACTS.update({word: tuple(sorted(set(numbers))) for word, numbers in found.items()})
    return _ACTS


def _places(
    article: Article, number: int, before: int, weights: Mapping[str, float]
) -> list[SourcePlace]:
    text = article.document.text
    read = [s for s in article.sentences if s.aside is None or s.aside in _READ]
    runs = name_runs(text, [s.span for s in article.sentences])
    return [
        SourcePlace(
            number=before + at,
            article=number,
            at=at,
            sentence=sentence,
            text=text,
            tokens=tokens_of(text, sentence.span, weights),
            figures=tuple(f for f in article.figures if sentence.span.contains(f.span)),
            names=tuple(run for run in runs if sentence.span.contains(run.whole)),
            quotes=tuple(
                q for q in article.quotes if any(part.overlaps(sentence.span) for part in q.parts)
            ),
            pieces=statements(article, sentence),
        )
        for at, sentence in enumerate(read)
    ]
