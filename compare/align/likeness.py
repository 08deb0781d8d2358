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
from compare.text.fold import folded_text
from compare.text.word_frequency import shares_of_texts
from compare.text.words import STOP, stem, word_texts

Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]

# The title says in a few words what the event is; it counts as if it stood there so many times.
_TITLE = 3
# So many texts a pile should have to know rare words by itself; a smaller one is filled up to it.
_ENOUGH = 750


@dataclass(frozen=True, slots=True)
class Vectors:
    """The weighed words of a pile, each row of unit length; row n is that of document n."""

    vocabulary: tuple[str, ...]
    terms: tuple[Numbers, ...]
    weights: tuple[Weights, ...]

    def of(self, rows: Sequence[int]) -> Vectors:
        """Those of some articles alone, with the weights that they have in this pile."""
        terms = tuple(self.terms[n] for n in rows)
        return Vectors(self.vocabulary, terms, tuple(self.weights[n] for n in rows))

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
    number = {word: n for n, word in enumerate(dict.fromkeys(chain.from_iterable(counts)))}
    terms = [np.array([number[word] for word in count], dtype=np.int64) for count in counts]
    times = [np.array([*count.values()], dtype=np.int64) for count in counts]
    return weighed_terms(list(number), terms, times)


def weighed_terms(
    vocabulary: Sequence[str], terms: Sequence[Numbers], counts: Sequence[Numbers]
) -> Vectors:
    """As `weighed`, for words by their number in the vocabulary and how often each stands there."""
    rare = _rarity(vocabulary, terms)
    most = max((int(count.max()) for count in counts if len(count)), default=0)
    often = np.array([0.0, *(1 + math.log(n) for n in range(1, most + 1))])
    weights = []
    for row, count in zip(terms, counts, strict=True):
        values = often[count] * rare[row]
        weights.append(values / (math.sqrt(math.fsum(np.square(values).tolist())) or 1.0))
    return Vectors(tuple(vocabulary), tuple(terms), tuple(weights))


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


def _rarity(vocabulary: Sequence[str], terms: Sequence[Numbers]) -> Weights:
    """The weight of each word: the logarithm of the share of texts that do without it."""
    held = np.bincount(np.concatenate([*terms, np.zeros(0, np.int64)]), minlength=len(vocabulary))
    filled = max(0, _ENOUGH - len(terms))
    shares = shares_of_texts() if filled else {}
    texts = len(terms) + filled + 1
    weights = [
        math.log(texts / (n + filled * shares.get(word, 0.0) + 0.5))
        for word, n in zip(vocabulary, held.tolist(), strict=True)
    ]
    return np.array(weights, dtype=np.float64)
