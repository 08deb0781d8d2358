"""What a good and a sloppy reader come to on invented stories, by the measures of the gate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from compare.model.options import Options
from compare.model.reader import ReaderOutcome
from compare.pipeline import compare_story
from compare.reader.marks import read_marks
from compare.reader.scoring import counts_of, measures
from compare.reader.settings import Reader
from compare.sources.load import load_story
from tests.bundled import CORPORA
from tests.reader.server import Said, good, reading, slipping

# Every sixth by name; `python -m tests.gate --reader` takes all of them.
STORIES = sorted(path.stem for path in (CORPORA / "gold").glob("*.json"))[::6]


@pytest.mark.parametrize(("answer", "least"), [(good, 0.95), (slipping, 0.85)])
def test_rows_are_as_good_as_the_reader(
    answer: Callable[[dict[str, Any]], Said], least: float
) -> None:
    counts: Counter[str] = Counter()
    with reading(answer) as stub:
        reader = Reader(url=stub.url, model="guide", budget=10_000_000)
        for story in STORIES:
            documents = load_story(CORPORA / story)
            comparison = compare_story(documents, Options(force=True), reader=reader)
            assert comparison.reader is not None
            assert comparison.reader.outcome is ReaderOutcome.READ
            counts += counts_of(
                comparison, read_marks(CORPORA / "gold" / f"{story}.json", documents)
            )
    assert measures(counts)["rows, F1"] >= least


def test_the_measures_are_those_of_a_perfect_and_of_an_empty_result() -> None:
    perfect = Counter(
        {
            f"{name} {kind}": 4
            for name in ("rows", "pairs", "figures")
            for kind in ("right", "shown", "marked")
        }
    )
    assert set(measures(perfect).values()) == {1.0}
    assert set(measures(Counter()).values()) == {0.0}
