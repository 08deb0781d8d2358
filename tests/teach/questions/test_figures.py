"""Whether two numbers can both be right is asked with one sure answer among like ones."""

from __future__ import annotations

import pytest

from compare.teach.questions.beyond import open_matters
from compare.teach.questions.figures import both_right, why_differ
from compare.teach.questions.gaps import bare_amount
from tests.bundled import STORIES
from tests.teach.conftest import material_of


def answers(story: str) -> dict[str, str]:
    """The right answer for each two lines that a question sets side by side."""
    return {
        " ".join(cite.line for cite in question.evidence): question.right[0].text
        for question in both_right(material_of(story))
    }


def test_a_part_of_a_whole_is_known_as_another_count() -> None:
    assert answers("mayor-resigns")["A18 B12"] == "Yes: the two numbers do not count the same."


def test_numbers_that_do_not_count_the_same_are_nothing_to_settle() -> None:
    told = [matter.told for matter in open_matters(material_of("mayor-resigns"))]
    assert not any("people arrested" in each for each in told)
    asked = [question.prompt for question in why_differ(material_of("mayor-resigns"))]
    assert not any("A18" in each for each in asked)


def test_a_later_number_is_known_as_such() -> None:
    assert answers("cup-final")["A8 D10"].startswith("Yes, each at its time")


@pytest.mark.parametrize("story", STORIES)
def test_the_question_does_not_say_whether_both_count_the_same(story: str) -> None:
    for question in both_right(material_of(story)):
        assert "Both count" not in question.prompt
        lengths = [len(option.text) for option in question.options]
        assert max(lengths) < 2 * min(lengths)
        assert len(question.options) == 4


@pytest.mark.parametrize(
    ("figure", "amount"),
    [
        ("more than 200", "200"),
        ("At least 12", "12"),
        ("about 2,100 feet", "2,100 feet"),
        ("nearly $42 million", "$42 million"),
        ("over three years", "three years"),
        ("Fourteen", "Fourteen"),
        ("some 640 metres", "640 metres"),
        ("just under half", ""),
        ("dozens", ""),
        ("up to £4.5m", "£4.5m"),
    ],
)
def test_what_qualifies_a_figure_is_no_part_of_the_gap(figure: str, amount: str) -> None:
    assert bare_amount(figure) == amount
