from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.signals.surroundings import Surroundings, surroundings

# Three documents of two sentences each: numbers 0 and 1, 2 and 3, 4 and 5.
DOCUMENT = (0, 0, 1, 1, 2, 2)
PLACE = (0, 1, 0, 1, 0, 1)
ACROSS = [(a, b) for b in range(6) for a in range(b) if DOCUMENT[a] != DOCUMENT[b]]


def around(scores: dict[tuple[int, int], float]) -> Surroundings:
    return surroundings(dict(sorted(scores.items())), DOCUMENT, PLACE)


@given(st.dictionaries(st.sampled_from(ACROSS), st.floats(0, 1)))
@settings(deadline=None)
def test_surroundings_are_symmetric_and_answer_0_to_1(scores: dict[tuple[int, int], float]) -> None:
    found = around(scores)
    for a, b in scores:
        values = found.values(a, b)
        assert values == found.values(b, a)
        assert all(value is None or 0.0 <= value <= 1.0 for value in values.values())


def test_a_pair_without_rivals_stands_out() -> None:
    found = around({(0, 2): 0.8, (0, 3): 0.1, (1, 2): 0.2})
    assert found.stands_out(0, 2) == 0.5 + 0.6 / 2
    assert found.stands_out(0, 3) < 0.5


def test_two_rivals_of_one_score_leave_a_pair_in_the_middle() -> None:
    assert around({(0, 2): 0.8, (0, 3): 0.8}).stands_out(0, 2) == 0.5


def test_the_likeness_of_neighbours_speaks_for_a_pair() -> None:
    found = around({(0, 2): 0.3, (1, 3): 0.9, (0, 3): 0.4})
    assert found.neighbours(0, 2) == 0.9
    assert found.next_sentence(0, 2) == 0.4
    assert around({(0, 2): 0.3}).neighbours(0, 2) == 0.0


def test_a_sentence_of_a_third_outlet_is_a_witness_when_it_fits_both() -> None:
    scores = {(0, 2): 0.3, (0, 4): 0.9, (2, 4): 0.6, (2, 5): 0.9}
    third, others = around(scores).outlets_beyond(0, 2)
    assert third == 0.6
    assert others == 1 - (1 - 0.9 * 0.6)


def test_two_outlets_have_no_third_to_speak() -> None:
    pair = surroundings({(0, 2): 0.3}, DOCUMENT[:4], PLACE[:4])
    assert pair.values(0, 2)["third outlet"] is None
    assert pair.values(0, 2)["other outlets"] is None


def test_a_pair_that_was_not_scored_counts_nothing() -> None:
    assert around({}).first(0, 2) == 0.0
