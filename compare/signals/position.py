"""Where in their articles two sentences stand."""

from __future__ import annotations

import math

from compare.signals.pairs import Pair

# Sentences from the top after which a shared fact is 63 % less to be expected.
_DEPTH = 8
_ENOUGH_WORDS = 10


def same_place(pair: Pair) -> float:
    """1 for the same relative place in the two stories, 0 for top against end."""
    return 1 - abs(pair.a.place - pair.b.place)


def near_the_top(pair: Pair) -> float:
    """1 when both open their story, falling with the deeper of the two: leads state the same."""
    return math.exp(-max(pair.a.at, pair.b.at) / _DEPTH)


def length(pair: Pair) -> float:
    """How much the shorter of the two says, in content words, growing towards 1."""
    return 1 - math.exp(-min(len(pair.a.content), len(pair.b.content)) / _ENOUGH_WORDS)
