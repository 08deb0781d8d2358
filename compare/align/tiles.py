"""Runs of words that two sentences share, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

SHORTEST = 3
"""Words a run must have to count as shared."""


class Tile(NamedTuple):
    """`size` words that stand at `a` in the one sentence and at `b` in the other."""

    size: int
    a: int
    b: int


def tiles(one: Sequence[str], other: Sequence[str]) -> list[Tile]:
    """Shared runs of at least `SHORTEST` words, longest first, none overlapping another.

    Greedy string tiling (Wise 1993, "YAP"): whole clauses may have changed places. An empty word
    matches nothing.
    """
    found: list[Tile] = []
    taken_one, taken_other = bytearray(len(one)), bytearray(len(other))
    for size, a, b in sorted(_runs(one, other), key=lambda run: (-run.size, run.a, run.b)):
        a, b, size = _free(taken_one, taken_other, Tile(size, a, b))
        if size >= SHORTEST:
            found.append(Tile(size, a, b))
            taken_one[a : a + size] = taken_other[b : b + size] = b"\1" * size
    return found


def _runs(one: Sequence[str], other: Sequence[str]) -> list[Tile]:
    """Every run that cannot be made longer at either end."""
    places: dict[tuple[str, ...], list[int]] = {}
    for b in range(len(other) - SHORTEST + 1):
        places.setdefault(tuple(other[b : b + SHORTEST]), []).append(b)
    found = []
    for a in range(len(one) - SHORTEST + 1):
        key = tuple(one[a : a + SHORTEST])
        if "" in key:
            continue
        for b in places.get(key, ()):
            if not (a and b and one[a - 1] and one[a - 1] == other[b - 1]):
                found.append(Tile(_length(one, other, a, b), a, b))
    return found


def _length(one: Sequence[str], other: Sequence[str], a: int, b: int) -> int:
    size = SHORTEST
    while (
        a + size < len(one)
        and b + size < len(other)
        and one[a + size]
        and one[a + size] == other[b + size]
    ):
        size += 1
    return size


def _free(one: bytearray, other: bytearray, run: Tile) -> tuple[int, int, int]:
    """The first stretch of a run that no earlier tile has taken: its places and its size."""
    size, a, b = run
    while size and (one[a] or other[b]):
        a, b, size = a + 1, b + 1, size - 1
    kept = 0
    while kept < size and not (one[a + kept] or other[b + kept]):
        kept += 1
    return a, b, kept
