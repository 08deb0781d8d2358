"""Grouping written for reading instead of speed: every pair, every word, every group each time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations

from compare.align.events import EventThreshold
from compare.align.near_pairs import Pair
from compare.english.word_lists import sections
from compare.model.articles import Document
from compare.signals.views import content_of

TITLE, ENOUGH, DAYS, DIGITS = 3, 750, 3.0, 12


def slow_likeness(pile: Sequence[Document], *, dated: bool = True) -> dict[Pair, float]:
    """The likeness of every pair, whatever it is."""
    counts = [_words(document) for document in pile]
    held = Counter(word for count in counts for word in count)
    filled = max(0, ENOUGH - len(pile))
    shares = {
        word: 10 ** (-int(level) / 10)
        for level, group in sections("background").items()
        if level
        for word in group
    }
    vectors = []
    for count in counts:
        vector = {
            word: (1 + math.log(n))
            * math.log(
                (len(pile) + filled + 1) / (held[word] + filled * shares.get(word, 0.0) + 0.5)
            )
            for word, n in count.items()
        }
        norm = math.sqrt(math.fsum(value**2 for value in vector.values())) or 1.0
        vectors.append({word: value / norm for word, value in vector.items()})
    return {
        (i, j): _rounded(vectors[i], vectors[j], _nearness(pile[i], pile[j]) if dated else 1.0)
        for i, j in combinations(range(len(pile)), 2)
    }


def slow_best(likeness: dict[Pair, float], most: int) -> dict[Pair, float]:
    """The pairs that are among the best of either of the two."""
    ends = {end for pair in likeness for end in pair}
    order = sorted(likeness, key=lambda pair: (-likeness[pair], pair))
    kept = {pair for end in ends for pair in [each for each in order if end in each][:most]}
    return {pair: likeness[pair] for pair in kept}


def slow_events(
    pile: Sequence[Document], floor: float, reprint: float, bar: EventThreshold
) -> set[frozenset[int]]:
    """The groups of a pile: those of one article of each text, which all that print it join."""
    likeness = slow_likeness(pile)
    text = list(range(len(pile)))
    for (one, other), value in sorted(likeness.items()):
        if value >= reprint:
            first, last = sorted((text[one], text[other]))
            text = [first if each == last else each for each in text]
    firsts = sorted(set(text))
    place = {number: n for n, number in enumerate(firsts)}
    among = {
        (place[a], place[b]): value if value >= floor else 0.0
        for (a, b), value in likeness.items()
        if a in place and b in place
    }
    groups = slow_groups(among, len(firsts), bar)
    return {frozenset(n for n, one in enumerate(text) if place[one] in group) for group in groups}


def slow_groups(likeness: dict[Pair, float], size: int, bar: EventThreshold) -> set[frozenset[int]]:
    """Complete linkage: the two groups with the best weakest pair are joined, again and again."""
    groups = [[number] for number in range(size)]

    def value(a: int, b: int) -> float:
        return likeness[min(a, b), max(a, b)]

    def within(group: list[int]) -> float | None:
        found = [value(a, b) for a, b in combinations(group, 2)]
        return sum(found) / len(found) if found else None

    while True:
        best: tuple[float, int, int] | None = None
        for i, j in combinations(range(len(groups)), 2):
            across = [value(a, b) for a in groups[i] for b in groups[j]]
            mean = sum(across) / len(across)
            good = bar.passed(mean, within(groups[i]), within(groups[j]))
            if min(across) >= bar.floor and good and (best is None or min(across) > best[0]):
                best = (min(across), i, j)
        if best is None:
            return {frozenset(group) for group in groups}
        _, i, j = best
        groups[i] += groups.pop(j)


def _words(document: Document) -> Counter[str]:
    words = Counter(content_of(document.text))
    for word in content_of(document.headline or ""):
        words[word] += TITLE
    return words


def _nearness(one: Document, other: Document) -> float:
    if one.published is None or other.published is None:
        return 1.0
    days = abs(one.published - other.published) / timedelta(days=1)
    return math.exp(-(days**2) / (2 * DAYS**2))


def _rounded(a: dict[str, float], b: dict[str, float], nearness: float) -> float:
    cosine = math.fsum(value * b[word] for word, value in a.items() if word in b)
    return round(min(1.0, cosine) * nearness, DIGITS)
