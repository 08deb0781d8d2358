"""The weights that turn what the signals say into one score, and the reasons for it.

Each signal that speaks adds points to the log-odds that two statements say the same: its
weight times how far its value lies from the usual, in standard deviations. A silent signal adds
nothing. This is a logistic regression with missing values at the mean; `docs/alignment.md` says on
what it was fitted. The table is `weights.json`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from compare.model.facts import Reason
from compare.signals.blocks import Floats

# Points are rounded to four digits.
_STEP = 0.0001


@dataclass(frozen=True, slots=True)
class Term:
    """How one signal counts: points = weight * (value - usual) / spread."""

    weight: float
    usual: float
    spread: float

    def points(self, value: float | None) -> float:
        """What the signal adds to the log-odds."""
        return 0.0 if value is None else self.weight * (value - self.usual) / self.spread


@dataclass(frozen=True, slots=True)
class Scale:
    """A bias and a term for each signal."""

    bias: float
    terms: Mapping[str, Term]

    def points(self, values: Mapping[str, float | None]) -> float:
        """What these signals add to the log-odds, the bias left out."""
        total = 0.0
        for name, value in values.items():
            if value is not None:
                term = self.terms[name]
                total += term.weight * (value - term.usual) / term.spread
        return total

    def score(self, values: Mapping[str, float | None]) -> float:
        """The probability, 0..1, that what gave these values says the same."""
        return self.probability(self.points(values))

    def probability(self, points: float) -> float:
        """The probability, 0..1, for a sum of points of all signals."""
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, self.bias + points))))

    def probabilities(self, values: Floats) -> Floats:
        """Return the probabilities, 0..1, for a table of values: a row a pair, nan for silence.

        Columns are in the order of `terms`. Rounded to nine digits, so that the last digits of one
        machine's exponential function decide nothing.
        """
        total = np.full(len(values), self.bias)
        for column, term in enumerate(self.terms.values()):
            value = values[:, column]
            spoken = np.where(np.isnan(value), term.usual, value)
            total += term.weight * (spoken - term.usual) / term.spread
        found: Floats = np.round(1.0 / (1.0 + np.exp(-np.clip(total, -60.0, 60.0))), 9)
        return found

    def reasons(
        self, values: Mapping[str, float | None], *, least: float = 0.0
    ) -> tuple[Reason, ...]:
        """The signals with their values and points, weightiest first; silent ones last.

        Those that moved the log-odds by less than `least` points are left out.
        """
        told = ((name, term.points(values[name])) for name, term in self.terms.items())
        # Most signals move little; only the others are worth a rounding.
        found = [
            Reason(signal=name, value=values[name], points=rounded)
            for name, points in told
            if abs(points) > least - _STEP and abs(rounded := round(points, 4)) >= least
        ]
        return tuple(sorted(found, key=lambda r: (r.value is None, -abs(r.points), r.signal)))


@lru_cache(maxsize=8)
def scale(name: str) -> Scale:
    """Return the scale "statements" (pairs of a story) or "texts" (short texts without a story)."""
    table = json.loads((Path(__file__).parent / "weights.json").read_text(encoding="utf-8"))[name]
    return Scale(table["bias"], {key: Term(*row) for key, row in table["terms"].items()})
