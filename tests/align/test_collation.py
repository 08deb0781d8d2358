from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.collation import CollationRow, Match, chain, collate, gain_of_neighbours

FUNCTION = {"the", "a", "of", "to", "by", "was"}


def row(text: str) -> CollationRow:
    keys = tuple(text.split())
    return CollationRow(keys, tuple(key not in FUNCTION for key in keys))


def table(*texts: str) -> list[list[str]]:
    rows = [row(text) for text in texts]
    return [
        ["" if at is None else rows[n].keys[at] for n, at in enumerate(column)]
        for column in collate(rows)
    ]


def worth(found: list[Match]) -> float:
    return len(found) + sum(gain_of_neighbours(a, b) for a, b in pairwise(found))


def best_of_all_chains(points: list[Match]) -> float:
    """The slow and obvious twin of `chain`: every subset that goes forward, weighed."""
    best = 0.0
    for size in range(len(points) + 1):
        for some in combinations(sorted(points), size):
            forward = all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(some))
            if forward:
                best = max(best, worth(list(some)))
    return best


POINTS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=10, unique=True)


@settings(deadline=None, max_examples=60)
@given(POINTS)
def test_a_chain_is_as_heavy_as_the_best_of_all_chains(points: list[Match]) -> None:
    found = chain(points)
    assert all(point in points for point in found)
    assert abs(worth(found) - best_of_all_chains(points)) < 1e-9


@settings(deadline=None, max_examples=60)
@given(POINTS)
def test_a_chain_goes_forward_in_table_and_row(points: list[Match]) -> None:
    found = chain(points)
    for one, other in pairwise(found):
        assert one[0] < other[0]
        assert one[1] < other[1]


def test_no_points_make_no_chain() -> None:
    assert chain([]) == []


WORDS = st.lists(st.sampled_from("fire ferry dead quay crew the of was".split()), max_size=9)
ROWS = st.lists(WORDS.map(" ".join), min_size=2, max_size=5, unique=True)


@settings(deadline=None, max_examples=80)
@given(ROWS)
def test_every_word_of_a_row_is_in_one_column_in_its_order_or_none_is(texts: list[str]) -> None:
    rows = [row(text) for text in texts]
    columns = collate(rows)
    for number, each in enumerate(rows):
        placed = [at for column in columns if (at := column[number]) is not None]
        assert placed in ([], list(range(len(each.keys))))
    assert all(any(at is not None for at in column) for column in columns)


@settings(deadline=None, max_examples=80)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_table_does_not_depend_on_the_order_of_the_rows(
    texts: list[str], order: object
) -> None:
    mixed = texts.copy()
    order.shuffle(mixed)  # type: ignore[attr-defined]
    straight = {tuple(zip(texts, column, strict=True)) for column in collate([*map(row, texts)])}
    turned = {tuple(zip(mixed, column, strict=True)) for column in collate([*map(row, mixed)])}
    assert {frozenset(column) for column in straight} == {frozenset(column) for column in turned}


def test_equal_words_stand_in_one_column() -> None:
    assert table("police cleared the camp", "officers cleared the camp") == [
        ["police", "officers"],
        ["cleared", "cleared"],
        ["the", "the"],
        ["camp", "camp"],
    ]


def test_words_that_only_one_wording_has_get_a_column_of_their_own() -> None:
    assert table("fire swept the old ferry", "fire swept the ferry") == [
        ["fire", "fire"],
        ["swept", "swept"],
        ["the", "the"],
        ["old", ""],
        ["ferry", "ferry"],
    ]


def test_no_wording_is_the_base_of_the_others() -> None:
    """Two rows agree on words that the most central row does not have."""
    found = table(
        "crew left the burning ferry at noon",
        "crew left the ferry by rope",
        "sailors left the ferry by rope",
    )
    assert ["", "rope", "rope"] in [[*column] for column in found] or [
        "noon",
        "rope",
        "rope",
    ] in found


def test_a_wording_that_shares_one_word_only_is_not_lined_up() -> None:
    found = table("fire swept the ferry", "fire swept the quay", "a dead fire")
    assert all(column[2] == "" for column in found)


def test_wordings_with_nothing_in_common_make_no_table() -> None:
    assert table("fire swept the ferry", "eleven votes were cast") == []


def test_function_words_alone_line_nothing_up() -> None:
    assert table("the of a to by", "the of a by was") == []
