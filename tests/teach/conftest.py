"""Lessons of the bundled stories, each made once, and a page of the browser for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from compare.teach.activities import Activity, activities
from compare.teach.blind import Blinder
from compare.teach.lesson import Lesson, lesson
from compare.teach.material import Material
from compare.teach.pack import lesson_files
from compare.teach.question import Question
from compare.teach.question_choice import all_questions
from tests.bundled import comparison

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@cache
def lesson_of(story: str) -> Lesson:
    """The usual lesson of a bundled story."""
    return lesson(comparison(story))


@cache
def material_of(story: str) -> Material:
    """What the questions of a bundled story are made from."""
    return Material(comparison(story), Blinder(comparison(story)), seed=1)


@cache
def questions_of(story: str) -> tuple[Question, ...]:
    """Every question of a bundled story."""
    return all_questions(material_of(story))


@cache
def activities_of(story: str) -> tuple[Activity, ...]:
    """Every activity of a bundled story."""
    return activities(material_of(story))


@cache
def files_of(story: str) -> dict[str, bytes]:
    """Every file of the usual lesson of a bundled story."""
    return lesson_files(lesson_of(story), word=True)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which an error or a request for anything but a file fails the test."""
    context = browser.new_context(viewport={"width": 1100, "height": 800})
    opened = context.new_page()
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda said: troubles.append(said.text))
    opened.on(
        "request",
        lambda request: (
            None if request.url.startswith(("file:", "blob:")) else troubles.append(request.url)
        ),
    )
    yield opened
    context.close()
    assert not troubles


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lesson of the bundled story in a folder."""
    folder = tmp_path_factory.mktemp("lesson")
    for name, data in files_of("demo").items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return folder
