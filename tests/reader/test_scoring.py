from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from compare.errors import BadMarks
from compare.model.options import Options
from compare.pipeline import compare_story
from compare.reader.marks import read_marks
from compare.reader.scoring import counts_of, measures
from tests.reader.stories import documents

STORY = documents(
    "The pier at Weir Sands was closed on Monday. Repairs cost 40,000 crowns. A gull sat on it.",
    "The pier at Weir Sands was closed on Monday. Repairs cost 50,000 crowns. A fund was set up.",
)
RESULT = compare_story(STORY, Options(force=True))
CLOSED = {
    "Outlet 1": ["pier at Weir Sands was closed"],
    "Outlet 2": "pier at Weir Sands was closed",
}
COST = {"Outlet 1": "Repairs cost", "Outlet 2": "Repairs cost"}
GULL = {"Outlet 1": "A gull sat on it", "Outlet 2": "A fund was set up"}


def scored(tmp_path: Path, **marks: Any) -> dict[str, float]:
    (tmp_path / "marks.json").write_text(json.dumps(marks), encoding="utf-8")
    return measures(counts_of(RESULT, read_marks(tmp_path / "marks.json", STORY)))


def test_what_is_marked_and_shown_is_right(tmp_path: Path) -> None:
    found = scored(tmp_path, facts=[{"members": CLOSED}, {"members": COST}])
    assert found["rows, F1"] == found["pairs, F1"] == 1.0


def test_what_is_shown_and_not_marked_costs_precision(tmp_path: Path) -> None:
    found = scored(tmp_path, facts=[{"members": CLOSED}])
    assert (found["rows, precision"], found["rows, recall"]) == (0.5, 1.0)


def test_what_is_marked_and_not_shown_costs_recall(tmp_path: Path) -> None:
    facts = [{"members": CLOSED}, {"members": COST}, {"members": GULL}]
    found = scored(tmp_path, facts=facts)
    assert found["rows, precision"] == 1.0
    assert found["rows, recall"] == pytest.approx(2 / 3)


def test_a_fact_that_need_not_be_found_costs_nothing(tmp_path: Path) -> None:
    facts = [{"members": CLOSED}, {"members": COST, "strict": False}]
    found = scored(tmp_path, facts=facts)
    assert found["rows, F1"] == found["pairs, F1"] == 1.0


@pytest.mark.parametrize(("relation", "right"), [("conflict", 1.0), ("agree", 0.0)])
def test_a_relation_of_figures_is_held_against_the_marked_one(
    tmp_path: Path, relation: str, right: float
) -> None:
    readings = [
        {"outlet": "Outlet 1", "key": "40,000 crowns"},
        {"outlet": "Outlet 2", "key": "50,000 crowns"},
    ]
    found = scored(tmp_path, figures=[{"relation": relation, "readings": readings}])
    assert found["figures, found"] == 1.0
    assert found["figures, relation right"] == right


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadMarks, match="cannot be read"):
        read_marks(tmp_path / "none.json", STORY)
