"""How much a shared word says: rare in the story weighs more than the names on every line."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from compare.signals.views import View

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rarity:
    """Weights in 0..1 of content stems and of letter runs, from the sentences of one story.

    The weight is the inverse sentence frequency (Spärck Jones 1972), scaled so that a stem found
    in one sentence only weighs 1. Words from outside the story weigh 1 as well.
    """

    stems: Mapping[str, float]
    letters: Mapping[str, float]

    def of(self, stems: Iterable[str]) -> float:
        """The summed weight of some stems."""
        weights = self.stems
        # Sets come in another order in each process; an exact sum does not depend on it.
        return math.fsum([weights.get(stem, 1.0) for stem in stems])

    def of_letters(self, runs: Iterable[str]) -> float:
        """The summed squared weight of some letter runs."""
        weights = self.letters
        return math.fsum([weights.get(run, 1.0) ** 2 for run in runs])


@dataclass(frozen=True, slots=True)
class Weighed:
    """A view with the weight of all its stems, of its letter runs (a norm) and of its clauses."""

    view: View
    weight: float
    letters: float
    clauses: tuple[tuple[frozenset[str], float], ...]


def rarity(views: Iterable[View]) -> Rarity:
    """The weights for the sentences of one story."""
    known = list(views)
    return Rarity(
        stems=_weights([view.content for view in known]),
        letters=_weights([view.letters for view in known]),
    )


def weigh(view: View, weights: Rarity) -> Weighed:
    """The view with its sums worked out."""
    return Weighed(
        view,
        weights.of(view.content),
        math.sqrt(weights.of_letters(view.letters)),
        tuple((clause, weights.of(clause)) for clause in view.clauses),
    )


def _weights(sets: Sequence[Iterable[Key]]) -> dict[Key, float]:
    counts = Counter(key for each in sets for key in each)
    top = math.log((len(sets) + 1) / 1.5)
    if top <= 0:
        return dict.fromkeys(counts, 1.0)
    return {key: math.log((len(sets) + 1) / (n + 0.5)) / top for key, n in counts.items()}
