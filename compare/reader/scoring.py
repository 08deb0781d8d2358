"""How near a comparison comes to what a person marked: the rows, the pairs, the figures.

The measures are those that the project is held to (`tests/gate`): a row is right when it has half
of its sentences in common (Jaccard) with one marked fact, one to one; a pair of sentences of two
articles is right when a marked fact has both; a question of figures is found when two readings are
put together, and its relation is right when it is the marked one. That nothing is at odds is one
relation, whether the figures agree or can both be true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from compare.model.comparison import Comparison
from compare.model.findings import FigureGroup, FigureRelation
from compare.reader.marks import MarkedPlace, StoryMarks

_HALF = 0.5
_NO_CONFLICT = frozenset({FigureRelation.AGREE, FigureRelation.COMPATIBLE})

Row = frozenset[str]


def counts_of(comparison: Comparison, marks: StoryMarks) -> Counter[str]:
    """Return what of a story was found and what is right in it; counts of stories add up."""
    story = _Marked(comparison, marks)
    return Counter(dict((*story.rows(), *story.pairs(), *story.figures())))


def measures(counts: Mapping[str, int]) -> dict[str, float]:
    """Return precision, recall and F1 of rows and pairs, and the shares of figures, 0 to 1."""
    found = {}
    for name in ("rows", "pairs"):
        right, shown, marked = (counts.get(f"{name} {kind}", 0) for kind in _KINDS)
        precision, recall = _share(right, shown), _share(right, marked)
        both = precision + recall
        found[f"{name}, precision"] = precision
        found[f"{name}, recall"] = recall
        found[f"{name}, F1"] = 2 * precision * recall / both if both else 0.0
    right, shown, marked = (counts.get(f"figures {kind}", 0) for kind in _KINDS)
    found["figures, found"] = _share(shown, marked)
    found["figures, relation right"] = _share(right, shown)
    return found


_KINDS = ("right", "shown", "marked")


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


class _Marked:
    """A comparison beside its marks, both as sentences."""

    def __init__(self, comparison: Comparison, marks: StoryMarks) -> None:
        self._c = comparison
        self._figures = marks.figures
        self._facts = [row for each in marks.facts if self._is_wide(row := self._row(each))]
        self._every = [self._row(each) for each in marks.facts]
        self._loose = [self._row(each) for each in marks.loose]
        rows = [frozenset(m.sentence for m in fact.mentions) for fact in comparison.facts]
        self._shown = [row for row in rows if self._is_wide(row)]

    def rows(self) -> Iterator[tuple[str, int]]:
        """Facts matched one to one, the best fitting first."""
        fits = sorted(
            (
                (_jaccard(fact, row), i, j)
                for i, fact in enumerate(self._facts)
                for j, row in enumerate(self._shown)
            ),
            reverse=True,
        )
        matched: dict[int, int] = {}
        for fit, i, j in fits:
            if fit >= _HALF and i not in matched.values() and j not in matched:
                matched[j] = i
        free = [row for j, row in enumerate(self._shown) if j not in matched]
        passed = sum(map(self._is_loose, free))
        yield from zip(
            (f"rows {kind}" for kind in _KINDS),
            (len(matched), len(self._shown) - passed, len(self._facts)),
            strict=True,
        )

    def pairs(self) -> Iterator[tuple[str, int]]:
        """Pairs of sentences of two articles; what a loose fact has as well is passed over."""
        marked = set(self._pairs_of(self._every))
        loose = set(self._pairs_of(self._loose)) - marked
        shown = set(self._pairs_of(self._shown)) - loose
        yield from zip(
            (f"pairs {kind}" for kind in _KINDS),
            (len(shown & marked), len(shown), len(marked)),
            strict=True,
        )

    def figures(self) -> Iterator[tuple[str, int]]:
        """Questions of two outlets or more; a group stands for the first of which it holds two."""
        marked = [
            (relation, places)
            for relation, places in self._figures
            if len({place.document for place in places}) > 1
        ]
        relations: dict[int, bool] = {}
        for group in self._c.figures:
            at = next((k for k, (_, places) in enumerate(marked) if self._holds(group, places)), -1)
            if at >= 0 and at not in relations:
                both = {group.relation, marked[at][0]}
                relations[at] = len(both) == 1 or both <= _NO_CONFLICT
        yield from zip(
            (f"figures {kind}" for kind in _KINDS),
            (sum(relations.values()), len(relations), len(marked)),
            strict=True,
        )

    def _holds(self, group: FigureGroup, places: Sequence[MarkedPlace]) -> bool:
        """True for a group with the marked figures of two articles."""
        held = {
            place.document
            for place in places
            for reading in group.readings
            if reading.article == self._c.articles[place.document].letter
            and min(reading.span.end, place.end) > max(reading.span.start, place.start)
        }
        return len(held) > 1

    def _row(self, places: Iterable[MarkedPlace]) -> Row:
        """The sentences in which marked words begin."""
        return frozenset(
            sentence.id
            for place in places
            for sentence in self._c.articles[place.document].sentences
            if sentence.span.start <= place.start < sentence.span.end
        )

    def _is_loose(self, row: Row) -> bool:
        """True for a row that fits a fact which need not be found better than any other."""
        best = max((_jaccard(fact, row) for fact in self._facts), default=0.0)
        return any(_jaccard(fact, row) > best for fact in self._loose)

    def _is_wide(self, row: Row) -> bool:
        return len({_letter(sentence) for sentence in row}) > 1

    def _pairs_of(self, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
        for row in rows:
            for a, b in combinations(sorted(row), 2):
                if _letter(a) != _letter(b):
                    yield a, b


def _jaccard(one: Row, other: Row) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _letter(sentence: str) -> str:
    return sentence.partition(".")[0]
