"""The answers of the reader joined to rows: which statements say the same, over all articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from compare.align.groups import Group, clusters
from compare.align.scores import Scores, scores_of
from compare.align.story import Story
from compare.reader.replies import ReaderAnswer
from compare.reader.requests import Request

# The mean of all pairs of a row: more than half of them are read as the same.
_MOSTLY = 0.52
# The mean of what is left of these pairs, whichever article is left out.
_WITHOUT_ONE = 0.25

Pair = tuple[int, int]
Answered = Sequence[tuple[Request, ReaderAnswer]]


@dataclass(frozen=True, slots=True)
class ReadRows:
    """Rows of statements of the finest story, disjoint, each of two articles or more.

    `fuller` are pairs of statements of which the first says more, by the reader.
    """

    rows: tuple[Group, ...]
    fuller: frozenset[Pair]


def named_statements(answered: Answered) -> frozenset[int]:
    """Return the statements that any answer puts beside another one."""
    return frozenset(
        request.numbers[number - 1]
        for request, answer in answered
        for row in answer.rows
        for number in row
    )


def read_rows(story: Story, answered: Answered, likeness: Mapping[Pair, float]) -> ReadRows:
    """Return the rows that the answers come to; `story` is the finest one.

    Rows grow by average link: a pair counts as far as the answers that had both put them together,
    a pair of those named that no answer put together as far as its words are alike (`likeness`). No
    article alone ties statements of others: an article can give orders to whoever reads it.
    """
    score = {**likeness, **_agreement(story, answered)}
    found = clusters(_as_scores(story, score), _MOSTLY, _Ties(story, score).may_join)
    rows = [group for group in found if len({story.document(n) for n in group}) > 1]
    home = {number: row for row in rows for number in row}
    fuller = {
        (request.numbers[a - 1], request.numbers[b - 1])
        for request, answer in answered
        for a, b in answer.fuller
    }
    return ReadRows(
        tuple(rows),
        frozenset(
            (a, b)
            for a, b in fuller
            if a in home and home[a] == home.get(b) and (b, a) not in fuller
        ),
    )


class _Ties:
    """What holds the parts of a row together."""

    def __init__(self, story: Story, score: Mapping[Pair, float]) -> None:
        self._story = story
        self._score = score

    def may_join(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """False for two clusters that only the statements of a single article join."""
        document = self._story.document
        pairs = [
            (document(a), document(b), self._score.get((min(a, b), max(a, b)), 0.0))
            for a in one
            for b in other
            if document(a) != document(b)
        ]
        for single in {home for a, b, _ in pairs for home in (a, b)}:
            left = [score for a, b, score in pairs if single not in (a, b)]
            if left and sum(left) < _WITHOUT_ONE * len(left):
                return False
        return True


def _agreement(story: Story, answered: Answered) -> dict[Pair, float]:
    """For each pair that an answer puts together, the share of the answers about it that do.

    Two statements of one article meet in many requests. There those count in which one of them is
    in a row; the others only say that the other article has neither.
    """
    together: Counter[Pair] = Counter()
    asked: dict[int, set[int]] = {}
    named: dict[int, set[int]] = {}
    for at, (request, answer) in enumerate(answered):
        rows = [sorted({request.numbers[n - 1] for n in row}) for row in answer.rows]
        together.update(pair for row in rows for pair in combinations(row, 2))
        for number in request.numbers:
            asked.setdefault(number, set()).add(at)
        for number in {number for row in rows for number in row}:
            named.setdefault(number, set()).add(at)
    found = {}
    for (a, b), count in together.items():
        about = asked[a] & asked[b]
        if story.document(a) == story.document(b):
            about &= named[a] | named[b]
        found[a, b] = count / len(about)
    return found


def _as_scores(story: Story, score: Mapping[Pair, float]) -> Scores:
    return scores_of(story, score, row={}, values=np.zeros((0, 0)), headlines={})
