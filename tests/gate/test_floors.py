"""Floors are raised by a run and lowered only by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gate.floors import Measured, Pinned, failures, is_pinned, raised, read, write
from tests.gate.places import GateError

BEFORE = Pinned(floors={"facts": {"facts.f1": 0.6, "facts.precision": 0.8}}, data={"gold": "abc"})


def measured(f1: float, precision: float = 0.81) -> Measured:
    return Measured(task="facts", metrics={"facts.f1": f1, "facts.precision": precision})


def test_floors_come_back_from_their_file_as_they_were_written(tmp_path: Path) -> None:
    write(tmp_path / "floors.toml", BEFORE)
    assert read(tmp_path / "floors.toml") == BEFORE


def test_without_a_file_nothing_is_pinned(tmp_path: Path) -> None:
    assert read(tmp_path / "floors.toml") == Pinned()


def test_a_value_at_its_floor_holds_and_one_below_it_fails_by_name() -> None:
    assert failures(BEFORE, [measured(0.6)]) == []
    (text,) = failures(BEFORE, [measured(0.5999)])
    assert text == "facts.f1 is 0.5999, below its floor 0.600"


def test_a_missing_task_fails_where_a_floor_is_pinned_and_passes_where_none_is() -> None:
    gone = Measured(task="facts", missing="compare_story is not offered")
    assert len(failures(BEFORE, [gone])) == 2
    assert "MISSING: compare_story is not offered" in failures(BEFORE, [gone])[0]
    assert failures(BEFORE, [Measured(task="events", missing="no group_events")]) == []


def test_a_metric_that_a_task_no_longer_gives_fails() -> None:
    (text,) = failures(BEFORE, [Measured(task="facts", metrics={"facts.f1": 0.7})])
    assert text.startswith("facts.precision has the floor 0.800 but is MISSING")


def test_an_update_raises_a_floor_to_the_value_less_a_grain() -> None:
    after = raised(BEFORE, [measured(0.7001)], data={"gold": "def"})
    assert after.floors["facts"] == {"facts.f1": 0.698, "facts.precision": 0.808}
    assert after.data == {"gold": "def"}


def test_an_update_within_the_grain_leaves_the_floor_where_it_was() -> None:
    after = raised(BEFORE, [measured(0.601, 0.8)], data={})
    assert after.floors == BEFORE.floors


def test_an_update_never_lowers_a_floor_by_itself() -> None:
    with pytest.raises(GateError, match=r"facts.f1 is 0.5500.*--allow-regression"):
        raised(BEFORE, [measured(0.55)], data={})


def test_a_floor_is_lowered_when_it_is_named() -> None:
    after = raised(BEFORE, [measured(0.55)], data={}, allowed=["facts.f1"])
    assert after.floors["facts"] == {"facts.f1": 0.548, "facts.precision": 0.808}


def test_naming_one_floor_does_not_excuse_another() -> None:
    with pytest.raises(GateError, match=r"facts.precision is 0.7000"):
        raised(BEFORE, [measured(0.55, 0.7)], data={}, allowed=["facts.f1"])


def test_a_floor_that_is_not_pinned_cannot_be_lowered() -> None:
    with pytest.raises(GateError, match=r"no floor is pinned for facts\.f2"):
        raised(BEFORE, [measured(0.7)], data={}, allowed=["facts.f2"])


def test_a_new_task_is_pinned_by_its_first_update_and_others_stay() -> None:
    new = Measured(task="sentences", metrics={"sentences.f1": 0.9})
    after = raised(BEFORE, [new], data={})
    assert after.floors == {**BEFORE.floors, "sentences": {"sentences.f1": 0.898}}


@pytest.mark.parametrize(
    ("metric", "pinned"),
    [
        ("facts_story.precision", True),
        ("facts_story.recall", False),
        ("links_ecb.ap", True),
        ("links_ecb.kept_f1", False),
        ("pairs_mrpc.auc", True),
        ("pairs_mrpc.ap", False),
        ("extraction.pages", False),
    ],
)
def test_metrics_that_trade_against_a_pinned_one_have_no_floor(metric: str, pinned: bool) -> None:
    assert is_pinned(metric, {metric: 0.5}) is pinned


def test_a_precision_is_pinned_only_once_something_is_found() -> None:
    values = {"figures.clash_precision": 1.0, "figures.clash_recall": 0.0}
    assert not is_pinned("figures.clash_precision", values)
    assert is_pinned("figures.clash_precision", {**values, "figures.clash_recall": 0.1})
