"""Traces of a fact in an article not known to state it: its words in one place, its figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from compare.annotate.figure_values import Likeness, likeness
from compare.model.articles import Article
from compare.model.facts import Fact
from compare.model.figures import Figure, FigureKind, Hedge
from compare.signals.rarity import Rarity
from compare.signals.views import View, views

_WINDOW = 2
_TELLING = (FigureKind.MEASURE, FigureKind.MONEY, FigureKind.PERCENT)


class Traces:
    """The content stems of all articles, by stretches of two sentences."""

    def __init__(self, articles: Sequence[Article], weights: Rarity) -> None:
        self._weights = weights
        self._views: dict[str, View] = {}
        self._windows: dict[str, dict[str, set[int]]] = {}
        self._figures: dict[str, list[Figure]] = {}
        for number, article in enumerate(articles):
            known = views(article, number)
            self._views.update((article.sentences[v.index].id, v) for v in known)
            self._windows[article.letter] = _windows(known)
            self._figures[article.letter] = [f for f in article.figures if _is_telling(f)]

    def of(self, fact: Fact, letter: str) -> float:
        """The share of the fact's words that two sentences in a row of the article hold, 0..1.

        Words are weighed by their rarity. Of all statements of the fact, and of what its statements
        have in common, the one with the largest share counts.
        """
        index = self._windows[letter]
        found = [self._share(stems, index) for stems in self._statements(fact)]
        return max(found, default=0.0)

    def has_figure(self, fact: Fact, letter: str) -> bool:
        """True when the article has a telling figure of the fact, perhaps in other units."""
        here = self._figures[letter]
        return any(
            likeness(own, figure) in (Likeness.EQUAL, Likeness.ROUNDED, Likeness.OVERLAP)
            for mention in fact.mentions
            for own in self._figures[mention.article]
            if mention.span.contains(own.span)
            for figure in here
        )

    def substance(self, fact: Fact) -> float:
        """How much there is to look for: the summed rarity of what the fact's statements share.

        A stem found in one sentence of the story weighs 1.
        """
        return self._weights.of(sorted(self._common(self._stems(fact))))

    def _stems(self, fact: Fact) -> list[frozenset[str]]:
        known = self._views
        return [known[m.sentence].content for m in fact.mentions if m.sentence in known]

    def _common(self, stems: Sequence[frozenset[str]]) -> frozenset[str]:
        counts = Counter(stem for each in stems for stem in each)
        return frozenset(stem for stem, count in counts.items() if count > 1)

    def _statements(self, fact: Fact) -> list[frozenset[str]]:
        stems = self._stems(fact)
        return [each for each in (*stems, self._common(stems)) if each]

    def _share(self, stems: Iterable[str], index: dict[str, set[int]]) -> float:
        held: defaultdict[int, float] = defaultdict(float)
        total = 0.0
        for stem in sorted(stems):
            weight = self._weights.stems.get(stem, 1.0)
            total += weight
            for window in index.get(stem, ()):
                held[window] += weight
        return max(held.values(), default=0.0) / total if total else 0.0


def _is_telling(figure: Figure) -> bool:
    """True for an amount with a unit: a bare count of two or three is found anywhere."""
    return figure.kind in _TELLING and figure.quantity.hedge is not Hedge.VAGUE


def _windows(known: Sequence[View]) -> dict[str, set[int]]:
    """The numbers of the windows that hold each stem; a window is named by its first sentence."""
    index: dict[str, set[int]] = defaultdict(set)
    for view in known:
        for stem in view.content:
            index[stem].update(range(max(0, view.at - _WINDOW + 1), view.at + 1))
    return index
