"""Traces of a fact in an article that is not known to state it: its words, gathered in one place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from compare.model.articles import Article
from compare.model.facts import Fact
from compare.signals.rarity import Rarity
from compare.signals.views import View, views

_WINDOW = 2


class Traces:
    """The content stems of all articles, by stretches of two sentences."""

    def __init__(self, articles: Sequence[Article], weights: Rarity) -> None:
        self._weights = weights
        self._views: dict[str, View] = {}
        self._windows: dict[str, dict[str, set[int]]] = {}
        for number, article in enumerate(articles):
            known = views(article, number)
            self._views.update((article.sentences[v.index].id, v) for v in known)
            self._windows[article.letter] = _windows(known)

    def of(self, fact: Fact, letter: str) -> float:
        """The share of the fact's words that two sentences in a row of the article hold, 0..1.

        Words are weighed by their rarity. Of all statements of the fact, and of what its statements
        have in common, the one with the largest share counts.
        """
        index = self._windows[letter]
        found = [self._share(stems, index) for stems in self._statements(fact)]
        return max(found, default=0.0)

    def _statements(self, fact: Fact) -> list[frozenset[str]]:
        stems = [
            self._views[m.sentence].content for m in fact.mentions if m.sentence in self._views
        ]
        counts = Counter(stem for each in stems for stem in each)
        common = frozenset(stem for stem, count in counts.items() if count > 1)
        return [each for each in (*stems, common) if each]

    def _share(self, stems: Iterable[str], index: dict[str, set[int]]) -> float:
        held: defaultdict[int, float] = defaultdict(float)
        total = 0.0
        for stem in sorted(stems):
            weight = self._weights.stems.get(stem, 1.0)
            total += weight
            for window in index.get(stem, ()):
                held[window] += weight
        return max(held.values(), default=0.0) / total if total else 0.0


def _windows(known: Sequence[View]) -> dict[str, set[int]]:
    """The numbers of the windows that hold each stem; a window is named by its first sentence."""
    index: dict[str, set[int]] = defaultdict(set)
    for view in known:
        for stem in view.content:
            index[stem].update(range(max(0, view.at - _WINDOW + 1), view.at + 1))
    return index
