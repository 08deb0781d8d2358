"""How alike two short texts are in their words, letters and figures."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from compare.signals.views import View

Signal = Callable[[View, View], float]
"""A signal looks at two texts and answers 0..1."""

# A run of so many words that the other text lacks leaves 37 % of its likeness.
_LONG_RUN = 6
_MANY_FIGURES = 4


def containment(a: View, b: View) -> float:
    """The share of the words of the text with fewer of them that the other one has too."""
    shorter = min(len(a.content), len(b.content))
    return len(a.content & b.content) / shorter if shorter else 0.0


def letters(a: View, b: View) -> float:
    """Cosine of the runs of four letters: likeness beyond equal stems."""
    norm = math.sqrt(len(a.letters)) * math.sqrt(len(b.letters))
    if not norm:
        return 0.0
    # A product of two roots may fall short of their square by its last digit.
    return min(1.0, len(a.letters & b.letters) / norm)


def word_order(a: View, b: View) -> float:
    """Token set ratio of the folded words: equal words in whatever order, and near-equal ones."""
    from rapidfuzz import fuzz

    return float(fuzz.token_set_ratio(a.plain, b.plain)) / 100


def spelling(a: View, b: View) -> float:
    """Edit similarity of the folded words in their order (normalised Indel)."""
    from rapidfuzz import fuzz

    return float(fuzz.ratio(a.plain, b.plain)) / 100


def sequence(a: View, b: View) -> float:
    """The longest common subsequence of the words, stop words too, as a part of the longer text."""
    from rapidfuzz.distance import LCSseq

    return float(LCSseq.normalized_similarity(a.plain.split(), b.plain.split()))


def unbroken(a: View, b: View) -> float:
    """1 when neither has a word of its own, falling with the longest run of words only one has.

    Words that differ here and there are another wording; words that differ in one run are a
    statement that the other text does not make.
    """
    mine, other = a.plain.split(), b.plain.split()
    longest = max(_longest_run(mine, frozenset(other)), _longest_run(other, frozenset(mine)))
    return math.exp(-longest / _LONG_RUN)


def no_other_figures(a: View, b: View) -> float:
    """1 when neither has a figure that the other lacks, 0 at four or more such figures."""
    return 1 - min(len(a.figures ^ b.figures), _MANY_FIGURES) / _MANY_FIGURES


def _longest_run(said: Sequence[str], elsewhere: frozenset[str]) -> int:
    longest = run = 0
    for word in said:
        run = 0 if word in elsewhere else run + 1
        longest = max(longest, run)
    return longest
