"""Sums for whole blocks of pairs are those of plain sets."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.signals.blocks import keys_held, letter_runs, shared_sums
from tests.signals.readable_signals import letter_cosine

KEYS = "abcdefgh"
NUMBERS = {key: number for number, key in enumerate(KEYS)}
SETS = st.lists(st.frozensets(st.sampled_from(KEYS)), min_size=1, max_size=7)
RUNS = st.lists(
    st.frozensets(st.sampled_from(["brid", "ridg", "idge", "mayo", "ayor"])),
    min_size=1,
    max_size=6,
)


@given(SETS)
def test_the_keys_of_each_row_are_found_by_row_and_by_key(sets: list[frozenset[str]]) -> None:
    found = keys_held(sets, NUMBERS)
    assert found.count == len(sets)
    for row, keys in enumerate(sets):
        mine = found.keys[found.first[row] : found.first[row + 1]].tolist()
        assert mine == sorted(NUMBERS[key] for key in keys)
    entries = {divmod(int(code), len(sets)) for code in found.codes}
    assert entries == {(NUMBERS[key], row) for row, keys in enumerate(sets) for key in keys}
    assert found.codes.tolist() == sorted(found.codes.tolist())


@given(SETS, SETS, st.data())
@settings(deadline=None)
def test_shared_sums_are_those_of_the_common_keys(
    ours: list[frozenset[str]], others: list[frozenset[str]], data: st.DataObject
) -> None:
    low = data.draw(st.integers(0, len(ours)))
    high = data.draw(st.integers(low, len(ours)))
    start = data.draw(st.integers(0, len(others)))
    end = data.draw(st.integers(start, len(others)))
    weights = np.array([[0.5 * n + 1 for n in range(8)], [0, 1, 0, 2, 0, 3, 0, 4.0]])
    found = shared_sums(
        keys_held(ours, NUMBERS), keys_held(others, NUMBERS), (low, high), start, end, weights
    )
    assert found.shape == (2, high - low, end - start)
    for kind in range(2):
        for i, mine in enumerate(ours[low:high]):
            for j, theirs in enumerate(others[start:end]):
                expected = sum(weights[kind][NUMBERS[key]] for key in mine & theirs)
                assert abs(found[kind, i, j] - expected) < 1e-9


@given(RUNS, st.data())
@settings(deadline=None)
def test_letter_runs_have_the_cosine_of_their_rarity(
    runs: list[frozenset[str]], data: st.DataObject
) -> None:
    low = data.draw(st.integers(0, len(runs)))
    high = data.draw(st.integers(low, len(runs)))
    found = letter_runs(runs).cosines(low, high)
    assert found.shape == (high - low, len(runs) - low)
    for a in range(low, high):
        for b in range(low, len(runs)):
            if a != b:
                assert abs(found[a - low, b - low] - letter_cosine(runs, a, b)) < 1e-9


def test_texts_without_letters_are_like_nothing() -> None:
    found = letter_runs([frozenset(), frozenset(["brid"]), frozenset(["brid"])]).cosines(0, 3)
    assert found[0].tolist() == [0.0, 0.0, 0.0]
    assert found[1, 2] > 0.99


def test_weights_are_whole_sixteenths_so_that_every_machine_adds_the_same() -> None:
    rows = letter_runs([frozenset(["a", "b"]), frozenset(["a"]), frozenset(["b", "c"])]).rows
    assert np.array_equal(rows, np.round(rows))
    assert rows.max() <= 16
