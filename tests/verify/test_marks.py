"""A mark is shown when the statement bears the label out, and no more than it does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model.verification import Outcome, Rule
from compare.verify.marks import verify_mark

SHARE = st.floats(0, 1)


@pytest.mark.parametrize(
    ("closest", "label", "plain", "core", "outcome"),
    [
        (0.9, 0.9, 0.9, 0.9, Outcome.KEPT),
        (0.9, 0.1, 0.2, 0.1, Outcome.WEAKENED),
        (0.9, 0.4, 0.0, 0.1, Outcome.WEAKENED),
        (0.9, 0.5, 0.2, 0.1, Outcome.WEAKENED),
        (0.9, 0.6, 0.0, 0.1, Outcome.KEPT),
        (0.5, 0.85, 0.3, 0.6, Outcome.KEPT),
        # Two sentences on one campaign and company, and nothing that both say was done.
        (0.74, 0.71, 0.82, 0.61, Outcome.WEAKENED),
        (0.9, 0.1, 0.0, 0.1, Outcome.WEAKENED),
        (0.5, 0.5, 0.3, 0.6, Outcome.WEAKENED),
        (0.5, 0.1, 0.3, 0.1, Outcome.WEAKENED),
        (0.8, 0.5, 0.2, 0.6, Outcome.WEAKENED),
        (0.6, 0.1, 0.1, 0.1, Outcome.WEAKENED),
        (0.1, 0.5, 0.5, 0.1, Outcome.WEAKENED),
        (0.3, 0.1, 0.2, 0.6, Outcome.WEAKENED),
        (0.4, 0.6, 0.0, 0.6, Outcome.WEAKENED),
        (0.3, 0.6, 0.1, 0.6, Outcome.DROPPED),
        (0.1, 0.2, 0.5, 0.4, Outcome.DROPPED),
        (0.5, 0.2, 0.2, 0.4, Outcome.DROPPED),
        (0.0, 0.0, 0.0, 0.0, Outcome.DROPPED),
    ],
)
def test_a_close_fit_bears_a_mark_out_names_alone_do_not(
    closest: float, label: float, plain: float, core: float, outcome: Outcome
) -> None:
    found = verify_mark(closest=closest, label_share=label, core_share=core, plain_share=plain)
    assert found.outcome is outcome


def test_what_counts_the_same_bears_the_mark_out_whatever_its_words() -> None:
    found = verify_mark(
        closest=0.2, label_share=0.2, core_share=0.2, plain_share=0.2, same_count=True
    )
    assert (found.outcome, found.rules) == (Outcome.KEPT, (Rule.ONE_COUNT,))


@given(SHARE, SHARE, SHARE, SHARE, st.booleans())
def test_a_mark_that_is_shown_names_its_rules_and_a_dropped_one_has_none(
    closest: float, label: float, core: float, plain: float, same: bool
) -> None:
    found = verify_mark(
        closest=closest, label_share=label, core_share=core, plain_share=plain, same_count=same
    )
    assert bool(found.rules) is (found.outcome is not Outcome.DROPPED)


def test_what_a_reader_put_beside_others_is_shown_in_part_without_words_of_the_label() -> None:
    bare = verify_mark(
        closest=0.0, label_share=0.0, core_share=0.0, plain_share=0.0, read_as_same=True
    )
    assert (bare.outcome, bare.rules) == (Outcome.WEAKENED, (Rule.READ_AS_SAME,))


@given(SHARE, SHARE, SHARE, SHARE)
def test_a_reader_makes_no_mark_full(
    closest: float, label: float, plain: float, core: float
) -> None:
    plainly, read = (
        verify_mark(
            closest=closest, label_share=label, core_share=core, plain_share=plain, read_as_same=one
        )
        for one in (False, True)
    )
    assert plainly.outcome is Outcome.KEPT or read.outcome is not Outcome.KEPT
    assert read.outcome is not Outcome.DROPPED
    assert set(read.rules) - {Rule.READ_AS_SAME} >= set(plainly.rules)


@pytest.mark.parametrize(("read", "outcome"), [(False, Outcome.KEPT), (True, Outcome.WEAKENED)])
def test_one_count_is_not_enough_where_a_reader_alone_made_the_row(
    read: bool, outcome: Outcome
) -> None:
    found = verify_mark(
        closest=0.2,
        label_share=0.1,
        core_share=0.1,
        plain_share=0.1,
        same_count=True,
        read_as_same=read,
    )
    assert found.outcome is outcome
