"""Fits the weights of the signals: `python -m tests.gate.fit`, with numpy installed.

Reads the marked stories of `corpora/gold` and of the evaluation data, works out what each signal
says of every pair, and fits a logistic regression with an L2 penalty. Silent signals are put at
the mean. Prints the average precision of each story when it is left out, then writes
`compare/signals/weights.json`: a weight, a mean and a spread for each signal, and no words.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

import compare.signals.scale as signals
from compare.align.scores import SCREEN, around_of
from compare.align.story import Story, candidates, story_of
from compare.annotate.article import annotate
from compare.model.articles import Document
from compare.signals.pairs import pair
from compare.sources.document import document
from compare.sources.load import load_all

ROOT = Path(__file__).resolve().parents[2]
EVALUATION = ROOT.parent / "shared" / "eval" / "data" / "fact_stories.jsonl"
PENALTY = 20.0
SURROUNDINGS = ("stands out", "neighbours", "next sentence", "third outlet", "other outlets")

Table = npt.NDArray[np.float64]


@dataclass
class Marked:
    """A story with the pairs of its sentences: which are one fact, which to leave out."""

    name: str
    story: Story
    pairs: list[tuple[int, int]]
    truth: npt.NDArray[np.bool_]
    ignored: npt.NDArray[np.bool_]
    missed: int
    local: Table


def read_stories() -> list[tuple[Mapping[str, object], list[Document]]]:
    """Every marked story with its documents."""
    found: list[tuple[Mapping[str, object], list[Document]]] = []
    for line in EVALUATION.read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        found.append(
            (
                story,
                [
                    document(a["text"], outlet=a["outlet"], headline=a.get("headline"))
                    for a in story["articles"]
                ],
            )
        )
    for path in sorted((ROOT / "corpora" / "gold").glob("*.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        found.append((story, list(load_all([str(ROOT / "corpora" / story["id"])]).documents)))
    return found


def marked(gold: Mapping[str, object], documents: Sequence[Document]) -> Marked:
    """A story ready to be fitted on."""
    story = story_of([annotate(each) for each in documents])
    facts, loose = _units(gold, story)
    pairs = candidates(story, SCREEN)
    truth = np.array([bool(facts[a] & facts[b]) for a, b in pairs])
    ignored = np.array([bool(loose[a] & loose[b]) for a, b in pairs]) & ~truth
    everything = sum(
        bool(facts[a] & facts[b])
        for b in range(len(facts))
        for a in range(b)
        if story.document(a) != story.document(b)
    )
    local = table(
        [
            signals.local_values(pair(story.sentences[a], story.sentences[b], story.rarity))
            for a, b in pairs
        ],
        list(signals.LOCAL),
    )
    return Marked(
        str(gold["id"]), story, pairs, truth, ignored, everything - int(truth.sum()), local
    )


def _units(gold: Mapping[str, object], story: Story) -> tuple[list[set[str]], list[set[str]]]:
    """For each sentence the ids of the facts it states, strict ones and loose ones."""
    facts: list[set[str]] = [set() for _ in story.sentences]
    loose: list[set[str]] = [set() for _ in story.sentences]
    outlets = {article.document.outlet: k for k, article in enumerate(story.articles)}
    for fact in gold["facts"]:  # type: ignore[attr-defined]
        for outlet, keys in fact["members"].items():
            article = story.articles[outlets[outlet]]
            for key in keys:
                at = article.document.text.find(key)
                for number, sentence in enumerate(story.sentences):
                    view = sentence.view
                    if view.document == outlets[outlet]:
                        span = article.sentences[view.index].span
                        if span.start <= at < span.end:
                            (facts if fact["strict"] else loose)[number].add(fact["id"])
    return facts, loose


def table(rows: Sequence[Mapping[str, float | None]], names: Sequence[str]) -> Table:
    """The values as a table, one column for each name, nan where a signal was silent."""
    return np.array([[np.nan if r[n] is None else r[n] for n in names] for r in rows], dtype=float)


@dataclass
class Fit:
    """A fitted regression."""

    bias: float
    weights: Table
    usual: Table
    spread: Table

    def scores(self, values: Table) -> Table:
        """Probabilities for rows of values."""
        scaled = np.nan_to_num((values - self.usual) / self.spread, nan=0.0)
        return np.asarray(1 / (1 + np.exp(-(self.bias + scaled @ self.weights))))

    def written(self, names: Sequence[str]) -> dict[str, object]:
        """The fit as it is stored."""
        terms = {
            name: [round(float(x), 4) for x in row]
            for name, *row in zip(names, self.weights, self.usual, self.spread, strict=True)
        }
        return {"bias": round(self.bias, 4), "terms": terms}


def fit(values: Table, truth: npt.NDArray[np.bool_], importance: Table | None = None) -> Fit:
    """Logistic regression by Newton's method, with PENALTY on all but the bias."""
    usual = np.nanmean(values, axis=0)
    spread = np.nanstd(values, axis=0) + 1e-9
    scaled = np.nan_to_num((values - usual) / spread, nan=0.0)
    rows = np.column_stack([np.ones(len(scaled)), scaled])
    share = np.ones(len(rows)) if importance is None else importance
    penalty = np.diag([0.0] + [PENALTY] * scaled.shape[1])
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        guess = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (share * (guess - truth)) + penalty @ weights
        bend = (rows * (share * guess * (1 - guess))[:, None]).T @ rows + penalty
        weights -= np.linalg.solve(bend, slope)
    return Fit(float(weights[0]), weights[1:], usual, spread)


def fit_both(stories: Sequence[Marked]) -> tuple[Fit, Fit]:
    """The scale of a pair alone, and the one with its surroundings."""
    kept = [~each.ignored for each in stories]
    truth = np.concatenate([each.truth[keep] for each, keep in zip(stories, kept, strict=True)])
    local = fit(
        np.vstack([each.local[keep] for each, keep in zip(stories, kept, strict=True)]), truth
    )
    whole = [with_surroundings(each, local)[keep] for each, keep in zip(stories, kept, strict=True)]
    return local, fit(np.vstack(whole), truth)


def with_surroundings(each: Marked, local: Fit) -> Table:
    """The local values and those of the surroundings that the local fit makes."""
    first = local.scores(each.local)
    around = around_of(each.story, dict(zip(each.pairs, map(float, first), strict=True)))
    rows = [around.values(a, b) for a, b in each.pairs]
    return np.column_stack([each.local, table(rows, SURROUNDINGS)])


def average_precision(scores: Table, truth: npt.NDArray[np.bool_], missed: int) -> float:
    """Average precision; true pairs that the screen lost count as never found."""
    order = truth[np.argsort(-scores, kind="stable")]
    hits = np.cumsum(order)
    return float((hits / np.arange(1, len(order) + 1))[order].sum() / (order.sum() + missed))


def main() -> None:
    """Fits, prints how well each story does when left out, writes the table."""
    stories = [marked(gold, documents) for gold, documents in read_stories()]
    for k, each in enumerate(stories):
        local, whole = fit_both([other for other in stories if other is not stories[k]])
        keep = ~each.ignored
        scores = whole.scores(with_surroundings(each, local))
        alone = average_precision(local.scores(each.local)[keep], each.truth[keep], each.missed)
        found = average_precision(scores[keep], each.truth[keep], each.missed)
        print(
            f"{each.name:28} pairs {len(each.pairs):6} alone {alone:.3f} "
            f"story {found:.3f} missed {each.missed}"
        )
    local, whole = fit_both(stories)
    path = ROOT / "compare" / "signals" / "weights.json"
    written = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    written |= {
        "local": local.written(list(signals.LOCAL)),
        "story": whole.written([*signals.LOCAL, *SURROUNDINGS]),
    }
    path.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
