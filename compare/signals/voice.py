"""In whose voice two sentences speak: that of the article or that of somebody it quotes."""

from __future__ import annotations

from compare.signals.pairs import Pair


def same_voice(pair: Pair) -> float:
    """1 when equal parts of both stand in quotation marks, 0 for a quotation against none."""
    return 1 - abs(pair.a.marked - pair.b.marked)


def both_quoted(pair: Pair) -> float:
    """The part of the less quoted of the two that stands in quotation marks."""
    return min(pair.a.marked, pair.b.marked)


def same_speaker(pair: Pair) -> float | None:
    """1 when the same speaker is quoted in both, 0 when not; silent when either quotes nobody."""
    a, b = pair.a.speakers, pair.b.speakers
    if not (a and b):
        return None
    return float(bool(a & b))
