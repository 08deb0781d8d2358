"""A pile of articles in, groups of those that report one event out.

Rare words of title and text, damped by the time between two articles, and complete linkage: two
groups are joined only when every article of one is like every article of the other, so that a
chain of look-alikes does not become one event.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from compare.model.articles import Document
from compare.signals.views import content_of

# The title says in a few words what the event is; it counts as if it stood there so many times.
_TITLE = 3
# Two articles so many days apart keep 61 % of their likeness.
_DAYS = 3.0
# Likeness that all pairs of one event reach, and the most partners that are kept for an article.
_FLOOR = 0.1
_PARTNERS = 20

Pair = tuple[int, int]


def group_events(documents: Sequence[Document]) -> list[list[int]]:
    """Indexes into the input, one list for each event; every index is in exactly one list.

    The groups do not depend on the order of the documents; they are listed by their first member.
    The method is hierarchical clustering with complete linkage over a sparse graph of TF-IDF
    cosines, weighed by a Gaussian of the days between two articles.
    """
    order = sorted(range(len(documents)), key=lambda n: _content(documents[n]))
    pile = [documents[n] for n in order]
    near = _nearest(_likeness(pile), len(pile))
    groups = [sorted(order[n] for n in group) for group in _linked(near, len(pile))]
    return sorted(groups)


def _content(document: Document) -> tuple[str, ...]:
    published = document.published.isoformat() if document.published else ""
    return (document.text, document.headline or "", published, document.outlet, document.url or "")


def _likeness(pile: Sequence[Document]) -> dict[Pair, float]:
    """For each pair that shares a word its cosine, damped by the days between the two."""
    counts = [_words(document) for document in pile]
    held = Counter(stem for count in counts for stem in count)
    rare = {stem: math.log((len(pile) + 1) / (n + 0.5)) for stem, n in held.items()}
    moments = [_moment(document) for document in pile]
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    found: dict[Pair, float] = {}
    for number, count in enumerate(counts):
        vector = {stem: (1 + math.log(n)) * rare[stem] for stem, n in sorted(count.items())}
        norm = math.sqrt(math.fsum(value * value for value in vector.values())) or 1.0
        sums: defaultdict[int, float] = defaultdict(float)
        for stem, value in vector.items():
            for other, weight in holders[stem]:
                sums[other] += weight * value / norm
            holders[stem].append((number, value / norm))
        for other, cosine in sums.items():
            found[other, number] = cosine * _nearness(moments[other], moments[number])
    return found


def _words(document: Document) -> Counter[str]:
    words = Counter(content_of(document.text))
    for stem in content_of(document.headline or ""):
        words[stem] += _TITLE
    return words


def _moment(document: Document) -> datetime | None:
    moment = document.published
    if moment is None or moment.tzinfo:
        return moment
    return moment.replace(tzinfo=UTC)


def _nearness(one: datetime | None, other: datetime | None) -> float:
    """1 for the same moment or an unknown one, falling with the days between."""
    if one is None or other is None:
        return 1.0
    days = abs((one - other).total_seconds()) / 86400
    return math.exp(-(days**2) / (2 * _DAYS**2))


def _nearest(likeness: dict[Pair, float], size: int) -> dict[Pair, float]:
    """The pairs above the floor that are among the best of either of the two."""
    best: list[list[tuple[float, Pair]]] = [[] for _ in range(size)]
    for pair, value in likeness.items():
        if value >= _FLOOR:
            for end in pair:
                best[end].append((-value, pair))
    kept = {pair for mine in best for _, pair in heapq.nsmallest(_PARTNERS, mine)}
    return {pair: likeness[pair] for pair in kept}


def _linked(near: dict[Pair, float], size: int) -> Iterator[list[int]]:
    """Complete linkage: the closest two groups are joined while all their pairs are near."""
    members = {number: [number] for number in range(size)}
    links: dict[int, dict[int, float]] = {number: {} for number in range(size)}
    heap = []
    for (a, b), value in near.items():
        links[a][b] = links[b][a] = value
        heap.append((-value, a, b))
    heapq.heapify(heap)
    fresh = size
    while heap:
        value, a, b = heapq.heappop(heap)
        if a not in members or b not in members or links[a].get(b) != -value:
            continue
        mine, other = links.pop(a), links.pop(b)
        members[fresh] = members.pop(a) + members.pop(b)
        links[fresh] = {}
        for c in sorted((mine.keys() & other.keys()) & members.keys()):
            weakest = min(mine[c], other[c])
            links[fresh][c] = links[c][fresh] = weakest
            heapq.heappush(heap, (-weakest, c, fresh))
        fresh += 1
    yield from members.values()
