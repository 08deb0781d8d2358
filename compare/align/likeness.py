"""How alike whole articles are: the one measure behind every question of "the same event".

An article is the list of its words, the title counted three times, weighed by TF-IDF (Spärck Jones
1972, Salton and Buckley 1988); the likeness of two is the cosine, 0..1. A pile of a few articles
cannot tell which words are rare, so it is filled up with what is known of English at large.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from compare.model.articles import Document
from compare.signals.views import PLAIN_SPEECH
from compare.text.background import shares_of_texts
from compare.text.fold import folded_text
from compare.text.words import STOP, stem, word_texts

Pair = tuple[int, int]
Numbers = NDArray[np.int64]

# The title says in a few words what the event is; it counts as if it stood there so many times.
_TITLE = 3
# So many texts a pile should have to know rare words by itself; a smaller one is filled up to it.
_ENOUGH = 750
# Two articles so many days apart keep 61 % of their likeness.
_DAYS = 3.0
_DAY = 86_400_000_000
# Sums in another order differ in the last digits; what is equal must stay equal.
_DIGITS = 12
_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Vectors:
    """The weighed words of a pile, each row of unit length; row n is that of document n."""

    vocabulary: tuple[str, ...]
    terms: tuple[Numbers, ...]
    weights: tuple[NDArray[np.float64], ...]

    def shared(self, one: int, other: int, most: int) -> list[str]:
        """The stems that both have, those that make them alike the most first."""
        mine = dict(zip(self.terms[one].tolist(), self.weights[one].tolist(), strict=True))
        both = {
            self.vocabulary[term]: mine[term] * weight
            for term, weight in zip(
                self.terms[other].tolist(), self.weights[other].tolist(), strict=True
            )
            if term in mine
        }
        return sorted(both, key=lambda word: (-both[word], word))[:most]


def vectors(pile: Sequence[Document]) -> Vectors:
    """The words of each article of a pile by their weight there."""
    return weighted_words([counted_words(document) for document in pile])


def weighted_words(counts: Sequence[Mapping[str, int]]) -> Vectors:
    """The words of each article by their weight in the pile, from what `counted_words` gives."""
    rare = _rarity(counts)
    number = {word: n for n, word in enumerate(rare)}
    terms, weights = [], []
    for count in counts:
        vector = [(1 + math.log(n)) * rare[word] for word, n in count.items()]
        norm = math.sqrt(math.fsum(value * value for value in vector)) or 1.0
        terms.append(np.array([number[word] for word in count], dtype=np.int64))
        weights.append(np.array(vector) / norm)
    return Vectors(tuple(rare), tuple(terms), tuple(weights))


def near_pairs(
    found: Vectors, floor: float, moments: Sequence[int | None] = ()
) -> dict[Pair, float]:
    """The pairs (smaller index first) whose likeness reaches the floor, with that likeness.

    With `moments`, in microseconds and None where unknown, it is damped by the time between two
    articles: a Gaussian of the days. Then a pair too far apart to reach the floor is never looked
    at, which changes nothing of what comes back.
    """
    when = moments or [None] * len(found.terms)
    order = sorted(range(len(when)), key=lambda n: (when[n] is not None, when[n] or 0, n))
    first = sum(moment is None for moment in when)
    postings = _Postings(
        [found.terms[n] for n in order], [found.weights[n] for n in order], undated=first
    )
    reach = _reach(floor)
    pairs: dict[Pair, float] = {}
    for row, n in enumerate(order):
        moment = when[n]
        if moment is not None:
            while moment - (when[order[first]] or 0) > reach:
                postings.pass_over(first)
                first += 1
        cosines = postings.cosines(row)
        for other in np.flatnonzero(cosines >= floor - _SLACK).tolist():
            m = order[other]
            value = round(min(1.0, float(cosines[other])) * nearness(when[m], moment), _DIGITS)
            if value >= floor:
                pairs[min(m, n), max(m, n)] = value
        postings.enter(row)
    return pairs


def nearness(one: int | None, other: int | None) -> float:
    """1 for the same moment or an unknown one, falling with the days between; microseconds."""
    if one is None or other is None:
        return 1.0
    days = abs(one - other) / _DAY
    return math.exp(-(days**2) / (2 * _DAYS**2))


class _Postings:
    """The articles that hold each word, in the order in which they enter: an inverted index.

    Flat arrays: the postings of word t stand from `start[t]` to `end[t]`, those of the articles
    without a date before `dated[t]`, those of articles out of reach before `oldest[t]`.
    """

    def __init__(
        self, terms: Sequence[Numbers], weights: Sequence[NDArray[np.float64]], undated: int
    ) -> None:
        """`undated` is how many rows at the front have no date."""
        self.terms, self.weights = terms, weights
        held = np.concatenate([*terms, np.zeros(0, dtype=np.int64)])
        by_term = np.argsort(held, kind="stable")
        self.rows = np.repeat(np.arange(len(terms)), [len(row) for row in terms])[by_term]
        self.values = np.concatenate([*weights, np.zeros(0)])[by_term]
        sizes = np.bincount(held)
        self.start = np.cumsum(sizes) - sizes
        self.end = self.start.copy()
        self.dated = self.start.copy()
        for row in terms[:undated]:
            self.dated[row] += 1
        self.oldest = self.dated.copy()

    def enter(self, row: int) -> None:
        """From now on the row is found."""
        self.end[self.terms[row]] += 1

    def pass_over(self, row: int) -> None:
        """From now on the row is not found; rows are passed over in the order they entered."""
        self.oldest[self.terms[row]] += 1

    def cosines(self, row: int) -> NDArray[np.float64]:
        """The cosine of a row with each one before it; 0 for those passed over."""
        terms = self.terms[row]
        end, dated, oldest = self.end[terms], self.dated[terms], self.oldest[terms]
        starts = np.concatenate([self.start[terms], oldest])
        lengths = np.concatenate([np.minimum(end, dated), np.maximum(end, oldest)]) - starts
        weights = np.tile(self.weights[row], 2)
        total = int(lengths.sum())
        at = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths) + np.arange(total)
        products = self.values[at] * np.repeat(weights, lengths)
        return np.bincount(self.rows[at], products, row).astype(np.float64)


def counted_words(document: Document) -> Counter[str]:
    """How often each content word stands in the article, as stems."""
    counts = Counter(_stems(document.text))
    for word in _stems(document.headline or ""):
        counts[word] += _TITLE
    return counts


def _stems(text: str) -> Iterator[str]:
    return filter(None, map(_content_stem, word_texts(text)))


@lru_cache(maxsize=65536)
def _content_stem(word: str) -> str:
    """The stem of a word, or nothing for one of grammar or of reporting."""
    lowered = folded_text(word)
    return "" if lowered in STOP or lowered in PLAIN_SPEECH else stem(lowered)


def _rarity(counts: Sequence[Mapping[str, int]]) -> dict[str, float]:
    """The weight of each word: the logarithm of the share of texts that do without it."""
    held = Counter(chain.from_iterable(counts))
    filled = max(0, _ENOUGH - len(counts))
    shares = shares_of_texts()
    texts = len(counts) + filled + 1
    return {
        word: math.log(texts / (n + filled * shares.get(word, 0.0) + 0.5))
        for word, n in held.items()
    }


def _reach(floor: float) -> float:
    """The microseconds between two articles from which on not even equal ones reach the floor."""
    return _DAY * _DAYS * math.sqrt(2 * math.log(1 / floor)) if 0 < floor < 1 else math.inf
