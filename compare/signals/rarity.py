"""How much a shared word says: rare in the story weighs more than the names on every line."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.signals.views import View
from compare.text.word_frequency import shares_of_texts

# A stem that every English text holds keeps this part of its weight; one that is in fewer than one
# text of 300 keeps all.
_LEAST_KEPT = 0.3
_RARE = 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Rarity:
    """Weights of content stems, about 0..1,, from the sentences of one story.

    The weight is the inverse sentence frequency (Spärck Jones 1972), scaled so that a stem found
    in one sentence only weighs 1, times how rare the stem is in English at large: one that a story
    says once but everybody says daily ("year") tells little. The words of the story keep their mean
    weight. Words from outside the story weigh 1.
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
    here = {key: math.log((len(sets) + 1) / (n + 0.5)) / top for key, n in counts.items()}
    found = {key: weight * _kept(key) for key, weight in here.items()}
    total = math.fsum(found[key] * n for key, n in counts.items())
    level = math.fsum(here[key] * n for key, n in counts.items()) / total if total else 1.0
    return {key: weight * level for key, weight in found.items()}


def _kept(stem: str) -> float:
    """The part of its weight that a stem keeps for how rare it is in English at large."""
    share = shares_of_texts().get(stem, 0.0)
    rare = min(1.0, -math.log10(share) / _RARE) if share else 1.0
    return _LEAST_KEPT + (1 - _LEAST_KEPT) * rare
