"""Sentences that state one fact, put together: guarded groups that may share a sentence.

A sentence often states two things, so groups overlap: each grows from the strongest pair that no
group holds yet, takes in sentences that fit all its members, and stops before it chains from one
fact to the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.align.scores import Scores

# A sentence joins a group only if no member of another article fits it worse than this.
_WORST_FIT = 0.25
# Two groups are one when so large a part of all their sentences is in both.
_SAME_GROUP = 0.6

Group = tuple[int, ...]
Near = Mapping[int, Sequence[int]]


def groups(scores: Scores, floor: float) -> list[Group]:
    """Groups of sentence numbers, each ascending, covering every pair that scores `floor` or more.

    Within a group the mean score over pairs of different articles is at least `floor`.
    """
    strong = sorted(
        (key for key, score in scores.score.items() if score >= floor),
        key=lambda key: (-scores.score[key], key),
    )
    # Only a sentence that fits some member this well can reach the mean.
    near: dict[int, list[int]] = {}
    for a, b in sorted(strong):
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    covered: set[tuple[int, int]] = set()
    found: list[Group] = []
    for a, b in strong:
        if (a, b) not in covered:
            group = _grown(scores, (a, b), floor, near)
            covered.update(_pairs(group))
            found.append(group)
    return _merged(scores, found, floor)


def _grown(scores: Scores, seed: Group, floor: float, near: Near) -> Group:
    """The seed with every sentence that fits it, best first."""
    members = list(seed)
    fits: dict[int, _Fit] = {}
    for count, member in enumerate(members):
        _take_in(scores, fits, members[:count], member, near)
    while True:
        number = max(fits, key=lambda n: (fits[n].mean, -n), default=None)
        if number is None or fits[number].mean < floor:
            return tuple(sorted(members))
        _take_in(scores, fits, members, number, near)
        members.append(number)


@dataclass(slots=True)
class _Fit:
    """How a sentence fits the members of other articles: sum, count and worst of its scores."""

    total: float = 0.0
    count: int = 0
    worst: float = 1.0

    @property
    def mean(self) -> float:
        """The mean score; 0.0 when one member does not fit."""
        return self.total / self.count if self.count and self.worst >= _WORST_FIT else 0.0

    def add(self, score: float) -> None:
        """One more member of another article."""
        self.total += score
        self.count += 1
        self.worst = min(self.worst, score)


def _take_in(
    scores: Scores, fits: dict[int, _Fit], members: Sequence[int], member: int, near: Near
) -> None:
    """Adds a member to the group, and to what is known of the sentences that may join it."""
    document = scores.story.document
    home = document(member)
    fits.pop(member, None)
    for number, fit in fits.items():
        if document(number) != home:
            fit.add(scores.of(number, member))
    for number in near.get(member, ()):
        if number not in fits and number not in members:
            fit = fits[number] = _Fit()
            for other in (*members, member):
                if document(other) != document(number):
                    fit.add(scores.of(number, other))


def _merged(scores: Scores, found: list[Group], floor: float) -> list[Group]:
    """The groups with those put together that are nearly the same one."""
    kept: list[Group] = []
    for group in sorted(found, key=lambda g: (-len(g), g)):
        for k, other in enumerate(kept):
            union = tuple(sorted({*group, *other}))
            common = len(group) + len(other) - len(union)
            if common >= _SAME_GROUP * len(union) and mean_score(scores, union) >= floor:
                kept[k] = union
                break
        else:
            kept.append(group)
    return sorted(group for group in set(kept) if not _is_held(group, kept))


def _is_held(group: Group, groups: Sequence[Group]) -> bool:
    """True when another group holds all sentences of this one and more."""
    return any(len(group) < len(other) and set(group) <= set(other) for other in groups)


def mean_score(scores: Scores, group: Group) -> float:
    """The mean score over the pairs of a group that lie in different articles."""
    document = scores.story.document
    found = [scores.of(a, b) for a, b in _pairs(group) if document(a) != document(b)]
    return sum(found) / len(found) if found else 0.0


def _pairs(group: Group) -> list[tuple[int, int]]:
    return [(a, b) for k, a in enumerate(group) for b in group[k + 1 :]]
