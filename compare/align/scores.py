"""How likely each pair of statements is to say the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from compare.align.story import Story
from compare.model.facts import Reason
from compare.signals.blocks import Floats
from compare.signals.scale import scale
from compare.signals.statement_signals import SIGNALS, signal_tables

# Pairs that score less count as 0: they join nothing and explain nothing.
_LEAST = 0.02


@dataclass(frozen=True, slots=True)
class Scores:
    """The score of every pair of statements that is not far from saying the same.

    `score` has pairs (lower, higher); `partners` finds them from both ends; `row` is where
    `values` has what the signals said of a pair.
    """

    story: Story
    score: Mapping[tuple[int, int], float]
    partners: Mapping[int, Mapping[int, float]]
    row: Mapping[tuple[int, int], int]
    values: Floats

    def of(self, a: int, b: int) -> float:
        """Return the score of two statements in whatever order; 0.0 when it is below notice."""
        return self.score.get((a, b) if a < b else (b, a), 0.0)

    def reasons(self, a: int, b: int) -> tuple[Reason, ...]:
        """Return what each signal said of the pair, (lower, higher)."""
        found = self.values[self.row[a, b]]
        values = {
            name: None if np.isnan(value) else round(float(value), 6)
            for name, value in zip(SIGNALS, found, strict=True)
        }
        return scale("statements").reasons(values)


def score_pairs(story: Story) -> Scores:
    """Return the scores of all pairs of statements of a story."""
    whole = scale("statements")
    score: dict[tuple[int, int], float] = {}
    kept: list[Floats] = []
    views = [statement.view for statement in story.statements]
    sentence_of = [statement.sentence for statement in story.statements]
    for table in signal_tables(story.sentences, views, sentence_of, story.rarity):
        probable = whole.probabilities(table.values)
        near = np.nonzero(probable >= _LEAST)[0]
        pairs = zip(table.first[near].tolist(), table.second[near].tolist(), strict=True)
        score.update(zip(pairs, probable[near].tolist(), strict=True))
        kept.append(table.values[near])
    values = np.concatenate(kept) if kept else np.zeros((0, len(SIGNALS)))
    return scores_of(story, score, values)


def scores_of(story: Story, score: Mapping[tuple[int, int], float], values: Floats) -> Scores:
    """Return given scores, with their values in the same order, found from both ends."""
    partners: dict[int, dict[int, float]] = {}
    for (a, b), found in score.items():
        partners.setdefault(a, {})[b] = found
        partners.setdefault(b, {})[a] = found
    row = {pair: number for number, pair in enumerate(score)}
    return Scores(story=story, score=score, partners=partners, row=row, values=values)
