"""The lesson of a bundled story: blind for students, the same each time, answered by its copies."""

from __future__ import annotations

import pytest

from compare.errors import OptionError
from compare.model.teaching import TeachPlan
from compare.teach.lesson import Lesson, lesson
from compare.teach.material import Material
from compare.teach.pack import BLIND, files
from compare.teach.question_choice import all_questions, faults
from tests.bundled import comparison, documents

STORIES = ("demo", "border-camp", "mayor-resigns")


def made(story: str, seed: int = 1) -> Lesson:
    return lesson(comparison(story), seed=seed)


@pytest.mark.parametrize("story", STORIES)
def test_no_file_for_students_names_an_outlet_or_a_domain(story: str) -> None:
    written = files(made(story), word=False)
    tells = [document.outlet for document in documents(story)]
    tells += [document.url.split("/")[2] for document in documents(story) if document.url]
    pages = [name for name in BLIND if name.endswith(".html")]
    assert len(pages) >= 3
    for name in pages:
        text = written[name].decode("utf-8").casefold()
        assert [tell for tell in tells if tell.casefold() in text] == []


@pytest.mark.parametrize("story", STORIES)
def test_the_same_seed_gives_the_same_bytes(story: str) -> None:
    assert files(made(story), word=False) == files(made(story), word=False)


@pytest.mark.parametrize("story", STORIES)
def test_every_question_can_be_answered_from_the_copies(story: str) -> None:
    each = made(story)
    material = Material(comparison(story), each.blinder, seed=1)
    questions = all_questions(material)
    assert len(questions) >= 5
    assert {question.id: faults(material, question) for question in questions} == {
        question.id: () for question in questions
    }


def test_the_sealed_key_names_every_outlet() -> None:
    names = {row.outlet for row in made("demo").key}
    assert names == {document.outlet for document in documents("demo")}


def test_a_plan_that_pins_an_unknown_question_is_refused() -> None:
    with pytest.raises(OptionError):
        lesson(comparison("demo"), plan=TeachPlan(pin=("figures-nowhere",)))
