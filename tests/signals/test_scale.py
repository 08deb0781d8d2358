from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.scores import score_pairs
from compare.align.story import story_of
from compare.signals.scale import Term, scale
from compare.signals.statement_signals import SIGNALS
from compare.signals.texts import TEXTS
from tests.align.small import articles, stories

NAMES = {"statements": SIGNALS, "texts": tuple(TEXTS)}
VALUES = st.none() | st.floats(0, 1)


@pytest.mark.parametrize("name", NAMES)
def test_the_table_of_weights_names_every_signal_and_no_other(name: str) -> None:
    assert tuple(scale(name).terms) == NAMES[name]
    for term in scale(name).terms.values():
        assert term.spread > 0
        assert 0 <= term.usual <= 1
        assert math.isfinite(term.weight)


def test_a_silent_signal_adds_no_points() -> None:
    assert Term(2.0, 0.5, 0.25).points(None) == 0.0
    assert Term(2.0, 0.5, 0.25).points(0.75) == 2.0
    assert Term(2.0, 0.5, 0.25).points(0.5) == 0.0


@pytest.mark.parametrize("name", NAMES)
def test_when_all_are_silent_only_the_bias_speaks(name: str) -> None:
    whole = scale(name)
    silent = dict.fromkeys(whole.terms)
    assert whole.score(silent) == pytest.approx(1 / (1 + math.exp(-whole.bias)))
    assert all(reason.points == 0.0 for reason in whole.reasons(silent))


@given(st.fixed_dictionaries(dict.fromkeys(NAMES["statements"], VALUES)))
@settings(deadline=None)
def test_reasons_list_every_signal_and_add_up_to_the_score(
    values: dict[str, float | None],
) -> None:
    whole = scale("statements")
    reasons = whole.reasons(values)
    assert {reason.signal: reason.value for reason in reasons} == values
    assert len(reasons) == len(values)
    total = whole.bias + sum(reason.points for reason in reasons)
    assert whole.score(values) == pytest.approx(1 / (1 + math.exp(-total)), abs=0.001)


@given(st.fixed_dictionaries(dict.fromkeys(NAMES["statements"], VALUES)))
@settings(deadline=None)
def test_the_weightiest_reasons_come_first_and_silent_ones_last(
    values: dict[str, float | None],
) -> None:
    reasons = scale("statements").reasons(values)
    spoken = [abs(reason.points) for reason in reasons if reason.value is not None]
    assert spoken == sorted(spoken, reverse=True)
    silent = [reason.value is None for reason in reasons]
    assert silent == sorted(silent)


ROWS = st.lists(st.lists(VALUES, min_size=len(SIGNALS), max_size=len(SIGNALS)), max_size=5)


@given(ROWS)
@settings(deadline=None)
def test_a_table_of_values_has_the_scores_of_its_rows(rows: list[list[float | None]]) -> None:
    whole = scale("statements")
    values = np.array(
        [[np.nan if value is None else value for value in row] for row in rows]
    ).reshape(len(rows), len(SIGNALS))
    slow = [whole.score(dict(zip(SIGNALS, row, strict=True))) for row in rows]
    assert whole.probabilities(values).tolist() == pytest.approx(slow, abs=2e-9)


def test_no_sum_of_points_is_too_large_for_a_probability() -> None:
    assert 0.0 <= scale("statements").probability(-1e9) < 1e-12
    assert 1.0 - 1e-12 < scale("statements").probability(1e9) <= 1.0


@given(stories())
@settings(deadline=None, max_examples=25)
def test_the_reasons_of_a_pair_in_a_story_name_all_signals(told: list[str]) -> None:
    scores = score_pairs(story_of(articles(*told)))
    for a, b in scores.score:
        reasons = scores.reasons(a, b)
        assert {reason.signal for reason in reasons} == set(SIGNALS)
        total = scale("statements").bias + sum(reason.points for reason in reasons)
        assert scores.of(a, b) == pytest.approx(1 / (1 + math.exp(-total)), abs=0.001)
        assert all(r.value is None or 0.0 <= r.value <= 1.0 for r in reasons)
