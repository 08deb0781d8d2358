"""Several wordings of one statement, word under word: a table whose columns hold what lines up.

Rows are added one by one, the most central first, each to the table made so far (progressive
multiple alignment, as in Feng and Doolittle 1987), so that no row is the base the others are
measured against. Words that carry meaning line up by the heaviest chain of equal words; function
words only follow a neighbour that lines up.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# What two matches gain that stand equally far apart in the row and in the table.
NEAR = 0.5
# A row lines up when it shares this many words that carry meaning, and this part of its own.
_FEWEST = 2
_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class CollationRow:
    """The words of one wording: equal `keys` are the same word, `carries` tells of meaning."""

    keys: tuple[str, ...]
    carries: tuple[bool, ...]


@dataclass(slots=True)
class CollationColumn:
    """One column under construction: for each row that has a word here, which of its words."""

    at: dict[int, int]
    keys: Counter[str]


Match = tuple[int, int]
"""A column of the table and a word of the row that has a place in it."""


def collate(rows: Sequence[CollationRow]) -> tuple[tuple[int | None, ...], ...]:
    """The columns of the table, each with the word of every row in it, or None.

    The words of a row keep their order, and each is in one column. A row that shares too little
    with the others is in no column at all. Rows should differ; equal ones tie by their place.
    """
    columns: list[CollationColumn] = []
    order = _order(rows)
    for number in order:
        row = rows[number]
        if not columns:
            columns = [
                CollationColumn({number: k}, Counter([key])) for k, key in enumerate(row.keys)
            ]
            continue
        matches = chain(_match_points(columns, row))
        if _is_enough(row, matches):
            _insert(columns, number, row, _with_function_words(columns, row, matches))
    kept = {n for column in columns for n in column.at}
    if len(kept) < 2:
        return ()
    return tuple(tuple(column.at.get(n) for n in range(len(rows))) for column in columns)


def _order(rows: Sequence[CollationRow]) -> list[int]:
    """The row that shares most with all others, then always the one nearest to those taken."""
    bags = [frozenset(k for k, c in zip(r.keys, r.carries, strict=True) if c) for r in rows]
    left = set(range(len(rows)))
    worth = {n: sum(len(bags[n] & bags[m]) for m in left if m != n) for n in left}
    order: list[int] = []
    seen: frozenset[str] = frozenset()
    while left:
        best = max(left, key=lambda n: (len(bags[n] & seen), worth[n], rows[n].keys, -n))
        order.append(best)
        left.remove(best)
        seen |= bags[best]
    return order


def _match_points(columns: Sequence[CollationColumn], row: CollationRow) -> list[Match]:
    """Every place where a word of the row that carries meaning stands in a column already."""
    places: dict[str, list[int]] = {}
    for at, column in enumerate(columns):
        for key in column.keys:
            places.setdefault(key, []).append(at)
    return [
        (at, k)
        for k, (key, carries) in enumerate(zip(row.keys, row.carries, strict=True))
        if carries
        for at in places.get(key, ())
    ]


def chain(points: Sequence[Match]) -> list[Match]:
    """The heaviest run of matches that goes forward in both the table and the row.

    Each match counts 1, and each pair of neighbours up to `NEAR` more when both moved equally far.
    Among equals the one that starts first.
    """
    ordered = sorted(points)
    best: list[float] = []
    before: list[int | None] = []
    for n, (column, word) in enumerate(ordered):
        top, came = 0.0, None
        for m in range(n):
            if ordered[m][0] < column and ordered[m][1] < word:
                worth = best[m] + gain_of_neighbours(ordered[m], ordered[n])
                if worth > top:
                    top, came = worth, m
        best.append(top + 1.0)
        before.append(came)
    at = max(range(len(best)), key=lambda n: (best[n], -n), default=None)
    found: list[Match] = []
    while at is not None:
        found.append(ordered[at])
        at = before[at]
    return found[::-1]


def gain_of_neighbours(one: Match, other: Match) -> float:
    """Return the weight that two neighbours of a chain add by lying alike on both sides."""
    return NEAR / (1 + abs((other[0] - one[0]) - (other[1] - one[1])))


def _is_enough(row: CollationRow, matches: Sequence[Match]) -> bool:
    return len(matches) >= max(_FEWEST, _SHARE * sum(row.carries))


def _with_function_words(
    columns: Sequence[CollationColumn], row: CollationRow, matches: Sequence[Match]
) -> list[Match]:
    """The matches with the function words right after and right before them that match as well."""
    found: list[Match] = []
    ends = [(-1, -1), *matches, (len(columns), len(row.keys))]
    for (left, first), (right, last) in itertools.pairwise(ends):
        inner = _after(columns, row, (left, first), (right, last)) if first >= 0 else []
        left, first = inner[-1] if inner else (left, first)
        tail = _before(columns, row, (left, first), (right, last)) if right < len(columns) else []
        found += [*inner, *tail]
        if right < len(columns):
            found.append((right, last))
    return found


def _after(
    columns: Sequence[CollationColumn], row: CollationRow, start: Match, stop: Match
) -> list[Match]:
    found: list[Match] = []
    at, word = start
    while word + 1 < stop[1] and not row.carries[word + 1]:
        key = row.keys[word + 1]
        place = next((c for c in range(at + 1, stop[0]) if key in columns[c].keys), None)
        if place is None:
            break
        at, word = place, word + 1
        found.append((at, word))
    return found


def _before(
    columns: Sequence[CollationColumn], row: CollationRow, start: Match, stop: Match
) -> list[Match]:
    found: list[Match] = []
    at, word = stop
    while word - 1 > start[1] and not row.carries[word - 1]:
        key = row.keys[word - 1]
        place = next((c for c in range(at - 1, start[0], -1) if key in columns[c].keys), None)
        if place is None:
            break
        at, word = place, word - 1
        found.append((at, word))
    return found[::-1]


def _insert(
    columns: list[CollationColumn], number: int, row: CollationRow, matches: Sequence[Match]
) -> None:
    """Add the row: matched words in their columns, others beside what the table has there."""
    made: list[CollationColumn] = []
    left, first = -1, -1
    for right, last in [*matches, (len(columns), len(row.keys))]:
        gap = columns[left + 1 : right]
        rest = list(range(first + 1, last))
        made += _led(gap, number, row, rest) if left < 0 else _paired(gap, number, row, rest)
        if right < len(columns):
            _put(columns[right], number, row, last)
            made.append(columns[right])
        left, first = right, last
    columns[:] = made


def _led(
    gap: Sequence[CollationColumn], number: int, row: CollationRow, rest: Sequence[int]
) -> Iterator[CollationColumn]:
    """Before the first match: the words next to it pair up."""
    extra = len(rest) - len(gap)
    if extra >= 0:
        yield from _paired((), number, row, rest[:extra])
        yield from _paired(gap, number, row, rest[extra:])
    else:
        yield from gap[:-extra]
        yield from _paired(gap[-extra:], number, row, rest)


def _paired(
    gap: Sequence[CollationColumn], number: int, row: CollationRow, rest: Sequence[int]
) -> Iterator[CollationColumn]:
    """After a match: the words next to it pair up, and more words get columns of their own."""
    for column, word in zip(gap, rest, strict=False):
        _put(column, number, row, word)
    yield from gap
    for word in rest[len(gap) :]:
        yield CollationColumn({number: word}, Counter([row.keys[word]]))


def _put(column: CollationColumn, number: int, row: CollationRow, word: int) -> None:
    column.at[number] = word
    column.keys[row.keys[word]] += 1
