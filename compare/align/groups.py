"""Statements that say the same, put together: a partition, so that no statement is in two facts.

Clusters grow by average link over the scores of pairs, those that fit best first. From each a
second look goes into what is left over, with a lower floor. A statement that two clusters claim is
cut once more; a cluster on the very sentences of a stronger one becomes a detail of it.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.align.scores import Scores, scores_of
from compare.align.story import Story, recut
from compare.annotation.statements import report_frame, smaller_statements
from compare.model.spans import Span
from compare.signals.rarity import Rarity
from compare.signals.views import fact_stems

# The mean score with a cluster that a left-over statement needs to join it in the second look, and
# that a statement of another cluster needs to be cut in two.
_SECOND_LOOK, _CLAIM = 0.65, 0.83
# A piece of a statement cut in two has so many content words: fewer say nothing.
_FEWEST_WORDS = 2
# A cluster whose sentences overlap so far (Jaccard) with those of a stronger one says mostly the
# same, unless its own statements fit each other this well.
_SAME_SENTENCES, _OWN_FACT = 0.5, 0.5

Group = tuple[int, ...]
"""Numbers of statements, ascending."""

MayJoin = Callable[[Sequence[int], Sequence[int]], bool]


@dataclass(frozen=True, slots=True)
class ReadStatements:
    """What a reader of the user's own says of the statements of a grouping, by their numbers.

    `joined` are those that it put into their groups; of each pair in `fuller` the first statement
    says all that the second does, and more.
    """

    joined: frozenset[int] = frozenset()
    fuller: frozenset[tuple[int, int]] = frozenset()


NOTHING_READ = ReadStatements()


@dataclass(frozen=True, slots=True)
class Grouping:
    """The statements that are one fact each, and under each such group those of its details.

    Groups hold statements of two or more articles, are disjoint, and come sorted. `scores` may be
    those of a story in which some statements were cut in two.
    """

    scores: Scores
    groups: tuple[Group, ...]
    details: Mapping[Group, tuple[Group, ...]]
    read: ReadStatements = NOTHING_READ


def group_statements(scores: Scores, floor: float) -> Grouping:
    """Return the groups of statements that say the same.

    Within a cluster the mean score over all pairs is at least `floor`; the floors of the second
    look are set from it.
    """
    found = [group for group in clusters(scores, floor) if _is_shared(scores.story, group)]
    found.sort(key=lambda group: (-strength(scores, group), group))
    fits = [_fits(scores, group) for group in found]
    widened = _second_look(found, fits, _SECOND_LOOK * floor)
    scores, widened = _cut_in_two(scores, widened, fits, _CLAIM * floor)
    return _with_details(scores, widened)


def clusters(scores: Scores, floor: float, may_join: MayJoin | None = None) -> list[Group]:
    """Return all clusters of two or more statements by average link; missing pairs count as 0.

    Two clusters that fit stay apart where `may_join`, asked with the numbers of both, forbids it.
    """
    members: dict[int, list[int]] = {number: [number] for number in scores.partners}
    sums: dict[int, dict[int, float]] = {a: dict(of) for a, of in scores.partners.items()}
    age: dict[int, int] = dict.fromkeys(members, 0)
    heap = [(-score, a, b, 0, 0) for (a, b), score in scores.score.items() if score >= floor]
    heapq.heapify(heap)
    while heap:
        _, a, b, age_a, age_b = heapq.heappop(heap)
        if age.get(a) != age_a or age.get(b) != age_b:
            continue
        if may_join is not None and not may_join(members[a], members[b]):
            continue
        members[a] += members.pop(b)
        del age[b]
        age[a] += 1
        joined, gone = sums[a], sums.pop(b)
        joined.pop(b)
        gone.pop(a)
        for other, total in gone.items():
            joined[other] = joined.get(other, 0.0) + total
            del sums[other][b]
        for other, total in joined.items():
            sums[other][a] = total
            mean = total / (len(members[a]) * len(members[other]))
            if mean >= floor:
                low, high = min(a, other), max(a, other)
                heapq.heappush(heap, (-mean, low, high, age[low], age[high]))
    return sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1)


def strength(scores: Scores, group: Group) -> float:
    """Return the mean score over the pairs of a group that lie in different articles."""
    document = scores.story.document
    found = [
        scores.of(a, b)
        for k, a in enumerate(group)
        for b in group[k + 1 :]
        if document(a) != document(b)
    ]
    return sum(found) / len(found) if found else 0.0


def _is_shared(story: Story, group: Iterable[int]) -> bool:
    return len({story.document(number) for number in group}) > 1


def _fits(scores: Scores, group: Group) -> dict[int, float]:
    """The mean score of each statement outside a group with all statements of it."""
    total: dict[int, float] = {}
    for member in group:
        for other, score in scores.partners.get(member, {}).items():
            total[other] = total.get(other, 0.0) + score
    inside = set(group)
    return {n: total[n] / len(group) for n in sorted(total) if n not in inside}


def _second_look(
    found: Sequence[Group], fits: Sequence[Mapping[int, float]], floor: float
) -> list[Group]:
    """The groups, each with the left-over statements that fit it best and well enough."""
    taken = {number for group in found for number in group}
    best: dict[int, tuple[float, int]] = {}
    for at, fit in enumerate(fits):
        for number, score in fit.items():
            if number not in taken and score >= floor:
                best[number] = max(best.get(number, (0.0, 0)), (score, -at))
    joining: dict[int, list[int]] = {}
    for number, (_, at) in best.items():
        joining.setdefault(-at, []).append(number)
    return [tuple(sorted([*group, *joining.get(at, [])])) for at, group in enumerate(found)]


def _cut_in_two(
    scores: Scores, found: Sequence[Group], fits: Sequence[Mapping[int, float]], floor: float
) -> tuple[Scores, list[Group]]:
    """Scores and groups where a statement that two groups claim is cut between them.

    Each piece goes to the group with more of whose words it has; a statement that has no such piece
    for one of them stays whole in its own group.
    """
    story = scores.story
    home = {number: at for at, group in enumerate(found) for number in group}
    claims: dict[int, list[tuple[float, int]]] = {}
    for at, fit in enumerate(fits):
        for number, score in fit.items():
            if score >= floor and home.get(number, at) != at:
                claims.setdefault(number, []).append((-score, at))
    pieces: dict[int, list[tuple[Span, int]]] = {}
    for number, claiming in sorted(claims.items()):
        rival = min(claiming)[1]
        cut = _cut(story, number, found[home[number]], found[rival], home[number], rival)
        if cut:
            pieces[number] = cut
    return cut_statements(scores, found, pieces) if pieces else (scores, list(found))


def _cut(
    story: Story, number: int, ours: Group, theirs: Group, home: int, rival: int
) -> list[tuple[Span, int]]:
    """The pieces of a statement with the group of each; empty where it cannot be divided.

    A report ("Police said") stays with the words beside it, and no piece is a mere scrap.
    """
    statement = story.statements[number]
    article = story.articles[statement.view.document]
    text, whole, said = article.document.text, statement.span, statement.span
    source = report_frame(article, whole)
    if source and source.start == whole.start and source.end < whole.end:
        said = Span(source.end, whole.end)
    elif source and whole.start < source.start:
        said = Span(whole.start, source.start)
    mine, other = _stems(story, ours, number), _stems(story, theirs, number)
    found: list[tuple[Span, int]] = []
    for span in smaller_statements(text, said):
        stems = fact_stems(span.of(text))
        lead = _weight(story.rarity, stems & other) - _weight(story.rarity, stems & mine)
        at = rival if lead > 0 else home
        if found and found[-1][1] == at:
            found[-1] = (Span(found[-1][0].start, span.end), at)
        else:
            found.append((span, at))
    if len(found) != 2 or min(len(fact_stems(s.of(text))) for s, _ in found) < _FEWEST_WORDS:
        return []
    (first, one), (last, other_one) = found
    return [(Span(whole.start, first.end), one), (Span(last.start, whole.end), other_one)]


def _stems(story: Story, group: Group, without: int) -> frozenset[str]:
    held = [story.statements[n].view.content for n in group if n != without]
    return frozenset().union(*held)


def _weight(rarity: Rarity, stems: Iterable[str]) -> float:
    return rarity.of(sorted(stems))


def cut_statements(
    scores: Scores, found: Sequence[Group], pieces: Mapping[int, Sequence[tuple[Span, int]]]
) -> tuple[Scores, list[Group]]:
    """Return the scores of the story cut anew, and the groups in its numbers.

    `pieces` has for the number of each statement that is cut its pieces, each with the index in
    `found` of the group that it goes to. A piece has the scores of the statement it was cut from.
    """
    old = scores.story
    story = recut(old, {number: [span for span, _ in mine] for number, mine in pieces.items()})
    new: dict[int, list[int]] = {}
    groups: list[list[int]] = [[] for _ in found]
    home = {number: at for at, group in enumerate(found) for number in group}
    count = 0
    for number in range(len(old.statements)):
        mine = pieces.get(number)
        homes = [at for _, at in mine] if mine else [home.get(number, -1)]
        new[number] = list(range(count, count + len(homes)))
        for at in homes:
            if at >= 0:
                groups[at].append(count)
            count += 1
    score: dict[tuple[int, int], float] = {}
    row: dict[tuple[int, int], int] = {}
    for (a, b), value in scores.score.items():
        said = scores.row[a, b]
        for x in new[a]:
            for y in new[b]:
                score[x, y], row[x, y] = value, said
    headlines = {
        document: {piece: value for number, value in of.items() for piece in new[number]}
        for document, of in scores.headlines.items()
    }
    fresh = scores_of(story, score, row=row, values=scores.values, headlines=headlines)
    return fresh, [tuple(group) for group in groups]


def _with_details(scores: Scores, found: Sequence[Group]) -> Grouping:
    """The groups, strongest first, each on the sentences of a stronger one put under it."""
    story = scores.story
    main: list[tuple[Group, frozenset[int]]] = []
    details: dict[Group, list[Group]] = {}
    for group in found:
        sentences = frozenset(story.statements[n].sentence for n in group)
        over = [
            (len(sentences & held) / len(sentences | held), -at)
            for at, (_, held) in enumerate(main)
        ]
        best, at = max(over, default=(0.0, 0))
        if best >= _SAME_SENTENCES and strength(scores, group) < _OWN_FACT:
            details.setdefault(main[-at][0], []).append(group)
        else:
            main.append((group, sentences))
    return Grouping(
        scores=scores,
        groups=tuple(sorted(group for group, _ in main)),
        details={group: tuple(sorted(under)) for group, under in sorted(details.items())},
    )
