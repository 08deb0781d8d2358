"""The HTML pages of a lesson, each one file that needs no network."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from compare.assets import asset
from compare.formats.html import inline
from compare.teach.exports import too_long_for_kahoot
from compare.teach.hints import places_in_names
from compare.teach.lesson import CANNOT_SEE, RUBRIC, Lesson
from compare.teach.question import Question

if TYPE_CHECKING:
    from jinja2 import Environment

_STUDENT_SCRIPT = "teach/student.js"
_QUIZ_SCRIPT = "teach/quiz.js"


def student_page(lesson: Lesson) -> str:
    """Read, mark, answer: the blind articles and the questions."""
    return _page("student", lesson, digest=_digest(_STUDENT_SCRIPT), name=_name(lesson))


def quiz_page(lesson: Lesson) -> str:
    """The questions that mark themselves, with the blind articles."""
    return _page("quiz", lesson, digest=_digest(_QUIZ_SCRIPT))


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
    template = _environment().get_template(f"teach/{template_name}.html.j2")
    return template.render(lesson=lesson, rubric=RUBRIC, **more)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(asset("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["inline"] = inline
    return environment


def _digest(script: str) -> str:
    """The digest by which the page's own policy knows its one script from any other."""
    digest = hashlib.sha256(inline(script).encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _name(lesson: Lesson) -> str:
    """A name that tells this lesson from others in the store of a browser."""

    def key(question: Question) -> str:
        return f"{question.id}\x1f{question.prompt}"

    asked = "\x1e".join(key(question) for question in lesson.questions)
    return hashlib.sha256(asked.encode()).hexdigest()[:12]
