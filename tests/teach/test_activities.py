"""Activities come from the story, with model answers in its own words, or say why they do not."""

from __future__ import annotations

import re

import pytest

from compare.teach.activities import activities, missing_activities
from compare.teach.merging import merger
from compare.teach.roll_call import roll
from compare.text.fold import folded
from tests.bundled import STORIES
from tests.teach.conftest import lesson_of, material_of

QUOTED = re.compile(r"“([^“”]*)”")
TITLES = {
    "Build the neutral version",
    "Headline workshop",
    "Cut the quote",
    "Who is missing?",
    "Lateral reading",
}
# What a story surely has no material for.
LACKS = {
    "mine-rescue": {"Build the neutral version"},
    "stadium-ruling": {"Cut the quote", "Lateral reading"},
    "tariff-summit": {"Build the neutral version"},
}
SAYINGS = {"I did not say that", "not", "if", "but", "only", "never", "unless", "until", "perhaps"}


@pytest.mark.parametrize("story", STORIES)
def test_a_story_gives_all_activities_that_it_has_material_for(story: str) -> None:
    made = activities(material_of(story))
    assert {activity.title for activity in made} == TITLES - LACKS.get(story, set())
    told = missing_activities(made)
    assert len(told) + len(made) == len(TITLES)
    assert all(sentence.startswith("No activity “") for sentence in told)
    assert set(told) <= set(lesson_of(story).missing)


@pytest.mark.parametrize("story", STORIES)
def test_model_answers_use_the_words_of_the_copies(story: str) -> None:
    material = material_of(story)
    everything = "\n".join(material.texts.values())
    for activity in activities(material):
        for words in QUOTED.findall(f"{activity.task} {activity.model}"):
            known = words in SAYINGS | {"may", "nobody"} or folded(words.rstrip(".")) in everything
            assert known, (activity.title, words)


@pytest.mark.parametrize("story", STORIES)
def test_the_sentences_of_an_activity_are_lines_of_the_copies(story: str) -> None:
    material = material_of(story)
    for activity in activities(material):
        for cite in activity.cites:
            assert folded(cite.text) in material.texts[cite.article]


@pytest.mark.parametrize("story", STORIES)
def test_sentences_to_merge_come_from_several_articles_with_a_calm_one(story: str) -> None:
    found = merger(material_of(story))
    if found is None:
        assert "Build the neutral version" in LACKS[story]
        return
    assert len({cite.article for cite in found.cites}) == len(found.cites) > 1
    assert found.calm in found.cites
    assert not any(word in folded(found.words) for word in found.loaded)


def test_a_voice_is_sorted_once_and_with_its_line() -> None:
    sorted_voices = [name for names in roll(material_of("demo")).values() for name in names]
    assert len(sorted_voices) == len({name.rpartition(" (")[0] for name in sorted_voices})
    assert all(re.fullmatch(r".+ \([A-D]\d+\)", name) for name in sorted_voices)
    assert "Orla Penhale (D9)" in sorted_voices
