"""Fits the weights of the signals: `python -m tests.gate.fit`.

Reads the marked stories of `corpora/gold`, works out what each signal says of every pair of
statements, and fits a logistic regression with an L2 penalty. Silent signals are put at the mean.
Prints the average precision of each story when it is left out, then writes
`compare/signals/weights.json`: a weight, a mean and a spread for each signal, and no words. Only
our own invented stories are fitted on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from compare.align.story import Story, story_of
from compare.annotation.article import annotate
from compare.model.articles import Document
from compare.signals.blocks import Floats, Ints
from compare.signals.statement_signals import SIGNALS, signal_tables
from compare.sources.load import load_all

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "compare" / "signals" / "weights.json"
PENALTY = 300.0
# Of the pairs that share few rare words one in four is fitted on, and counts four times.
THINNED = 4
FEW_WORDS = 0.45
FOLDS = 6

Flags = npt.NDArray[np.bool_]
Marks = Mapping[str, Any]


@dataclass
class Marked:
    """A story with the pairs of its statements: which say the same, which to leave out."""

    name: str
    first: Ints
    second: Ints
    values: Floats
    truth: Flags
    ignored: Flags

    def thinned(self) -> tuple[Floats, Flags, Floats]:
        """Return the values, the truth and the importance of the pairs to fit on."""
        telling = self.truth | (self.values[:, 0] > FEW_WORDS)
        kept = ~self.ignored & (telling | (np.arange(len(telling)) % THINNED == 0))
        importance = np.where(telling, 1.0, float(THINNED))
        return self.values[kept], self.truth[kept], importance[kept]


@dataclass
class Fit:
    """A fitted regression."""

    bias: float
    weights: Floats
    usual: Floats
    spread: Floats

    def scores(self, values: Floats) -> Floats:
        """Return the probabilities for rows of values."""
        scaled = np.nan_to_num((values - self.usual) / self.spread, nan=0.0)
        return np.asarray(1 / (1 + np.exp(-(self.bias + scaled @ self.weights))))

    def written(self, names: Sequence[str]) -> dict[str, object]:
        """Return the fit as it is stored."""
        terms = {
            name: [round(float(x), 4) for x in row]
            for name, *row in zip(names, self.weights, self.usual, self.spread, strict=True)
        }
        return {"bias": round(self.bias, 4), "terms": terms}


def own_stories() -> list[tuple[Marks, Sequence[Document]]]:
    """Return every marked story of the collection with its documents."""
    found: list[tuple[Marks, Sequence[Document]]] = []
    for path in sorted((ROOT / "corpora" / "gold").glob("*.json")):
        marks = json.loads(path.read_text(encoding="utf-8"))
        found.append((marks, load_all([str(ROOT / "corpora" / marks["id"])]).documents))
    return found


def marked(marks: Marks, documents: Sequence[Document]) -> Marked:
    """Return a story ready to be fitted on.

    A statement holds the facts whose marked words it has most of. Pairs where one statement only
    touches the marked words of a fact that the other holds are left out, as are loose facts.
    """
    story = story_of([annotate(each) for each in documents])
    tables = list(
        signal_tables(
            story.sentences,
            [one.view for one in story.statements],
            [one.sentence for one in story.statements],
            story.rarity,
        )
    )
    first = np.concatenate([table.first for table in tables])
    second = np.concatenate([table.second for table in tables])
    strict, loose, touched = _held(marks, story)
    truth = np.array([bool(strict[a] & strict[b]) for a, b in zip(first, second, strict=True)])
    near = [
        bool(loose[a] & loose[b] or touched[a] & touched[b])
        for a, b in zip(first, second, strict=True)
    ]
    values = np.concatenate([table.values for table in tables])
    return Marked(str(marks["id"]), first, second, values, truth, np.array(near) & ~truth)


def _held(marks: Marks, story: Story) -> tuple[list[set[str]], list[set[str]], list[set[str]]]:
    """For each statement the ids of the strict facts, the loose ones, and all that it touches."""
    strict: list[set[str]] = [set() for _ in story.statements]
    loose: list[set[str]] = [set() for _ in story.statements]
    touched: list[set[str]] = [set() for _ in story.statements]
    outlets = {article.document.outlet: k for k, article in enumerate(story.articles)}
    for fact in marks["facts"]:
        for outlet, keys in fact["members"].items():
            document = outlets[outlet]
            text = story.articles[document].document.text
            for key in keys:
                shared = _shared_letters(story, document, text.find(key), len(key))
                for number in shared:
                    touched[number].add(fact["id"])
                if shared:
                    best = max(shared, key=lambda n: (shared[n], -n))
                    (strict if fact["strict"] else loose)[best].add(fact["id"])
    return strict, loose, touched


def _shared_letters(story: Story, document: int, at: int, size: int) -> dict[int, int]:
    """How many characters each statement has of a marked stretch; those without any left out."""
    found = {}
    for number, one in enumerate(story.statements):
        if one.view.document == document:
            common = min(one.span.end, at + size) - max(one.span.start, at)
            if common > 0:
                found[number] = common
    return found


def fit(stories: Sequence[Marked]) -> Fit:
    """Return the logistic regression over some stories, by Newton's method."""
    thinned = [each.thinned() for each in stories]
    values = np.concatenate([each[0] for each in thinned])
    truth = np.concatenate([each[1] for each in thinned])
    importance = np.concatenate([each[2] for each in thinned])
    usual, spread = np.nanmean(values, axis=0), np.nanstd(values, axis=0) + 1e-6
    scaled = np.nan_to_num((values - usual) / spread, nan=0.0)
    rows = np.column_stack([np.ones(len(scaled)), scaled])
    penalty = np.diag([0.0] + [PENALTY] * scaled.shape[1])
    weights = np.zeros(rows.shape[1])
    for _ in range(12):
        guess = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (importance * (guess - truth)) + penalty @ weights
        bend = (rows * (importance * guess * (1 - guess))[:, None]).T @ rows + penalty
        weights -= np.linalg.solve(bend, slope)
    return Fit(float(weights[0]), weights[1:], usual, spread)


def average_precision(scores: Floats, truth: Flags) -> float:
    """Return the average precision of a ranking by falling score."""
    order = truth[np.argsort(-scores, kind="stable")]
    hits = np.cumsum(order)
    return float((hits / np.arange(1, len(order) + 1))[order].mean())


def main() -> None:
    """Fit, print how well each story does when left out, write the table."""
    stories = [marked(marks, documents) for marks, documents in own_stories()]
    for fold in range(FOLDS):
        found = fit([each for k, each in enumerate(stories) if k % FOLDS != fold])
        for each in stories[fold::FOLDS]:
            kept = ~each.ignored
            score = average_precision(found.scores(each.values)[kept], each.truth[kept])
            print(f"{each.name:24} pairs {len(each.first):6} average precision {score:.3f}")
    written = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    written = {"statements": fit(stories).written(SIGNALS), "texts": written["texts"]}
    WEIGHTS.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
