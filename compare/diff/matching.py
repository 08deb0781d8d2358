"""Which units of two texts belong together, found by their words alone.

Equal units in the same order hold the texts together (difflib). Between them the best sequence of
beads is sought as in sentence alignment (Gale and Church 1993): one unit against one, one against
two where a sentence was cut in two, or none. What is left is looked for in other places.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from compare.diff.units import DiffUnit
from compare.diff.word_edits import EditWord, tokens

# Units less alike than this in their words are no versions of each other.
_ALIKE = 0.5
# Elsewhere in the text chance is greater, and a short unit is alike by chance.
_ALIKE_ELSEWHERE = 0.6
_FEWEST_WORDS = 4
# Two units are taken as one only where that gains so much.
_GAIN = 0.08
# Larger gaps, which only unlike texts have, are not looked at bead by bead.
_MOST_CELLS = 90_000

Likeness = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pair:
    """Units that belong together, as ranges of indexes; `moved` when they break the order."""

    left: range
    right: range
    moved: bool = False


@dataclass(frozen=True, slots=True)
class _Text:
    """The units of one text: a character for each word, so that runs of words are strings."""

    coded: tuple[str, ...]
    words: tuple[int, ...]


def matching(
    left: str, ours: Sequence[DiffUnit], right: str, theirs: Sequence[DiffUnit]
) -> list[Pair]:
    """Return the pairs in the order of the left text; no unit is in two."""
    codes: dict[str, str] = {}
    one, other = _coded(left, ours, codes), _coded(right, theirs, codes)
    pairs = list(_in_order(one, other))
    taken = {i for pair in pairs for i in pair.left}
    taken2 = {j for pair in pairs for j in pair.right}
    free = [i for i in range(len(ours)) if i not in taken]
    pairs += _anywhere(one, free, other, [j for j in range(len(theirs)) if j not in taken2])
    return with_moves(pairs, lambda pair: sum(one.words[i] for i in pair.left))


def _coded(text: str, units: Sequence[DiffUnit], codes: dict[str, str]) -> _Text:
    every = [tokens(text, unit.span) for unit in units]
    return _Text(
        coded=tuple("".join(_code(token, codes) for token in those) for those in every),
        words=tuple(sum(token.carries for token in those) for those in every),
    )


def _code(token: EditWord, codes: dict[str, str]) -> str:
    """One character for each key, the private and later planes being left to chance."""
    return codes.setdefault(token.key, chr(0x10000 + len(codes)))


def _in_order(one: _Text, other: _Text) -> Iterator[Pair]:
    matcher = SequenceMatcher(None, one.coded, other.coded, autojunk=False)
    i = j = 0
    for start, start2, n in matcher.get_matching_blocks():
        yield from _beads(one, range(i, start), other, range(j, start2))
        for k in range(n):
            yield Pair(range(start + k, start + k + 1), range(start2 + k, start2 + k + 1))
        i, j = start + n, start2 + n


def _likeness(ours: Sequence[str], theirs: Sequence[str]) -> Likeness:
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    return process.cdist(ours, theirs, scorer=Indel.normalized_similarity, dtype=np.float32)


def _beads(one: _Text, mine: range, other: _Text, theirs: range) -> Iterator[Pair]:
    """The best sequence of beads in a gap, by the words that they leave in place."""
    n, m = len(mine), len(theirs)
    if not n or not m or n * m > _MOST_CELLS:
        return
    ours, yours = [one.coded[i] for i in mine], [other.coded[j] for j in theirs]
    shapes = [(shape, table.tolist()) for shape, table in _bead_scores(ours, yours).items()]
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    step = [[(0, 1)] * (m + 1) for _ in range(n + 1)]
    for i in range(1, n + 1):
        step[i][0] = (1, 0)
        for j in range(1, m + 1):
            top = best[i - 1][j], (1, 0)
            top = max(top, (best[i][j - 1], (0, 1)))
            for (a, b), gains in shapes:
                gain = gains[i - a][j - b] if i >= a and j >= b else 0.0
                if gain:
                    top = max(top, (best[i - a][j - b] + gain, (a, b)))
            best[i][j], step[i][j] = top
    yield from reversed(list(_walk(step, mine, theirs)))


def _walk(step: Sequence[Sequence[tuple[int, int]]], mine: range, theirs: range) -> Iterator[Pair]:
    """The beads from the end to the beginning."""
    i, j = len(mine), len(theirs)
    while i or j:
        a, b = step[i][j]
        i, j = i - a, j - b
        if a and b:
            yield Pair(mine[i : i + a], theirs[j : j + b])


def _bead_scores(ours: Sequence[str], yours: Sequence[str]) -> dict[tuple[int, int], Likeness]:
    """For each shape of bead what it is worth at (i, j): likeness times words, 0 for none."""
    single = _likeness(ours, yours)
    sizes, sizes2 = np.array([len(u) for u in ours]), np.array([len(u) for u in yours])
    found = {(1, 1): np.where(single >= _ALIKE, single, 0) * (sizes[:, None] + sizes2[None, :])}
    if len(ours) > 1:
        double = _likeness([a + b for a, b in itertools.pairwise(ours)], yours)
        alone = np.maximum(single[:-1], single[1:])
        good = (double >= _ALIKE) & (double > alone + _GAIN)
        total = (sizes[:-1] + sizes[1:])[:, None] + sizes2[None, :]
        found[2, 1] = np.where(good, double, 0) * total
    if len(yours) > 1:
        double = _likeness(ours, [a + b for a, b in itertools.pairwise(yours)])
        alone = np.maximum(single[:, :-1], single[:, 1:])
        good = (double >= _ALIKE) & (double > alone + _GAIN)
        total = sizes[:, None] + (sizes2[:-1] + sizes2[1:])[None, :]
        found[1, 2] = np.where(good, double, 0) * total
    return found


def _anywhere(
    one: _Text, free: Sequence[int], other: _Text, free2: Sequence[int]
) -> Iterator[Pair]:
    """Units left over on both sides that are alike wherever they stand, the likest first."""
    free = [i for i in free if one.words[i] >= _FEWEST_WORDS]
    free2 = [j for j in free2 if other.words[j] >= _FEWEST_WORDS]
    if not free or not free2:
        return
    table = _likeness([one.coded[i] for i in free], [other.coded[j] for j in free2])
    near = [
        (-float(table[a, b]), free[a], free2[b])
        for a, b in zip(*np.nonzero(table >= _ALIKE_ELSEWHERE), strict=True)
    ]
    taken: set[int] = set()
    taken2: set[int] = set()
    for _, i, j in sorted(near):
        if i not in taken and j not in taken2:
            taken.add(i)
            taken2.add(j)
            yield Pair(range(i, i + 1), range(j, j + 1))


def with_moves(pairs: Iterable[Pair], weight: Callable[[Pair], float]) -> list[Pair]:
    """The pairs in the order of the left text, those marked as moved that break it on the right.

    What stays is the heaviest sequence of pairs in one order on both sides (heaviest increasing
    subsequence); of two of one weight the one that comes first.
    """
    ordered = sorted(pairs, key=lambda pair: pair.left.start)
    # Ends on the right with the best weight of a sequence that ends there, both rising.
    ends: list[int] = [-1]
    best: list[tuple[float, int]] = [(0.0, -1)]
    before: list[int] = []
    for at, pair in enumerate(ordered):
        place = bisect_right(ends, pair.right.start) - 1
        total, last = best[place]
        before.append(last)
        total += max(weight(pair), 0.1)
        end = pair.right.stop
        place = bisect_left(ends, end)
        if best[place - 1][0] >= total or (
            ends[place : place + 1] == [end] and best[place][0] >= total
        ):
            continue
        beaten = place
        while beaten < len(ends) and best[beaten][0] <= total:
            beaten += 1
        ends[place:beaten] = [end]
        best[place:beaten] = [(total, at)]
    kept = set()
    at = best[-1][1]
    while at >= 0:
        kept.add(at)
        at = before[at]
    return [Pair(pair.left, pair.right, moved=at not in kept) for at, pair in enumerate(ordered)]
