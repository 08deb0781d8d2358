"""The stages of one period, with the questions that fit into them."""

from __future__ import annotations

from collections.abc import Sequence

from compare.teach.question import Kind, Question, list_of

PAIR_WORK = 12
# Pairs argue these first: a figure and a wording, then what else there is to set side by side.
_FIRST = (
    Kind.FIGURES,
    Kind.WORDING,
    Kind.CUT,
    Kind.CONFIRMATION,
    Kind.PLACEMENT,
    Kind.FIND,
    Kind.SPEAKS,
    Kind.LATERAL,
)


def timetable(questions: Sequence[Question]) -> tuple[tuple[int, str], ...]:
    """Minutes and what is done in them; 40 together, however many questions the sheet has."""
    pairs, later = _work(questions)
    guesses = [n for n, question in enumerate(questions, 1) if question.kind is Kind.PREDICT]
    guess = f" ({_numbers(guesses)} on the sheet)" if guesses else ""
    return (
        (8, "Read one blind article alone. Write down in three sentences what happened."),
        (10, "Swap with somebody who read another one. Mark what you had not read."),
        (PAIR_WORK, f"In pairs, on the worksheet or in the quiz: {pairs}.{later}"),
        (5, f"Write down the guesses before the reveal{guess}."),
        (5, "Open the sealed key. Note what changes in your mind, and what does not."),
    )


def _work(questions: Sequence[Question]) -> tuple[str, str]:
    """The questions for the time in pairs, and those for whoever is quick or for home."""
    numbered = [
        (number, question)
        for number, question in enumerate(questions, 1)
        if question.kind is not Kind.PREDICT
    ]
    numbered.sort(key=lambda pair: _FIRST.index(pair[1].kind))
    left, taken, seen = PAIR_WORK, [], set()
    for again in (False, True):
        for number, question in numbered:
            fresh = number not in taken and (again or question.kind not in seen)
            if fresh and question.minutes <= left:
                taken.append(number)
                seen.add(question.kind)
                left -= question.minutes
    rest = {number: question for number, question in numbered if number not in taken}
    minutes = sum(question.minutes for question in rest.values())
    later = (
        f" For whoever is quick, or for home: {_numbers(rest)} (about {minutes} minutes)."
        if rest
        else ""
    )
    return _numbers(taken) if taken else "what you had not read", later


def _numbers(numbers: Sequence[int] | dict[int, Question]) -> str:
    several = sorted(numbers)
    word = "question" if len(several) == 1 else "questions"
    return f"{word} {list_of(str(number) for number in several)}"
