"""A pile of articles in, groups of those that report one event out.

Two groups are of one event when their articles are about as alike across as within
(`EventThreshold`). In a pile, where nobody has said that the articles are of one event, all their
pairs must be alike too, so that a chain of look-alikes does not become one event.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from compare.align.likeness import Numbers, Vectors, vectors
from compare.align.near_pairs import Pair, best_pairs, equal_pairs
from compare.model.articles import Document

# Likeness that all pairs of one event reach, and the most partners that are kept for an article.
_FLOOR = 0.05
_PARTNERS = 30
# Groups whose own articles are more alike than this must be so much more alike to each other.
_CLOSE = 0.09
# Articles as alike as this print the same text.
_REPRINT = 0.98
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class GroupBond(NamedTuple):
    """What there is between two groups: the likeness of their pairs, summed, and the least."""

    weakest: float
    total: float
    pairs: int

    @property
    def mean(self) -> float:
        """The mean likeness of an article of one group to one of the other."""
        return self.total / self.pairs

    def beside(self, other: GroupBond) -> GroupBond:
        """The bond of a third group to the two together."""
        weakest = self.weakest if self.weakest < other.weakest else other.weakest
        return GroupBond(weakest, self.total + other.total, self.pairs + other.pairs)


@dataclass(frozen=True, slots=True)
class EventThreshold:
    """What makes two groups one event: likeness of at least `floor`, and more for close groups.

    Articles of one event are about as alike across two groups as within each, be they long or
    short; those of look-alike events are closer within. So when the articles of each group have a
    likeness above `close` (the geometric mean of both, as in the cosine of two centres), the bar
    rises in proportion. A single article has nothing within; for it the floor is all.
    """

    floor: float
    close: float

    def passed(self, across: float, one: float | None, other: float | None) -> bool:
        """By the mean likeness across two groups and within each, None for a single article."""
        if one is None or other is None:
            return across >= self.floor
        return across >= self.floor * max(1.0, math.sqrt(one * other) / self.close)


Strength = Callable[[GroupBond], float]
WEAKEST: Strength = attrgetter("weakest")
MEAN: Strength = attrgetter("mean")


def group_events(documents: Sequence[Document]) -> list[list[int]]:
    """Return indexes into `documents`, a list for each event; each index is in exactly one list.

    The groups do not depend on the order of the documents; they are listed by their first member.
    The method is hierarchical clustering with complete linkage over a sparse graph of TF-IDF
    cosines, weighed by a Gaussian of the days between two articles.

    >>> told = ("A ferry burned.", "Wheat prices rose.", "The ferry that burned.")
    >>> group_events([Document(text=text, outlet="Harbour Times") for text in told])
    [[0, 2], [1]]
    """
    order = sorted(range(len(documents)), key=lambda n: _content(documents[n]))
    pile = [documents[n] for n in order]
    groups = group_vectors(
        vectors(pile), [microseconds_of(document.published) for document in pile]
    )
    return sorted(sorted(order[n] for n in group) for group in groups)


def group_vectors(found: Vectors, moments: Sequence[int | None]) -> list[list[int]]:
    """The groups of `group_events` for articles whose words are counted already.

    `moments` are those of `microseconds_of`. Which of two equal bonds is joined first follows the
    order of the articles, so give them in one that comes from their content.
    """
    text = _texts(found, moments)
    first = np.flatnonzero(text == np.arange(len(text))).tolist()
    near = best_pairs(found.of(first), _FLOOR, [moments[number] for number in first], _PARTNERS)
    groups = link_groups(near, len(first), EventThreshold(_FLOOR, _CLOSE), WEAKEST)
    printed: defaultdict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(text.tolist()):
        printed[one].append(number)
    return [[one for number in group for one in printed[first[number]]] for group in groups]


def _texts(found: Vectors, moments: Sequence[int | None]) -> Numbers:
    """For each article the first of those that print nearly the same text.

    Reprints must not make a group look so close within that no other report can join it, so each
    text is grouped once, by its first article.
    """
    text = np.arange(len(moments))
    for near in equal_pairs(found, _REPRINT, moments):
        if len(near.others):
            same = np.unique(text[[near.article, *near.others]])
            text[np.isin(text, same)] = same[0]
    return text


def link_groups(
    pairs: Mapping[Pair, float], size: int, bar: EventThreshold, strength: Strength
) -> list[list[int]]:
    """Groups of the numbers below `size`: the strongest bond is joined while there is one.

    `pairs` holds likenesses, the smaller number first; groups with a pair that is not in it are
    never joined. `strength` says which bond is the strongest: by its weakest pair (complete
    linkage) or by its mean (group average).
    """
    members = {number: [number] for number in range(size)}
    total = dict.fromkeys(members, 0.0)
    within: dict[int, float | None] = dict.fromkeys(members)
    bonds: dict[int, dict[int, GroupBond]] = {number: {} for number in members}
    heap: list[tuple[float, int, int]] = []
    for (a, b), value in pairs.items():
        bonds[a][b] = bonds[b][a] = GroupBond(value, value, 1)
        if bar.passed(value, None, None):
            heap.append((-value, a, b))
    heapq.heapify(heap)
    fresh = size
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in members or b not in members:
            continue
        mine, other = bonds.pop(a), bonds.pop(b)
        total[fresh] = total[a] + total[b] + mine[b].total
        members[fresh] = members.pop(a) + members.pop(b)
        own = within[fresh] = _mean(total[fresh], members[fresh])
        bonds[fresh] = joined = {}
        for c, bond in mine.items():
            if c != b:
                del bonds[c][a]
                if c in other:
                    joined[c] = bonds[c][fresh] = both = bond.beside(other[c])
                    if bar.passed(both.mean, within[c], own):
                        heapq.heappush(heap, (-strength(both), c, fresh))
        for c in other:
            if c != a:
                del bonds[c][b]
        fresh += 1
    return list(members.values())


def _mean(total: float, members: Sequence[int]) -> float | None:
    pairs = len(members) * (len(members) - 1) // 2
    return total / pairs if pairs else None


def _content(document: Document) -> tuple[str, ...]:
    published = document.published.isoformat() if document.published else ""
    return (document.text, document.headline or "", published, document.outlet, document.url or "")


def microseconds_of(moment: datetime | None) -> int | None:
    """A time of publication in microseconds; one without a zone is taken as UTC."""
    if moment is None:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - _EPOCH) // timedelta(microseconds=1)
