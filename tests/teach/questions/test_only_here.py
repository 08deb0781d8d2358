"""What one article alone reports is asked by its subject, and only where it is surely alone."""

from __future__ import annotations

import pytest

from compare.pipeline import compare_story
from compare.sources.document import document
from compare.teach.blind import Blinder
from compare.teach.material import Material
from compare.teach.question import Question
from compare.teach.questions.only_here import only_here
from compare.text.fold import folded_text
from tests.bundled import STORIES
from tests.teach.conftest import material_of

SHARED = (
    "A barge sank in the Orm canal on Monday, and nobody was hurt. The lock at Askerby is shut. "
    "Forty ships are waiting below the lock, the canal board said."
)
ALONE = "The insurer found rust on the bilge pump in a survey last spring."


def asked(more: str) -> list[Question]:
    """The questions on what the first of three articles has alone; the second goes on with more."""
    texts = (f"{SHARED}\n\n{ALONE}", f"{SHARED}\n\n{more}", SHARED)
    names = ("Ash", "Birch", "Cedar")
    found = compare_story([document(t, outlet=n) for t, n in zip(texts, names, strict=True)])
    return list(only_here(Material(found, Blinder(found), seed=1)))


def test_the_question_does_not_print_the_sentence() -> None:
    (question,) = asked("The captain went home by bus.")
    assert [option.text for option in question.right] == ["Article A"]
    assert folded_text(ALONE) not in folded_text(question.prompt)
    assert ALONE in question.answer


CARRIED = [
    "“There was no rust,” said the owner.",
    "The owner denied that the pump was old.",
    "The pump is said to have been rusty.",
    "Nothing was wrong with the pump.",
    "The owner rejects what the insurer says.",
    "It was alleged that a survey was never made.",
    "“They found it in the survey,” the mate said.",
    "The pump did not work, and the bilge was full.",
    "The owner claimed to have a new pump.",
    "An insurer looked at the pump.",
]


@pytest.mark.parametrize("more", CARRIED)
def test_what_another_article_quotes_or_denies_is_not_asked_for(more: str) -> None:
    assert asked(more) == []


@pytest.mark.parametrize("story", STORIES)
def test_no_question_prints_its_own_answer(story: str) -> None:
    for question in only_here(material_of(story)):
        (cite,) = question.evidence
        assert folded_text(cite.text) not in folded_text(question.prompt)
        assert folded_text(cite.text) not in folded_text(question.plain)
