"""Weights that many statements share, worked out for whole blocks of pairs at once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_SIXTEENTHS = 16
_MOST_COLUMNS = 4096
_SMALLEST_LOG = 1e-9


@dataclass(frozen=True, slots=True)
class Holders:
    """Which rows hold which keys: for each key its number, and the ascending rows that hold it."""

    number: dict[str, int]
    rows: tuple[Ints, ...]


def holders(sets: Sequence[Iterable[str]]) -> Holders:
    """Return the holders of every key; keys are numbered in order of their spelling."""
    found: dict[str, list[int]] = {}
    for row, keys in enumerate(sets):
        for key in keys:
            found.setdefault(key, []).append(row)
    names = sorted(found)
    rows = tuple(np.array(found[name], dtype=np.int64) for name in names)
    return Holders({name: number for number, name in enumerate(names)}, rows)


def shared_sums(
    ours: Holders, others: Holders, block: tuple[int, int], start: int, end: int, weights: Floats
) -> Floats:
    """Return sums of key weights shared by rows of a block and rows `start` to `end` of others.

    `weights` has a row for each kind of sum and a column for each key of `ours`; the result has the
    shape (kinds, rows of the block, end - start). Sums are made in the order of the keys, so that
    they are the same on every machine.
    """
    low, high = block
    found = np.zeros((len(weights), high - low, end - start))
    for name, number in ours.number.items():
        rows = ours.rows[number]
        here = rows[np.searchsorted(rows, low) : np.searchsorted(rows, high)]
        if not len(here) or name not in others.number:
            continue
        across = others.rows[others.number[name]]
        across = across[np.searchsorted(across, start) : np.searchsorted(across, end)]
        if len(across):
            cells = np.ix_(here - low, across - start)
            for kind in range(len(weights)):
                if weights[kind, number]:
                    found[kind][cells] += weights[kind, number]
    return found


@dataclass(frozen=True, slots=True)
class LetterRuns:
    """Rows of texts, columns of letter runs, each cell the rarity of the run in whole sixteenths.

    Whole numbers below 2**24 add up exactly in single precision, so that products of rows are the
    same on every machine, whatever the order of summing.
    """

    rows: npt.NDArray[np.float32]
    norms: Floats

    def cosines(self, low: int, high: int) -> Floats:
        """Return the cosine of each of the rows `low` to `high` with each row from `low` on."""
        products = self.rows[low:high] @ self.rows[low:].T
        norms = np.outer(self.norms[low:high], self.norms[low:])
        return np.divide(products, norms, out=np.zeros(products.shape), where=norms > 0)


def letter_runs(runs: Sequence[frozenset[str]]) -> LetterRuns:
    """Return the letter runs of some texts, weighed by their rarity among them.

    Runs that only one text has count for the norm alone. In very large stories two runs may share
    a column.
    """
    counts = Counter(run for each in runs for run in each)
    top = max(math.log((len(runs) + 1) / 1.5), _SMALLEST_LOG)
    weight = {
        run: round(_SIXTEENTHS * math.log((len(runs) + 1) / (count + 0.5)) / top)
        for run, count in counts.items()
    }
    shared = {
        run: place % _MOST_COLUMNS
        for place, run in enumerate(sorted(run for run, count in counts.items() if count > 1))
    }
    rows = np.zeros((len(runs), max(1, min(len(shared), _MOST_COLUMNS))), dtype=np.float32)
    norms = np.zeros(len(runs))
    for number, each in enumerate(runs):
        norms[number] = math.sqrt(sum(weight[run] ** 2 for run in each))
        for run in each:
            if run in shared:
                rows[number, shared[run]] = max(rows[number, shared[run]], max(0, weight[run]))
    return LetterRuns(rows, norms)
