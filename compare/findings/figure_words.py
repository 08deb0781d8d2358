"""How much the words that two figures have in common say."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable


class WordRarity:
    """How much a shared word says: the logarithm of how few sentences of the story hold it.

    Weights are whole thousandths, so that sums do not depend on the order of a set.
    """

    def __init__(self, sentences: Iterable[frozenset[str]]) -> None:
        held = list(sentences)
        seen = Counter(word for stems in held for word in stems)
        size = len(held) + 1
        self._weights = {
            word: round(1000 * math.log(size / (count + 0.5))) for word, count in seen.items()
        }
        self._unseen = round(1000 * math.log(2 * size))
        self._sums: dict[frozenset[str], int] = {}

    def of(self, stems: frozenset[str]) -> int:
        """The summed weight of words; kept, because each figure is held against many others."""
        known = self._sums.get(stems)
        if known is None:
            known = self._sums[stems] = self._sum(stems)
        return known

    def _sum(self, stems: frozenset[str]) -> int:
        weights, unseen = self._weights, self._unseen
        return sum([weights.get(word, unseen) for word in stems])

    def overlap(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The weight both share, as a part of the lighter side; 0..1."""
        shared = a & b
        if not shared:
            return 0.0
        return min(1.0, self._sum(shared) / max(1, min(self.of(a), self.of(b))))

    def cosine(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The weight both share, against the mean of the two; 0..1."""
        shared = a & b
        if not shared:
            return 0.0
        return self._sum(shared) / math.sqrt(max(1, self.of(a) * self.of(b)))
