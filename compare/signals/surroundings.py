"""What the rest of the story says of a pair: rivals, neighbours and other outlets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Scores = Mapping[tuple[int, int], float]

# A sentence that fits one of a pair less than this is no witness for it; most pairs fall out here.
_WITNESS_FLOOR = 0.05


@dataclass(frozen=True, slots=True)
class Surroundings:
    """First scores of all pairs of a story, indexed from both ends.

    Sentences are numbers; `document` and `place` give the article of a number and its place there.
    `witnesses` are the partners that fit well enough to speak for a third.
    """

    partners: Mapping[int, Mapping[int, float]]
    witnesses: Mapping[int, Mapping[int, float]]
    best: Mapping[tuple[int, int], tuple[float, float]]
    document: tuple[int, ...]
    number: Mapping[tuple[int, int], int]
    place: tuple[int, ...]
    outlets: int

    def values(self, a: int, b: int) -> dict[str, float | None]:
        """What the surroundings say of the pair of sentences `a` and `b`."""
        third, others = self.outlets_beyond(a, b)
        return {
            "stands out": self.stands_out(a, b),
            "neighbours": self.neighbours(a, b),
            "next sentence": self.next_sentence(a, b),
            "third outlet": third,
            "other outlets": others,
        }

    def first(self, a: int, b: int) -> float:
        """The first score of a pair; 0.0 when it was not worth scoring."""
        return self.partners.get(a, {}).get(b, 0.0)

    def stands_out(self, a: int, b: int) -> float:
        """Above 0.5 when no other sentence of either article fits better."""
        score = self.first(a, b)
        margins = (score - self._rival(a, b, score), score - self._rival(b, a, score))
        return 0.5 + min(margins) / 2

    def _rival(self, a: int, b: int, score: float) -> float:
        """The best score of `a` with another sentence of the article of `b`."""
        best, second = self.best.get((a, self.document[b]), (0.0, 0.0))
        return second if score == best else best

    def neighbours(self, a: int, b: int) -> float:
        """The best score of a sentence next to one with a sentence next to the other."""
        return max(
            (self.first(x, y) for x in self._beside(a) for y in self._beside(b)), default=0.0
        )

    def next_sentence(self, a: int, b: int) -> float:
        """The best score of one sentence with a sentence next to the other."""
        across = [self.first(a, y) for y in self._beside(b)]
        return max(across + [self.first(x, b) for x in self._beside(a)], default=0.0)

    def _beside(self, a: int) -> Iterable[int]:
        for step in (-1, 1):
            found = self.number.get((self.document[a], self.place[a] + step))
            if found is not None:
                yield found

    def outlets_beyond(self, a: int, b: int) -> tuple[float | None, float | None]:
        """How well a sentence of a third outlet fits both, and all such sentences together.

        The second counts them as independent witnesses (noisy or). Silent with two outlets.
        """
        if self.outlets < 3:
            return None, None
        of_a, of_b = self.witnesses.get(a, {}), self.witnesses.get(b, {})
        best, doubt = 0.0, 1.0
        # Both lists hold sentences of other documents only, so a shared one is of a third.
        for c in sorted(of_a.keys() & of_b.keys()):
            with_a, with_b = of_a[c], of_b[c]
            best = max(best, min(with_a, with_b))
            doubt *= 1 - with_a * with_b
        return best, 1 - doubt


def surroundings(scores: Scores, document: tuple[int, ...], place: tuple[int, ...]) -> Surroundings:
    """The surroundings of all pairs; `document` and `place` are given for each sentence number."""
    partners: defaultdict[int, dict[int, float]] = defaultdict(dict)
    best: dict[tuple[int, int], tuple[float, float]] = {}
    for (a, b), score in scores.items():
        for x, y in ((a, b), (b, a)):
            partners[x][y] = score
            first, second = best.get((x, document[y]), (0.0, 0.0))
            if score > first:
                best[x, document[y]] = (score, first)
            elif score > second:
                best[x, document[y]] = (first, score)
    strong = {
        a: {b: score for b, score in of_a.items() if score >= _WITNESS_FLOOR}
        for a, of_a in partners.items()
    }
    return Surroundings(
        partners=partners,
        witnesses=strong,
        best=best,
        document=document,
        number={key: n for n, key in enumerate(zip(document, place, strict=True))},
        place=place,
        outlets=len(set(document)),
    )
