from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.tiles import SHORTEST, tiles

WORDS = st.lists(st.sampled_from(["", "a", "b", "c", "d"]), max_size=14)


def test_a_moved_clause_is_found_beside_the_one_before_it() -> None:
    one = "crews closed the bridge after a lorry lost its load".split()
    other = "after a lorry lost its load crews closed the bridge".split()
    assert {(t.size, t.a, t.b) for t in tiles(one, other)} == {(6, 4, 0), (4, 0, 6)}


def test_the_longest_run_is_kept_where_two_overlap() -> None:
    found = tiles("a b c d e f".split(), "a b c d x c d e f".split())
    assert (found[0].size, found[0].a, found[0].b) == (4, 0, 0)


def test_an_empty_word_matches_nothing_and_ends_a_run() -> None:
    assert tiles(["a", "b", "", "c", "d"], ["a", "b", "", "c", "d"]) == []


@settings(deadline=None)
@given(WORDS, WORDS)
def test_tiles_are_shared_runs_that_never_overlap(one: list[str], other: list[str]) -> None:
    taken_one: set[int] = set()
    taken_other: set[int] = set()
    for size, a, b in tiles(one, other):
        assert size >= SHORTEST
        assert one[a : a + size] == other[b : b + size]
        assert "" not in one[a : a + size]
        assert taken_one.isdisjoint(range(a, a + size))
        assert taken_other.isdisjoint(range(b, b + size))
        taken_one.update(range(a, a + size))
        taken_other.update(range(b, b + size))


@settings(deadline=None)
@given(WORDS, WORDS)
def test_the_number_of_shared_words_is_the_same_both_ways(one: list[str], other: list[str]) -> None:
    there = sum(t.size for t in tiles(one, other))
    back = sum(t.size for t in tiles(other, one))
    assert (there == 0) == (back == 0)
