"""The sentences of all articles of a story, weighed, in one row; the ground of the alignment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from compare.model.articles import Article
from compare.signals.rarity import Rarity, Weighed, rarity, weigh
from compare.signals.views import views


@dataclass(frozen=True, slots=True)
class Story:
    """All story sentences in canonical order; a sentence is known by its number in this row.

    `at` finds the number of a sentence by document and place in its story. Articles come in an
    order that does not depend on the order of the input, so that ties fall the same way always.
    """

    articles: tuple[Article, ...]
    sentences: tuple[Weighed, ...]
    rarity: Rarity
    at: dict[tuple[int, int], int]

    def document(self, number: int) -> int:
        """The index of the article that a sentence belongs to."""
        return self.sentences[number].view.document


def story_of(articles: Sequence[Article]) -> Story:
    """The story that some articles tell."""
    known = [view for k, article in enumerate(articles) for view in views(article, k)]
    weights = rarity(known)
    return Story(
        articles=tuple(articles),
        sentences=tuple(weigh(view, weights) for view in known),
        rarity=weights,
        at={(view.document, view.at): number for number, view in enumerate(known)},
    )


def candidates(story: Story, floor: float) -> list[tuple[int, int]]:
    """The pairs of sentences of different articles whose shared stems weigh at least `floor`.

    Pairs are (lower, higher), sorted. Found through an inverted index, so that sentences which
    share nothing of weight are never looked at.
    """
    weights = story.rarity.stems
    holders: defaultdict[str, list[int]] = defaultdict(list)
    pairs = []
    for number, sentence in enumerate(story.sentences):
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in sentence.view.content:
            weight = weights[stem]
            for other in holders[stem]:
                shared[other] += weight
            holders[stem].append(number)
        document = sentence.view.document
        pairs += [
            (other, number)
            for other, weight in shared.items()
            if weight >= floor and story.document(other) != document
        ]
    return sorted(pairs)
