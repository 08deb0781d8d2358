"""Places where two sentences run alike and differ by a few words: one stands for the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.align.collation import Match, chain
from compare.align.own_words import OwnWords
from compare.text.words import STOP, stem


@dataclass(frozen=True, slots=True)
class Slot:
    """Words `one` of the first sentence against `other` of the second, as (first, last) places.

    `left` and `right` count the words that match without a gap on either side.
    """

    one: tuple[int, int]
    other: tuple[int, int]
    left: int
    right: int


def matches_of(one: OwnWords, other: OwnWords) -> list[Match]:
    """The words the two have in common, in order: those of meaning, and equal ones beside them."""
    a, b = _keys(one.words), _keys(other.words)
    places: dict[str, list[int]] = {}
    for at, key in enumerate(b):
        if key and other.words[at] not in STOP:
            places.setdefault(key, []).append(at)
    points = [(i, j) for i, key in enumerate(a) for j in places.get(key, ())]
    found = dict(chain(points))
    for step in (1, -1):
        for i, j in list(found.items()):
            _run(a, b, found, (i, j), step)
    return sorted(found.items())


def _keys(words: Sequence[str]) -> list[str]:
    return [stem(word) or word for word in words]


def _run(
    a: Sequence[str], b: Sequence[str], found: dict[int, int], start: Match, step: int
) -> None:
    """Add the equal words that follow a match without a gap, up to the next match."""
    taken = set(found.values())
    i, j = start[0] + step, start[1] + step
    while 0 <= i < len(a) and 0 <= j < len(b) and a[i] and a[i] == b[j]:
        if i in found or j in taken:
            return
        found[i] = j
        i, j = i + step, j + step


def slots(common: Sequence[Match]) -> Iterator[Slot]:
    """Every gap between two matches that has words on both sides."""
    runs = _lengths(common)
    for n, ((i, j), (k, m)) in enumerate(pairwise(common)):
        if k - i > 1 and m - j > 1:
            yield Slot((i + 1, k - 1), (j + 1, m - 1), runs[0][n], runs[1][n + 1])


def _lengths(common: Sequence[Match]) -> tuple[list[int], list[int]]:
    """For each match, how many matches run up to it, and from it, without a gap."""
    ahead, back = [1] * len(common), [1] * len(common)
    for n in range(1, len(common)):
        if common[n] == (common[n - 1][0] + 1, common[n - 1][1] + 1):
            ahead[n] = ahead[n - 1] + 1
    for n in range(len(common) - 2, -1, -1):
        if common[n + 1] == (common[n][0] + 1, common[n][1] + 1):
            back[n] = back[n + 1] + 1
    return ahead, back
