"""The plan of a period adds up and names each question once."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.teach.question import Kind, Question
from compare.teach.timetable import timetable
from tests.bundled import STORIES
from tests.teach.conftest import lesson_of, questions_of

PERIOD = 40


def timed(kind: Kind, minutes: int) -> Question:
    """A question of the bundled story, of another kind and length."""
    return replace(questions_of("demo")[0], kind=kind, minutes=minutes)


@pytest.mark.parametrize("story", STORIES)
def test_the_stages_of_a_lesson_add_up_to_the_period(story: str) -> None:
    assert sum(minutes for minutes, _ in lesson_of(story).stages) == PERIOD


@given(st.lists(st.builds(timed, st.sampled_from(Kind), st.integers(1, 6)), max_size=25))
@settings(deadline=None)
def test_each_question_has_one_place_and_the_work_in_pairs_fits(asked: list[Question]) -> None:
    stages = timetable(asked)
    assert sum(minutes for minutes, _ in stages) == PERIOD
    minutes, work = stages[2]
    now, _, later = work.partition(" For whoever")
    told = [int(n) for n in re.findall(r"\d+", now)]
    home = [int(n) for n in re.findall(r"\d+", later.partition(" (about")[0])]
    guesses = [int(n) for n in re.findall(r"\d+", stages[3][1])]
    assert sorted(told + home + guesses) == list(range(1, len(asked) + 1))
    assert sum(asked[number - 1].minutes for number in told) <= minutes


def test_a_figure_and_a_wording_are_argued_in_class() -> None:
    made = lesson_of("demo")
    now = made.stages[2][1].partition(" For whoever")[0]
    kinds = {made.questions[int(number) - 1].kind for number in re.findall(r"\d+", now)}
    assert {Kind.FIGURES, Kind.WORDING} <= kinds
