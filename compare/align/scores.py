"""How likely each pair of statements is to say the same."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from compare.align.story import Story
from compare.model.facts import Reason
from compare.signals.blocks import Floats
from compare.signals.scale import scale
from compare.signals.statement_signals import SIGNALS, signal_tables

# Pairs that score less count as 0: they join nothing and explain nothing. A ranking of links goes
# further down.
LEAST, LEAST_OF_LINKS = 0.02, 0.005


@dataclass(frozen=True, slots=True)
class Scores:
    """The score of every pair of statements that is not far from saying the same.

    `score` has pairs (lower, higher); `partners` finds them from both ends; `row` is where
    `values` has what the signals said of a pair. `headlines` has for the index of each article
    whose headline stands apart from its text the scores of that headline with statements.
    """

    story: Story
    score: Mapping[tuple[int, int], float]
    partners: Mapping[int, Mapping[int, float]]
    row: Mapping[tuple[int, int], int]
    values: Floats
    headlines: Mapping[int, Mapping[int, float]]

    def of(self, a: int, b: int) -> float:
        """Return the score of two statements in whatever order; 0.0 when it is below notice."""
        return self.score.get((a, b) if a < b else (b, a), 0.0)

    def reasons(self, a: int, b: int, *, least: float = 0.0) -> tuple[Reason, ...]:
        """Return what each signal said of the pair, (lower, higher), that weighs `least` points."""
        found = self.values[self.row[a, b]].tolist()
        values = {
            name: None if math.isnan(value) else round(value, 6)
            for name, value in zip(SIGNALS, found, strict=True)
        }
        return scale("statements").reasons(values, least=least)


def score_pairs(story: Story, least: float = LEAST) -> Scores:
    """Return the scores of all pairs of statements of a story, and of headlines with them.

    Pairs that score below `least` are left out.
    """
    whole = scale("statements")
    count = len(story.statements)
    titles = [*story.headlines.items()]
    views = [*(one.view for one in story.statements), *(view for _, view in titles)]
    sentence_of = [one.sentence for one in story.statements]
    sentence_of += range(len(story.sentences), len(story.sentences) + len(titles))
    sentences = [*story.sentences, *(view for _, view in titles)]
    score: dict[tuple[int, int], float] = {}
    headlines: dict[int, dict[int, float]] = {document: {} for document, _ in titles}
    # Grows in place: a table at the end from pieces would hold all values twice for a while.
    kept = array("d")
    for table in signal_tables(sentences, views, sentence_of, story.rarity):
        probable = whole.probabilities(table.values)
        near = (probable >= least) & (table.first < count)
        with_title = near & (table.second >= count)
        near &= table.second < count
        pairs = zip(table.first[near].tolist(), table.second[near].tolist(), strict=True)
        score.update(zip(pairs, probable[near].tolist(), strict=True))
        kept.frombytes(table.values[near].tobytes())
        for at in np.nonzero(with_title)[0].tolist():
            document = titles[int(table.second[at]) - count][0]
            headlines[document][int(table.first[at])] = float(probable[at])
    values = np.asarray(kept).reshape(-1, len(SIGNALS))
    row = {pair: number for number, pair in enumerate(score)}
    return scores_of(story, score, row=row, values=values, headlines=headlines)


def scores_of(
    story: Story,
    score: Mapping[tuple[int, int], float],
    *,
    row: Mapping[tuple[int, int], int],
    values: Floats,
    headlines: Mapping[int, Mapping[int, float]],
) -> Scores:
    """Return given scores, found from both ends."""
    partners: dict[int, dict[int, float]] = {}
    for (a, b), found in score.items():
        partners.setdefault(a, {})[b] = found
        partners.setdefault(b, {})[a] = found
    return Scores(story, score, partners, row, values, headlines)
