"""Weights that many statements share, worked out for whole blocks of pairs at once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_SIXTEENTHS = 16
_MOST_COLUMNS = 2048
_SMALLEST_LOG = 1e-9


@dataclass(frozen=True, slots=True)
class KeyTable:
    """Which keys each row holds, keys as numbers.

    `keys` has the keys of all rows one after the other, those of row n from `first[n]` to
    `first[n + 1]`; `codes` has key * number of rows + row for every such entry, ascending, so that
    the rows that hold a key are found by bisection.
    """

    keys: Ints
    first: Ints
    codes: Ints

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.first) - 1


def keys_held(sets: Sequence[Iterable[str]], numbers: Mapping[str, int]) -> KeyTable:
    """Return which of the numbered keys each row holds."""
    rows = [sorted(numbers[key] for key in keys) for keys in sets]
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    keys = np.array([key for row in rows for key in row], dtype=np.int64)
    first = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])
    codes = np.sort(keys * len(rows) + np.repeat(np.arange(len(rows)), lengths))
    return KeyTable(keys, first, codes)


def shared_sums(
    ours: KeyTable, others: KeyTable, block: tuple[int, int], start: int, end: int, weights: Floats
) -> Floats:
    """Return sums of key weights shared by rows of a block and rows `start` to `end` of others.

    `weights` has a row for each kind of sum and a column for each key; the result has the shape
    (kinds, rows of the block, end - start). Sums are made in the order of the entries, so that they
    are the same on every machine.
    """
    low, high = block
    width = end - start
    entries = slice(ours.first[low], ours.first[high])
    keys = ours.keys[entries]
    rows = np.repeat(np.arange(high - low), np.diff(ours.first[low : high + 1]))
    after = np.searchsorted(others.codes, keys * others.count + start)
    counts = np.searchsorted(others.codes, keys * others.count + end) - after
    places = np.repeat(after - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
    columns = others.codes[places] - np.repeat(keys * others.count, counts) - start
    cells = np.repeat(rows * width, counts) + columns
    found = np.zeros((len(weights), high - low, width))
    for kind, of_keys in enumerate(weights):
        weight = np.repeat(of_keys[keys], counts)
        heavy = weight != 0
        sums = np.bincount(cells[heavy], weights=weight[heavy], minlength=(high - low) * width)
        found[kind] = sums.reshape(high - low, width)
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
        found: Floats = np.divide(products, norms, out=np.zeros(products.shape), where=norms > 0)
        return found


def one_thread() -> AbstractContextManager[object]:
    """Let products of matrices be worked out by one thread inside the block.

    Further threads would spend more time waiting for each other than they save; to set their number
    takes longer than a product, so do it once around many.
    """
    limited: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limited


@lru_cache(maxsize=1)
def _libraries() -> ThreadpoolController:
    """The libraries of this process that use threads of their own, numpy's among them."""
    return ThreadpoolController()


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
        norms[number] = math.sqrt(sum([weight[run] ** 2 for run in each]))
        known = [run for run in each if run in shared]
        columns = np.array([shared[run] for run in known], dtype=np.int64)
        weights = np.array([weight[run] for run in known], dtype=np.float32)
        np.maximum.at(rows[number], columns, weights)
    return LetterRuns(rows, norms)
