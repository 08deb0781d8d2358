"""How likely each pair of sentences is to state the same, first alone, then amid the story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compare.align.story import Story, candidates
from compare.model.facts import Reason
from compare.signals.pairs import pair
from compare.signals.scale import local_values, scale
from compare.signals.surroundings import Surroundings, surroundings

# Below this shared weight two sentences have at most one ordinary word in common. Of the pairs
# marked as one fact in real stories the screen loses fewer than one in fifty.
SCREEN = 0.2


@dataclass(frozen=True, slots=True)
class Scores:
    """The score of every pair that passed the screen, and what it rests on."""

    story: Story
    score: Mapping[tuple[int, int], float]
    around: Surroundings

    def of(self, a: int, b: int) -> float:
        """The score of two sentences in whatever order; 0.0 when it was not worth working out."""
        return self.score.get((a, b) if a < b else (b, a), 0.0)

    def reasons(self, a: int, b: int) -> tuple[Reason, ...]:
        """What each signal said of the pair."""
        return scale("story").reasons(_values(self.story, self.around, a, b))


def score_pairs(story: Story) -> Scores:
    """Scores all pairs of sentences of different articles that share enough to be looked at.

    The first pass looks at the two sentences alone; the second adds what the first one said of
    rivals, neighbours and other outlets.
    """
    alone, amid = scale("local"), scale("story")
    first: dict[tuple[int, int], float] = {}
    points: dict[tuple[int, int], float] = {}
    for a, b in candidates(story, SCREEN):
        values = local_values(pair(story.sentences[a], story.sentences[b], story.rarity))
        first[a, b] = alone.score(values)
        # Only the sum is kept: half a million pairs with all their values would not fit.
        points[a, b] = amid.points(values)
    around = around_of(story, first)
    final = {
        (a, b): amid.probability(own + amid.points(around.values(a, b)))
        for (a, b), own in points.items()
    }
    return Scores(story=story, score=final, around=around)


def around_of(story: Story, first: Mapping[tuple[int, int], float]) -> Surroundings:
    """The surroundings that first scores make for each other."""
    views = [sentence.view for sentence in story.sentences]
    return surroundings(first, tuple(v.document for v in views), tuple(v.at for v in views))


def _values(story: Story, around: Surroundings, a: int, b: int) -> dict[str, float | None]:
    looked_at = pair(story.sentences[a], story.sentences[b], story.rarity)
    return local_values(looked_at) | around.values(a, b)
