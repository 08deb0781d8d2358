"""Which articles of an event are copies of another: most of their words in the same order.

An article is the set of its runs of words (shingles, Broder 1997). One is a copy of another when at
least half of its runs stand there too, as `compare.align.reuse` says of a reprint; that measure
needs annotated articles, this one is for a pile of many.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from compare.model.articles import Document
from compare.text.fold import folded_text
from compare.text.words import word_texts

_RUN = 5
# The share of the shorter article's runs that makes it a copy, as in `reuse`.
_REPRINT = 0.5
# A text of fewer words than this can be like another by chance.
_LEAST_WORDS = 30


def copies(documents: Sequence[Document]) -> list[list[int]]:
    """Indexes of articles that share most of their words, one list for each text of two or more.

    Give the articles of one event. Every index is in one list at most; the result does not depend
    on the order of the documents but in the order of what comes back.
    """
    runs = [_runs(document.text) for document in documents]
    root = list(range(len(documents)))

    def top(one: int) -> int:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for (one, other), shared in _shared(runs).items():
        if shared >= _REPRINT * min(len(runs[one]), len(runs[other])):
            first, last = sorted((top(one), top(other)))
            root[last] = first
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for index in range(len(documents)):
        groups[top(index)].append(index)
    return [group for group in groups.values() if len(group) > 1]


def _shared(runs: Sequence[set[tuple[str, ...]]]) -> Counter[tuple[int, int]]:
    """How many runs each two articles share; pairs that share none are left out."""
    held: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, mine in enumerate(runs):
        for run in mine:
            held[run].append(index)
    found: Counter[tuple[int, int]] = Counter()
    for holders in held.values():
        for at, other in enumerate(holders):
            for one in holders[:at]:
                found[one, other] += 1
    return found


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [folded_text(word) for word in word_texts(text)]
    if len(words) < _LEAST_WORDS:
        return set()
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
