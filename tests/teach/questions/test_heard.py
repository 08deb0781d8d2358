"""A list of those who are heard is asked for only where it is whole."""

from __future__ import annotations

import pytest

from compare.pipeline import compare_story
from compare.sources.document import document
from compare.teach.blind import Blinder
from compare.teach.material import Material
from compare.teach.question import Question
from compare.teach.questions.heard import missing_voice
from tests.bundled import STORIES
from tests.teach.conftest import material_of

FIRST = (
    "A barge sank in the Orm canal on Monday.\n\n"
    "“I saw the lamp go out and I ran,” said Mara Tolle, the lock keeper.\n\n"
    "“We will raise the barge on Friday,” Commander Pers Aldane said."
)
REST = "A barge sank in the Orm canal on Monday. It will be raised on Friday."


def asked(more: str = "") -> Question:
    """What is asked of the first article, which goes on with `more`."""
    texts = (f"{FIRST}\n\n{more}".strip(), REST)
    found = compare_story(
        [document(text, outlet=name) for text, name in zip(texts, ("Ash", "Birch"), strict=True)]
    )
    return next(missing_voice(Material(found, Blinder(found), seed=1)))


def test_a_whole_list_has_everybody() -> None:
    question = asked()
    assert question.prompt.startswith("List everybody")
    assert question.answer.startswith("They are: Mara Tolle (A2) and Pers Aldane (A3).")


def test_he_and_she_count_where_one_person_alone_is_named() -> None:
    question = asked("Odile Brandt waited at the lock. “I want to go home,” she said.")
    assert "Brandt (A4)" in question.answer
    assert question.prompt.startswith("List everybody")


UNSURE = [
    "Odile Brandt waited with Ines Dorr, and Ines Dorr wept. “I want to go home,” she said.",
    "“The barge was old and everybody knew it.”",
    "On the wall somebody had written “no more barges on our canal”.",
    "They read “The Song of the Orm Canal” at the lock.",
]


@pytest.mark.parametrize("more", UNSURE)
def test_words_that_nobody_surely_says_leave_the_list_open(more: str) -> None:
    question = asked(more)
    assert question.prompt.startswith("Name two")
    assert question.answer.startswith("For example: ")


@pytest.mark.parametrize("story", STORIES)
def test_nobody_is_told_twice(story: str) -> None:
    for question in missing_voice(material_of(story)):
        names = [check.words for check in question.checks]
        assert len(set(names)) == len(names)
