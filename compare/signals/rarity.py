"""How much a shared word says: rare in the story weighs more than the names on every line."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.signals.views import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Rarity:
    """Weights in 0..1 of content stems, from the sentences of one story.

    The weight is the inverse sentence frequency (Spärck Jones 1972), scaled so that a stem found
    in one sentence only weighs 1. Words from outside the story weigh 1 as well.
    """

    stems: Mapping[str, float]

    def of(self, stems: Iterable[str]) -> float:
        """The summed weight of some stems."""
        weights = self.stems
        # Sets come in another order in each process; an exact sum does not depend on it.
        return math.fsum([weights.get(stem, 1.0) for stem in stems])


def rarity(views: Iterable[View]) -> Rarity:
    """The weights for the sentences of one story."""
    return Rarity(stems=_weights([view.content for view in views]))


def _weights(sets: Sequence[Iterable[str]]) -> dict[str, float]:
    counts = Counter(key for each in sets for key in each)
    top = math.log((len(sets) + 1) / 1.5)
    if top <= 0:
        return dict.fromkeys(counts, 1.0)
    return {key: math.log((len(sets) + 1) / (n + 0.5)) / top for key, n in counts.items()}
