"""A model of neutral wording claims no more than the sentences it is made from."""

from __future__ import annotations

import pytest

from compare.pipeline import compare_story
from compare.sources.document import document
from compare.teach.blind import Blinder
from compare.teach.material import Material
from compare.teach.merging import MergeTask, best_merge
from compare.verify.answers import is_reserve_word
from tests.bundled import STORIES
from tests.teach.conftest import material_of

REST = "The lock at Askerby is shut, and 40 ships are waiting."


def merged(*sentences: str) -> MergeTask | None:
    """The sentences to merge of articles with one of these each."""
    names = ("Ash", "Birch", "Cedar", "Dogwood")
    told = [f"{sentence}\n\n{REST}" for sentence in sentences]
    found = compare_story(
        [document(text, outlet=name) for text, name in zip(told, names, strict=False)]
    )
    return best_merge(Material(found, Blinder(found), seed=1))


PLAIN = "The owner sank the barge in the Orm canal for 9,000 crowns."
HELD = [
    "The insurer alleged that the owner sank the barge in the Orm canal for 9,000 crowns.",
    "The owner allegedly sank the barge for 9,000 crowns in the Orm canal.",
    "The owner is accused of having sunk the barge in the Orm canal for 9,000 crowns.",
    "The owner denied that he sank the barge in the Orm canal for 9,000 crowns.",
    "The insurer claims that the owner sank the barge in the Orm canal for 9,000 crowns.",
]


@pytest.mark.parametrize("held", HELD)
def test_what_one_article_only_alleges_is_not_told_as_plain_fact(held: str) -> None:
    found = merged(PLAIN, held)
    assert found is None or found.words != PLAIN


@pytest.mark.parametrize("story", STORIES)
def test_words_that_hold_back_are_never_named_as_judging(story: str) -> None:
    found = best_merge(material_of(story))
    assert found is None or not any(is_reserve_word(word) for word in found.loaded)
