"""Every signal for one pair of statements at a time, in plain sets and sums.

Slow and readable: `compare/signals/statement_signals.py` gives the same numbers for all pairs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from compare.signals.rarity import Rarity
from compare.signals.views import View


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of a story and their statements; `sentence_of` has the number of each one's."""

    sentences: Sequence[View]
    statements: Sequence[View]
    sentence_of: Sequence[int]
    rarity: Rarity

    def weight(self, stems: Iterable[str]) -> float:
        """The summed rarity of some stems."""
        return sum(self.rarity.stems.get(stem, 1.0) for stem in stems)

    def squares(self, stems: Iterable[str]) -> float:
        """The summed square of the rarity of some stems."""
        return sum(self.rarity.stems.get(stem, 1.0) ** 2 for stem in stems)

    @property
    def names(self) -> set[str]:
        """The stems with a capital in at least half of the sentences that have them."""
        held = Counter(stem for view in self.sentences for stem in view.content)
        printed = Counter(stem for view in self.sentences for stem in view.names)
        return {stem for stem in held if printed[stem] >= held[stem] / 2}


def pairs(told: Told) -> set[tuple[int, int]]:
    """The pairs worth looking at: those that share enough themselves or by their sentences."""
    found = set()
    for a, b in combinations(range(len(told.statements)), 2):
        p, q = told.sentence_of[a], told.sentence_of[b]
        shared = told.statements[a].content & told.statements[b].content
        around = told.sentences[p].content & told.sentences[q].content
        if p != q and (told.weight(shared) > 0.1 or told.weight(around) > 1.2):
            found.add((a, b))
    return found


def values(told: Told, a: int, b: int) -> dict[str, float | None]:
    """What each signal says of two statements."""
    one, other = told.statements[a], told.statements[b]
    home, there = told.sentences[told.sentence_of[a]], told.sentences[told.sentence_of[b]]
    shared, around = one.content & other.content, home.content & there.content
    plain_one, plain_other = one.content - told.names, other.content - told.names
    words = [told.weight(one.content & there.content) / most(told.weight(one.content), 1e-6)]
    words.append(told.weight(other.content & home.content) / most(told.weight(other.content), 1e-6))
    plain = [told.weight(plain_one & there.content) / most(told.weight(plain_one), 0.3)]
    plain.append(told.weight(plain_other & home.content) / most(told.weight(plain_other), 0.3))
    lengths = sorted(len(set(view.stems)) for view in (one, other))
    views = [view.letters for view in told.statements]
    wholes = [view.letters for view in told.sentences]
    return {
        **_words(told, one, other),
        "plain likeness": told.squares(shared - told.names)
        / most(math.sqrt(told.squares(plain_one) * told.squares(plain_other)), 0.1),
        "phrases": _growing(len(one.pairs & other.pairs), 1.5),
        "letters": letter_cosine(views, a, b),
        "found in the other sentence": min(words),
        "best found in the other sentence": max(words),
        "plain words found": min(plain),
        "best plain words found": max(plain),
        "share of what the sentences share": told.weight(shared) / most(told.weight(around), 0.3),
        **{f"sentences: {name}": value for name, value in _words(told, home, there).items()},
        "sentences: phrases": _growing(len(home.pairs & there.pairs), 2.0),
        "sentences: letters": letter_cosine(wholes, told.sentence_of[a], told.sentence_of[b]),
        "length": _growing(lengths[0], 4.0),
        "like length": lengths[0] / most(lengths[1], 1.0),
        "figures": float(bool(one.figures & other.figures)),
        "other figures": _differing(one.figures, other.figures),
        "figure on one side": float(bool(one.figures) != bool(other.figures)),
        "days": float(bool(one.days & other.days)),
        "other days": _differing(one.days, other.days),
        "large numbers": float(bool(one.large & other.large)),
        "one is negated": float(one.negated != other.negated),
        "same voice": 1 - abs(one.marked - other.marked),
        "both quoted": min(one.marked, other.marked),
        "same speaker": float(bool(one.speakers & other.speakers)),
        "other speaker": _differing(one.speakers, other.speakers),
        "speaker on one side": float(bool(one.speakers) != bool(other.speakers)),
        "sentences: same speaker": float(bool(home.speakers & there.speakers)),
        "sentences: other speaker": _differing(home.speakers, there.speakers),
        "same place": 1 - abs(one.place - other.place),
        "near the top": math.exp(-max(one.at, other.at) / 8),
        "same article": float(one.document == other.document),
    }


def letter_cosine(runs: Sequence[frozenset[str]], a: int, b: int) -> float:
    """The cosine of the letter runs of two texts, each weighed by rarity in whole sixteenths."""
    count = Counter(run for each in runs for run in each)
    top = most(math.log((len(runs) + 1) / 1.5), 1e-9)

    def weight(run: str) -> int:
        return round(16 * math.log((len(runs) + 1) / (count[run] + 0.5)) / top)

    norm = math.prod(math.sqrt(sum(weight(run) ** 2 for run in runs[n])) for n in (a, b))
    # What stands nearly everywhere weighs nothing, never less.
    both = sum(max(0, weight(run)) ** 2 for run in runs[a] & runs[b])
    return both / norm if norm else 0.0


def most(value: float, least: float) -> float:
    """The value, or the least that may be divided by."""
    return max(value, least)


def _words(told: Told, one: View, other: View) -> dict[str, float | None]:
    """The signals that statements and sentences have in common."""
    shared = one.content & other.content
    mine, theirs = told.weight(one.content), told.weight(other.content)
    plain_mine = told.weight(one.content - told.names)
    plain_theirs = told.weight(other.content - told.names)
    squares = math.sqrt(told.squares(one.content) * told.squares(other.content))
    fewer_names = min(len(one.content & told.names), len(other.content & told.names))
    return {
        "rare words": _growing(told.weight(shared), 2.5),
        "containment": told.weight(shared) / most(min(mine, theirs), 1e-6),
        "overlap": told.weight(shared) / most(max(mine, theirs), 1e-6),
        "likeness": told.squares(shared) / most(squares, 1e-6),
        "plain words": _growing(told.weight(shared - told.names), 1.5),
        "plain containment": told.weight(shared - told.names)
        / most(min(plain_mine, plain_theirs), 0.3),
        "names": len(shared & told.names) / fewer_names if fewer_names else None,
    }


def _growing(total: float, many: float) -> float:
    return 1 - math.exp(-total / many)


def _differing(one: Set[object], other: Set[object]) -> float:
    """1 when both have some and none in common."""
    return float(bool(one) and bool(other) and not one & other)
