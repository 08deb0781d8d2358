"""How much of their wording two short texts share, as a cheap number."""

from __future__ import annotations

import re

from compare.text.fold import folded

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def same_words(a: str, b: str) -> float:
    """The share of the shorter text's words that the other has in the same order, 0..1.

    Longest common subsequence of folded words over the length of the shorter text: 1 when one text
    is cut out of the other, with or without gaps. Texts without words share nothing.
    """
    from rapidfuzz.distance import LCSseq

    one, other = _WORD.findall(folded(a)), _WORD.findall(folded(b))
    if not one or not other:
        return 0.0
    return float(LCSseq.similarity(one, other)) / min(len(one), len(other))
