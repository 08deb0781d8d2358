"""Two sentences side by side, with what every signal needs worked out once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from compare.signals.rarity import Rarity, Weighed
from compare.signals.views import View


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences of different documents; `weight` is that of the content stems they share."""

    one: Weighed
    other: Weighed
    rarity: Rarity
    shared: frozenset[str]
    weight: float

    @property
    def a(self) -> View:
        """The first sentence."""
        return self.one.view

    @property
    def b(self) -> View:
        """The second sentence."""
        return self.other.view


Signal = Callable[[Pair], float | None]
"""A signal looks at a pair and answers 0..1, or None when it has no opinion."""


def pair(one: Weighed, other: Weighed, rarity: Rarity) -> Pair:
    """Two weighed views as a pair."""
    shared = one.view.content & other.view.content
    return Pair(one, other, rarity, shared, rarity.of(shared))
