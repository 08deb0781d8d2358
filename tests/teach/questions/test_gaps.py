"""A gap is cut only where its sentence can stand for itself, and only one number closes it."""

from __future__ import annotations

import pytest

from compare.teach.material import Material
from compare.teach.questions.gaps import fill_number, fill_source, with_gap
from compare.teach.questions.sources import shared_copy
from compare.text.fold import folded_text
from tests.bundled import STORIES
from tests.teach.conftest import material_of


@pytest.mark.parametrize(
    ("sentence", "piece", "gap"),
    [
        (
            "About 40 ships are waiting at the lock.",
            "About 40",
            "____ ships are waiting at the lock.",
        ),
        ("The 40 ships wait, and 40 more will come on Friday.", "40", ""),
        ("About 40 wait.", "About 40", ""),
        ("“About 40 ships are waiting at the lock,” she said.", "About 40", ""),
        ("About 40 ships are waiting at the lock", "About 40", ""),
        ("It cost 1,400 crowns to raise the barge from there.", "400", ""),
        ("The 40-metre barge lay across the canal for a day.", "40", ""),
    ],
)
def test_a_gap_needs_a_whole_sentence_without_quotation_that_has_the_words_once(
    sentence: str, piece: str, gap: str
) -> None:
    assert with_gap(sentence, piece) == gap


@pytest.mark.parametrize("story", STORIES)
def test_wrong_numbers_do_not_stand_in_the_sentence_and_are_of_its_sort(story: str) -> None:
    for question in fill_number(material_of(story)):
        (cite,) = question.evidence
        for option in question.options:
            if not option.right:
                assert f" {folded_text(option.text)} " not in f" {folded_text(cite.text)} "
                assert ("-" in option.text) is ("-" in question.right[0].text)


@pytest.mark.parametrize("story", STORIES)
def test_wrong_sources_share_no_word_with_the_right_one(story: str) -> None:
    for question in fill_source(material_of(story)):
        right = set(folded_text(question.right[0].text).split()) - {"the", "of", "state"}
        for option in question.options:
            assert option.right or not right & set(folded_text(option.text).split())


@pytest.mark.parametrize("story", STORIES)
def test_shared_words_stand_in_every_copy_and_end_with_a_clause(story: str) -> None:
    material: Material = material_of(story)
    for question in shared_copy(material):
        words = question.checks[0].words
        assert all(words in cite.text for cite in question.evidence)
        assert words.split()[-1].lower() not in {"from", "of", "the", "and", "that", "to"}
