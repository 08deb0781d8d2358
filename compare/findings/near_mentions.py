"""Traces of a fact in an article not known to state it: its words in one place, its figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from compare.align.story import Story
from compare.annotation.figure_values import ValueRelation, value_relation
from compare.model.facts import Fact
from compare.model.figures import Figure, FigureKind, Hedge
from compare.signals.views import View

_WINDOW = 2
_TELLING = (FigureKind.MEASURE, FigureKind.MONEY, FigureKind.PERCENT)


class NearMentions:
    """The content stems of all articles, by stretches of two sentences, and their figures."""

    def __init__(self, story: Story) -> None:
        self.weights = story.rarity
        known: dict[str, list[View]] = {article.letter: [] for article in story.articles}
        self.stems: dict[str, frozenset[str]] = {}
        for view in story.sentences:
            article = story.articles[view.document]
            known[article.letter].append(view)
            self.stems[article.sentences[view.index].id] = view.content
        self.windows = {letter: _windows(views) for letter, views in known.items()}
        self.figures = {a.letter: [f for f in a.figures if _is_telling(f)] for a in story.articles}


class SoughtFact:
    """One fact to be looked for in the articles that are not known to state it."""

    def __init__(self, fact: Fact, traces: NearMentions) -> None:
        self._traces = traces
        stems = [traces.stems[m.sentence] for m in fact.mentions if m.sentence in traces.stems]
        counts = Counter(stem for each in stems for stem in each)
        common = frozenset(stem for stem, count in counts.items() if count > 1)
        self.substance = traces.weights.of(sorted(common))
        """The summed rarity of the stems that statements share; one found once weighs 1."""
        self._statements = [sorted(each) for each in dict.fromkeys([*stems, common]) if each]
        self._figures = [
            figure
            for mention in fact.mentions
            for figure in traces.figures[mention.article]
            if mention.span.contains(figure.span)
        ]

    def trace(self, letter: str) -> float:
        """The share of the fact's words that two sentences in a row of the article hold, 0..1.

        Words are weighed by their rarity. Of all statements of the fact, and of what its statements
        have in common, the one with the largest share counts.
        """
        index = self._traces.windows[letter]
        return max((self._share(stems, index) for stems in self._statements), default=0.0)

    def has_figure(self, letter: str) -> bool:
        """True when the article has a telling figure of the fact, perhaps in other units."""
        agree = (ValueRelation.EQUAL, ValueRelation.ROUNDED, ValueRelation.OVERLAP)
        here = self._traces.figures[letter]
        return any(value_relation(own, other) in agree for own in self._figures for other in here)

    def _share(self, stems: Iterable[str], index: dict[str, set[int]]) -> float:
        held: defaultdict[int, float] = defaultdict(float)
        total = 0.0
        weights = self._traces.weights.stems
        for stem in stems:
            weight = weights.get(stem, 1.0)
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
