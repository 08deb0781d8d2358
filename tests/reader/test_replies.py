from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.reader.replies import ReaderAnswer, UnusableReply, answer_in
from compare.reader.requests import Request, RequestKind, requests_of
from tests.reader.stories import PIER, SHORE, finest, pairs_of

STORY = finest(PIER, SHORE)
(PAIR,) = pairs_of(STORY)
(SPEAKERS,) = (r for r in requests_of(STORY, 6000) if r.kind is RequestKind.SPEAKERS)
OTHER = PAIR.first + 1


def said(**fields: Any) -> str:
    return json.dumps({"same": [], "fuller": [], "figures": [], **fields})


def test_a_plain_answer_is_read() -> None:
    figures = (1, PAIR.first_figures + 1, 5)
    reply = said(same=[[1, OTHER]], fuller=[[OTHER, 1]], figures=[figures])
    assert answer_in(reply, PAIR) == ReaderAnswer(
        rows=((1, OTHER),), fuller=((OTHER, 1),), figures=(figures,)
    )


@pytest.mark.parametrize(
    "frame",
    [
        "```json\n{}\n```",
        "Sure! Here you are: {} I hope that helps.",
        "<think>Is it {{1}}? [[1, 2]]</think>{}",
        'The form is {{"a": 1}}, so: {}',
    ],
)
def test_an_answer_is_found_in_whatever_stands_around_it(frame: str) -> None:
    assert answer_in(frame.format(said(same=[[1, OTHER]])), PAIR).rows == ((1, OTHER),)


def test_numbers_may_be_written_in_several_ways() -> None:
    assert answer_in(said(same=[["[1]", float(OTHER)], ["2", OTHER + 1]]), PAIR).rows == (
        (1, OTHER),
        (2, OTHER + 1),
    )


@pytest.mark.parametrize(
    ("row", "dropped"),
    [
        ([1, 1, OTHER], 1),
        ([1, OTHER, 99_999], 1),
        ([1, OTHER, -4], 1),
        ([1, OTHER, True], 1),
        ([1, OTHER, "one"], 1),
        ([1, OTHER, 10**40], 1),
    ],
)
def test_a_number_that_is_unknown_or_comes_twice_is_dropped(row: list[Any], dropped: int) -> None:
    answer = answer_in(said(same=[row]), PAIR)
    assert (answer.rows, answer.dropped) == (((1, OTHER),), dropped)


def test_a_number_is_in_one_row_alone() -> None:
    answer = answer_in(said(same=[[1, OTHER], [1, 2, OTHER + 1]]), PAIR)
    assert answer.rows == ((1, OTHER), (2, OTHER + 1))
    assert answer.dropped == 1


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "I cannot help with that.",
        said(same=[[1, OTHER]])[:-20],
        "[[1, 2]]",
        '{"same": "all of them"}',
        '{"same": {"1": 2}}',
        "{" * 5000,
        '{"same": ' + "[" * 100_000,
        said(same=[[1, 2], [3, 4]]),
        said(same=[list(range(1, len(PAIR.numbers) + 1))]),
        said(same=["<script>", "x", 7]),
    ],
    ids=range(11),
)
def test_what_holds_no_answer_or_mostly_breaks_the_rules_is_of_no_use(reply: str) -> None:
    with pytest.raises(UnusableReply):
        answer_in(reply, PAIR)


def test_figures_of_one_text_and_unknown_relations_are_dropped() -> None:
    last = PAIR.first_figures + 1
    answer = answer_in(
        said(same=[[1, OTHER]], figures=[[1, last, 2], [1, 2, 1], [2, last, 9]]), PAIR
    )
    assert answer.figures == ((1, last, 2),)
    assert answer.dropped == 2


def test_a_pronoun_means_one_name() -> None:
    answer = answer_in('{"pronouns": [[1, 1], [1, 2]]}', SPEAKERS)
    assert answer.pronouns == ((1, 1),)
    assert answer.dropped == 1


NUMBERS = st.integers(-3, len(PAIR.numbers) + 3) | st.text(max_size=3) | st.none() | st.floats()
JSON = st.recursive(NUMBERS, lambda inside: st.lists(inside, max_size=5), max_leaves=20)
REPLIES = st.text(max_size=300) | st.fixed_dictionaries(
    {"same": JSON, "fuller": JSON, "figures": JSON, "pronouns": JSON}
).map(json.dumps)


@given(REPLIES, st.sampled_from([PAIR, SPEAKERS]))
@settings(max_examples=200, deadline=None)
def test_of_any_reply_nothing_but_numbers_that_were_given_out_is_left(
    reply: str, request: Request
) -> None:
    try:
        answer = answer_in(reply, request)
    except UnusableReply as wrong:
        answer, why = ReaderAnswer(), str(wrong)
    else:
        why = ""
    assert why in {
        "",
        "there is no answer in it",
        "more of its answer breaks the rules than keeps them",
    }
    known = set(range(1, len(request.numbers) + 1))
    flat = [number for row in answer.rows for number in row]
    assert set(flat) <= known
    assert len(flat) == len(set(flat))
    for row in answer.rows:
        assert min(row) <= request.first < max(row)
    assert all(type(number) is int for number in flat)
    assert {pair[0] for pair in answer.pronouns} <= set(range(1, len(request.pronouns) + 1))
