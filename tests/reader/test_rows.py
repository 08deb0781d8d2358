from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.reader.replies import ReaderAnswer
from compare.reader.requests import Request
from compare.reader.rows import read_rows
from tests.reader.stories import BEACH, PIER, SHORE, finest, pairs_of

STORY = finest(PIER, SHORE, BEACH)
REQUESTS = pairs_of(STORY)
# One statement of each article.
ONE = tuple(
    next(n for n in range(len(STORY.statements)) if STORY.document(n) == k) for k in range(3)
)


def answers(*pairs: tuple[int, int]) -> list[tuple[Request, ReaderAnswer]]:
    """Every request answered, each pair of statements in a row of its own."""
    found = []
    for request in REQUESTS:
        rows = tuple(
            (request.numbers.index(a) + 1, request.numbers.index(b) + 1)
            for a, b in pairs
            if {a, b} <= set(request.numbers)
        )
        found.append((request, ReaderAnswer(rows=rows)))
    return found


def test_what_all_answers_put_together_is_one_row() -> None:
    read = read_rows(STORY, answers(*combinations(ONE, 2)), {})
    assert read.rows == (ONE,)


def test_an_article_alone_does_not_tie_two_others() -> None:
    a, b, c = ONE
    assert len(read_rows(STORY, answers((a, b), (a, c)), {}).rows[0]) == 2


def test_likeness_of_words_makes_up_for_an_answer_that_is_missing() -> None:
    a, b, c = ONE
    assert read_rows(STORY, answers((a, b), (a, c)), {(b, c): 0.4}).rows == (ONE,)


def test_answers_that_differ_on_an_overlap_settle_by_the_most_of_them() -> None:
    a, b, _ = ONE
    (request,) = (r for r in REQUESTS if {a, b} <= set(r.numbers))
    yes = ReaderAnswer(rows=((request.numbers.index(a) + 1, request.numbers.index(b) + 1),))
    assert read_rows(STORY, [(request, yes), (request, ReaderAnswer())], {}).rows == ()
    assert read_rows(STORY, [(request, yes)] * 2 + [(request, ReaderAnswer())], {}).rows == (
        (a, b),
    )


def test_the_fuller_of_two_is_kept_within_a_row_and_not_against_itself() -> None:
    a, b, _ = ONE
    (request,) = (r for r in REQUESTS if {a, b} <= set(r.numbers))
    x, y = request.numbers.index(a) + 1, request.numbers.index(b) + 1
    once = ReaderAnswer(rows=((x, y),), fuller=((x, y),))
    assert read_rows(STORY, [(request, once)], {}).fuller == {(a, b)}
    both = ReaderAnswer(rows=((x, y),), fuller=((x, y), (y, x)))
    assert read_rows(STORY, [(request, both)], {}).fuller == frozenset()
    apart = ReaderAnswer(fuller=((x, y),))
    assert read_rows(STORY, [(request, apart)], {}).fuller == frozenset()


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=30))
@settings(max_examples=50, deadline=None)
def test_rows_are_disjoint_and_of_two_articles(pairs: list[tuple[int, int]]) -> None:
    known = [
        (a, b)
        for a, b in pairs
        if max(a, b) < len(STORY.statements) and STORY.document(a) != STORY.document(b)
    ]
    rows = read_rows(STORY, answers(*known), {}).rows
    flat = [number for row in rows for number in row]
    assert len(flat) == len(set(flat))
    assert all(len({STORY.document(number) for number in row}) > 1 for row in rows)
