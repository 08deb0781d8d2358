"""The worksheet holds what fits on two sides and loses nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.teach.question import Kind, Level, Option, Question
from compare.teach.sheet import large_sheet, sheet


def question(length: int, options: int, level: Level) -> Question:
    texts = tuple(Option(text=f"option {number}", right=number == 0) for number in range(options))
    return Question(
        id=f"find-{length}",
        kind=Kind.FIND,
        level=level,
        prompt="w" * length,
        plain="",
        answer="",
        why="",
        look_for="",
        misreading="",
        options=texts,
    )


QUESTIONS = st.lists(
    st.builds(question, st.integers(20, 700), st.integers(0, 4), st.sampled_from(Level)),
    max_size=20,
)


@given(QUESTIONS)
@settings(deadline=None)
def test_every_question_is_on_a_side_or_told_to_be_over(questions: list[Question]) -> None:
    made = sheet(questions)
    placed = [slot.question for side in made.sides for slot in side]
    assert len(made.sides) <= 2
    assert sorted(map(id, [*placed, *made.over])) == sorted(map(id, questions))


@given(QUESTIONS)
@settings(deadline=None)
def test_large_print_leaves_nothing_out(questions: list[Question]) -> None:
    (side,) = large_sheet(questions).sides
    assert [slot.question for slot in side] == questions


def test_a_question_to_explain_has_room_to_write() -> None:
    ((slot,),) = sheet([question(100, 0, Level.EXPLAIN)]).sides
    assert slot.lines >= 2
