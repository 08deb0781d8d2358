"""What two sentences speak of: names, figures and quoted words."""

from __future__ import annotations

import math

from compare.signals.pairs import Pair

_MANY_FIGURES = 4


def names(pair: Pair) -> float | None:
    """The share of the shorter list of names that the other sentence names too."""
    a, b = pair.a.names, pair.b.names
    if not (a and b):
        return None
    return len(a & b) / min(len(a), len(b))


def figures(pair: Pair) -> float | None:
    """How many figures are the same, growing towards 1; silent when either has none."""
    a, b = pair.a.figures, pair.b.figures
    if not (a and b):
        return None
    return 1 - math.exp(-len(a & b))


def quoted_words(pair: Pair) -> float | None:
    """The share of the shorter quotation's words, by weight, that the other one holds too."""
    a, b = pair.a.quoted, pair.b.quoted
    if not (a and b):
        return None
    return pair.rarity.of(a & b) / min(pair.rarity.of(a), pair.rarity.of(b))


def no_other_figures(pair: Pair) -> float:
    """1 when neither has a figure that the other lacks, 0 at four or more such figures."""
    return 1 - min(len(pair.a.figures ^ pair.b.figures), _MANY_FIGURES) / _MANY_FIGURES
