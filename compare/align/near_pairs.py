"""The pairs of articles of a pile that are alike, found by an inverted index over their words.

Two articles are looked at together only when they share a word and are near in time (Zobel and
Moffat 2006), or, where nearly equal ones are asked for, when they share one of their weightiest
words (prefix filtering: Chaudhuri et al. 2006, Bayardo et al. 2007). Neither changes what comes
back.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.align.likeness import Numbers, Vectors, Weights

Pair = tuple[int, int]

# Two articles so many days apart keep 61 % of their likeness.
_DAYS = 3.0
_DAY = 86_400_000_000
# Sums in another order differ in the last digits; what is equal must stay equal.
_DIGITS = 12
_SLACK = 1e-9
# Pairs that are held before those are dropped that are no longer among the best of either.
_HELD = 1_000_000


class NearArticles(NamedTuple):
    """An article, those before it in time that are near, and how alike it is to each."""

    article: int
    others: Numbers
    values: Weights


def near_pairs(
    found: Vectors, floor: float, moments: Sequence[int | None] = ()
) -> dict[Pair, float]:
    """The pairs (smaller index first) whose likeness reaches the floor, with that likeness.

    With `moments`, in microseconds and None where unknown, it is damped by the time between two
    articles: a Gaussian of the days. Then a pair too far apart to reach the floor is never looked
    at, which changes nothing of what comes back.
    """
    return _likeness(*_joined(list(_near(found, floor, moments))))


def equal_pairs(
    found: Vectors, floor: float, moments: Sequence[int | None]
) -> Iterator[NearArticles]:
    """The pairs of `near_pairs` for a floor not far below 1, article by article, found faster.

    Vectors of unit length whose heads (the rarest words, down to what has a length below the
    floor) share no word have a cosine below the floor.
    """
    return _near(found, floor, moments, _heads(found, floor))


def best_pairs(
    found: Vectors, floor: float, moments: Sequence[int | None], most: int
) -> dict[Pair, float]:
    """Those of `near_pairs` that are among the `most` best of either of the two.

    Of equally good ones the pair with the smaller numbers is the better. The memory that it takes
    grows with the articles, not with the pairs that are near.
    """
    best = _Best(len(found.terms), most)
    kept: list[NearArticles] = []
    held = 0
    for near in _near(found, floor, moments):
        best.see(near)
        kept.append(_where(near, near.values >= best.bar(near)))
        held += len(kept[-1].values)
        if held >= _HELD:
            kept = [_where(one, one.values >= best.bar(one)) for one in kept]
            held = 0
    kept = [_where(one, one.values >= best.bar(one)) for one in kept]
    one, other, values = _joined(kept)
    # What is left has ties: several that are as good as the last one of an end.
    order = np.lexsort((other, one, -values))
    ends = np.column_stack((one, other))[order].ravel()
    by_end = np.argsort(ends, kind="stable")
    sizes = np.bincount(ends)
    place = np.arange(len(ends)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    last = np.unique(order[by_end[place < most] // 2])
    return _likeness(one[last], other[last], values[last])


class _Best:
    """The likenesses of the best partners that each article has had so far."""

    def __init__(self, size: int, most: int) -> None:
        self._values = np.full((size, most), -np.inf)
        self._least = np.full(size, -np.inf)

    def see(self, near: NearArticles) -> None:
        """Take in the pairs of an article that was not seen before."""
        article, others, values = near
        better = np.flatnonzero(values > self._least[others])
        these = others[better]
        self._values[these, self._values[these].argmin(axis=1)] = values[better]
        self._least[these] = self._values[these].min(axis=1)
        mine = self._values[article]
        if len(values) > len(mine):
            values = np.partition(values, -len(mine))[-len(mine) :]
        mine[: len(values)] = values
        self._least[article] = mine.min()

    def bar(self, near: NearArticles) -> Weights:
        """What a pair of the article with each of the others needs to be one of the best."""
        return np.asarray(np.minimum(self._least[near.others], self._least[near.article]))


def _where(near: NearArticles, kept: NDArray[np.bool_]) -> NearArticles:
    return NearArticles(near.article, near.others[kept], near.values[kept])


def _likeness(one: Numbers, other: Numbers, values: Weights) -> dict[Pair, float]:
    pairs = zip(one.tolist(), other.tolist(), strict=True)
    return dict(zip(pairs, values.tolist(), strict=True))


def _heads(found: Vectors, floor: float) -> Vectors:
    """The rarest words of each article; what is left out has a length below the floor."""
    held = np.bincount(np.concatenate([*found.terms, np.zeros(0, np.int64)]))
    terms, weights = [], []
    for row, values in zip(found.terms, found.weights, strict=True):
        order = np.lexsort((row, held[row]))
        rest = np.cumsum(values[order][::-1] ** 2)[::-1]
        head = order[rest >= (floor - _SLACK) ** 2]
        terms.append(row[head])
        weights.append(values[head])
    return Vectors(found.vocabulary, tuple(terms), tuple(weights))


def _near(
    found: Vectors, floor: float, moments: Sequence[int | None], heads: Vectors | None = None
) -> Iterator[NearArticles]:
    """Those that are near of the articles before each one in time.

    With `heads` articles are looked at together only when those share a word.
    """
    index = heads or found
    when = list(moments) or [None] * len(found.terms)
    dated = np.array([moment is not None for moment in when], dtype=np.bool_)
    times = np.array([moment or 0 for moment in when], dtype=np.int64)
    order = np.lexsort((np.arange(len(when)), times, dated))
    first = len(when) - int(dated.sum())
    postings = _Postings(
        [index.terms[n] for n in order], [index.weights[n] for n in order], undated=first
    )
    reach = _reach(floor)
    for row, n in enumerate(order.tolist()):
        while first < row and times[n] - times[order[first]] > reach:
            postings.pass_over(first)
            first += 1
        cosines = postings.cosines(row)
        near = np.flatnonzero(cosines > 0 if heads else cosines >= floor - _SLACK)
        others = order[near]
        cosines = _cosines(found, n, others) if heads else cosines[near]
        between = np.where(dated[others] & dated[n], times[others] - times[n], 0)
        values = (np.minimum(cosines, 1.0) * _nearness(between)).round(_DIGITS)
        good = values >= floor
        yield NearArticles(n, others[good], values[good])
        postings.enter(row)


def _cosines(found: Vectors, one: int, others: Numbers) -> Weights:
    """The cosine of an article with each of some others, none of which is without words."""
    if not len(others):
        return np.zeros(0)
    mine = np.zeros(len(found.vocabulary))
    mine[found.terms[one]] = found.weights[one]
    terms = [found.terms[n] for n in others]
    products = mine[np.concatenate(terms)] * np.concatenate([found.weights[n] for n in others])
    sizes = np.array([len(row) for row in terms])
    return np.add.reduceat(products, np.cumsum(sizes) - sizes)


def _joined(found: Sequence[NearArticles]) -> tuple[Numbers, Numbers, Weights]:
    """The smaller and the larger number of every pair, and its likeness."""
    others = np.concatenate([np.zeros(0, np.int64), *(near.others for near in found)])
    values = np.concatenate([np.zeros(0), *(near.values for near in found)])
    articles = np.array([near.article for near in found], dtype=np.int64)
    articles = articles.repeat([len(near.others) for near in found])
    return np.minimum(articles, others), np.maximum(articles, others), values


def nearness_in_time(one: int | None, other: int | None) -> float:
    """1 for the same moment or an unknown one, falling with the days between; microseconds."""
    if one is None or other is None:
        return 1.0
    return float(_nearness(np.array([one - other]))[0])


def _nearness(between: Numbers) -> Weights:
    return np.asarray(np.exp(-((between / _DAY) ** 2) / (2 * _DAYS**2)))


class _Postings:
    """The articles that hold each word, in the order in which they enter: an inverted index.

    Flat arrays: the postings of word t stand from `start[t]` to `end[t]`, those of the articles
    without a date before `dated[t]`, those of articles out of reach before `oldest[t]`.
    """

    def __init__(self, terms: Sequence[Numbers], weights: Sequence[Weights], undated: int) -> None:
        """`undated` is how many rows at the front have no date."""
        self.terms, self.weights = terms, weights
        held = np.concatenate([*terms, np.zeros(0, dtype=np.int64)])
        by_term = np.argsort(held, kind="stable")
        self.rows = np.repeat(np.arange(len(terms)), [len(row) for row in terms])[by_term]
        self.values = np.concatenate([*weights, np.zeros(0)])[by_term]
        sizes = np.bincount(held)
        self.start = np.cumsum(sizes) - sizes
        self.end = self.start.copy()
        self.dated = self.start.copy()
        for row in terms[:undated]:
            self.dated[row] += 1
        self.oldest = self.dated.copy()

    def enter(self, row: int) -> None:
        """From now on the row is found."""
        self.end[self.terms[row]] += 1

    def pass_over(self, row: int) -> None:
        """From now on the row is not found; rows are passed over in the order they entered."""
        self.oldest[self.terms[row]] += 1

    def cosines(self, row: int) -> Weights:
        """The cosine of a row with each one before it; 0 for those passed over."""
        terms = self.terms[row]
        end, dated, oldest = self.end[terms], self.dated[terms], self.oldest[terms]
        starts = np.concatenate([self.start[terms], oldest])
        ends = np.concatenate([np.minimum(end, dated), np.maximum(end, oldest)])
        held = ends > starts
        if not held.any():
            return np.zeros(row)
        starts, ends = starts[held], ends[held]
        pieces = [slice(*both) for both in zip(starts.tolist(), ends.tolist(), strict=True)]
        # Copying slices one after the other is faster than looking up each place.
        rows = np.concatenate([self.rows[piece] for piece in pieces])
        weights = np.concatenate((self.weights[row], self.weights[row]))
        products = weights[held].repeat(ends - starts)
        products *= np.concatenate([self.values[piece] for piece in pieces])
        return np.bincount(rows, products, row).astype(np.float64, copy=False)


def _reach(floor: float) -> float:
    """The microseconds between two articles from which on not even equal ones reach the floor."""
    return _DAY * _DAYS * math.sqrt(2 * math.log(1 / floor)) if 0 < floor < 1 else math.inf
