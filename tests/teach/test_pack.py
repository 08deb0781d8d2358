"""The lesson of a bundled story is the same each time, and its key names every outlet."""

from __future__ import annotations

import pytest

from compare.errors import OptionError
from compare.model.teaching import TeachPlan
from compare.teach.lesson import lesson
from compare.teach.pack import lesson_files
from tests.bundled import comparison, documents
from tests.teach.conftest import files_of, lesson_of

STORIES = ("demo", "border-camp", "mayor-resigns")


@pytest.mark.parametrize("story", STORIES)
def test_the_same_seed_gives_the_same_bytes(story: str) -> None:
    again = lesson_files(lesson(comparison(story), seed=1), word=False)
    assert again == {name: files_of(story)[name] for name in again}


def test_the_sealed_key_names_every_outlet() -> None:
    names = {row.outlet for row in lesson_of("demo").key}
    assert names == {document.outlet for document in documents("demo")}


def test_a_plan_that_pins_an_unknown_question_is_refused() -> None:
    with pytest.raises(OptionError):
        lesson(comparison("demo"), plan=TeachPlan(pin=("figures-nowhere",)))
