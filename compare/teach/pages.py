"""The HTML pages of a lesson, each one file that needs no network."""

from __future__ import annotations

import hashlib

from compare.formats.html import page_environment
from compare.teach.exports import too_long_for_kahoot
from compare.teach.hints import places_in_names
from compare.teach.lesson import CANNOT_SEE, RUBRIC, Lesson
from compare.teach.question import Question


def student_page(lesson: Lesson) -> str:
    """Read, mark, answer: the blind articles and the questions."""
    return _page("student", lesson, name=_name(lesson))


def quiz_page(lesson: Lesson) -> str:
    """The questions that mark themselves, with the blind articles."""
    return _page("quiz", lesson)


def worksheet_page(lesson: Lesson) -> str:
    """Two sides of A4."""
    return _page("worksheet", lesson, sheet=lesson.sheet, large=False)


def large_worksheet_page(lesson: Lesson) -> str:
    """The same questions in large print."""
    return _page("worksheet", lesson, sheet=lesson.large, large=True)


def teacher_page(lesson: Lesson) -> str:
    """Names, answers, notes and timings."""
    return _page(
        "teacher",
        lesson,
        limits=CANNOT_SEE,
        places=places_in_names(lesson),
        too_long=too_long_for_kahoot(lesson),
    )


def _page(template_name: str, lesson: Lesson, **more: object) -> str:
    template = page_environment().get_template(f"teach/{template_name}.html.j2")
    return template.render(lesson=lesson, rubric=RUBRIC, **more)


def _name(lesson: Lesson) -> str:
    """A name that tells this lesson from others in the store of a browser."""

    def key(question: Question) -> str:
        return f"{question.id}\x1f{question.prompt}"

    asked = "\x1e".join(key(question) for question in lesson.questions)
    return hashlib.sha256(asked.encode()).hexdigest()[:12]
