"""Sentences that state one fact, put together: guarded groups that may share a sentence.

A sentence often states two things, so groups overlap: each grows from the strongest pair that no
group holds yet, takes in sentences that fit all its members, and stops before it chains from one
fact to the next.
"""

from __future__ import annotations

from collections.abc import Iterable

from compare.align.scores import Scores

# A sentence joins a group only if no member of another article fits it worse than this.
_WORST_FIT = 0.25
# Two groups are one when so large a part of all their sentences is in both.
_SAME_GROUP = 0.5

Group = tuple[int, ...]


def groups(scores: Scores, floor: float) -> list[Group]:
    """Groups of sentence numbers, each ascending, covering every pair that scores `floor` or more.

    Within a group the mean score over pairs of different articles is at least `floor`.
    """
    strong = sorted(
        (key for key, score in scores.score.items() if score >= floor),
        key=lambda key: (-scores.score[key], key),
    )
    covered: set[tuple[int, int]] = set()
    found: list[Group] = []
    for a, b in strong:
        if (a, b) not in covered:
            group = _grown(scores, (a, b), floor)
            covered.update(_pairs(group))
            found.append(group)
    return _merged(scores, found, floor)


def _grown(scores: Scores, seed: Group, floor: float) -> Group:
    """The seed with every sentence that fits it, best first."""
    members = set(seed)
    while True:
        near = {c for m in members for c in scores.around.partners.get(m, {})} - members
        fits = ((_fit(scores, c, members), -c) for c in near)
        best, number = max(fits, default=(0.0, 0))
        if best < floor:
            return tuple(sorted(members))
        members.add(-number)


def _fit(scores: Scores, number: int, members: Iterable[int]) -> float:
    """The mean score with the members of other articles; 0.0 if one of them does not fit."""
    document = scores.story.document
    found = [scores.of(number, m) for m in members if document(m) != document(number)]
    if not found or min(found) < _WORST_FIT:
        return 0.0
    return sum(found) / len(found)


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
    return sorted(set(kept))


def mean_score(scores: Scores, group: Group) -> float:
    """The mean score over the pairs of a group that lie in different articles."""
    document = scores.story.document
    found = [scores.of(a, b) for a, b in _pairs(group) if document(a) != document(b)]
    return sum(found) / len(found) if found else 0.0


def _pairs(group: Group) -> list[tuple[int, int]]:
    return [(a, b) for k, a in enumerate(group) for b in group[k + 1 :]]
