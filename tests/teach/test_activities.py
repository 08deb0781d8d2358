"""Activities come from the story, with model answers in its own words, or say why they do not."""

from __future__ import annotations

import re

import pytest

from compare.teach.activities import missing_activities
from compare.teach.merging import best_merge
from compare.teach.voices_heard import voices_by_kind
from compare.text.fold import folded_text
from tests.bundled import STORIES
from tests.teach.conftest import activities_of, lesson_of, material_of

QUOTED = re.compile(r"“([^“”]*)”")
TITLES = {
    "Build the neutral version",
    "Headline workshop",
    "Cut the quote",
    "Who is missing?",
    "Lateral reading",
    "Check this summary",
}
SAYINGS = {"I did not say that", "not", "if", "but", "only", "never", "unless", "until", "perhaps"}


def quoted(sentence: str) -> str:
    """The words in quotation marks."""
    (words,) = QUOTED.findall(sentence)
    return str(words)


def test_the_bundled_story_gives_all_activities() -> None:
    assert {activity.title for activity in activities_of("demo")} == TITLES


@pytest.mark.parametrize("story", STORIES)
def test_an_activity_is_made_or_told_to_be_missing_with_the_reason(story: str) -> None:
    made = activities_of(story)
    told = missing_activities(made)
    assert {activity.title for activity in made} | {quoted(each) for each in told} == TITLES
    assert len(made) + len(told) == len(TITLES)
    assert {"Headline workshop", "Who is missing?"} <= {activity.title for activity in made}
    assert all(", because " in sentence for sentence in told)
    assert set(told) <= set(lesson_of(story).missing)


@pytest.mark.parametrize("story", STORIES)
def test_model_answers_use_the_words_of_the_copies(story: str) -> None:
    material = material_of(story)
    everything = "\n".join(material.texts.values())
    for activity in activities_of(story):
        for words in QUOTED.findall(f"{activity.task} {activity.model}"):
            known = (
                words in SAYINGS | {"may", "nobody"} or folded_text(words.rstrip(".")) in everything
            )
            assert known, (activity.title, words)


@pytest.mark.parametrize("story", STORIES)
def test_the_sentences_of_an_activity_are_lines_of_the_copies(story: str) -> None:
    material = material_of(story)
    for activity in activities_of(story):
        for cite in activity.cites:
            assert folded_text(cite.text) in material.texts[cite.article]


@pytest.mark.parametrize("story", STORIES)
def test_sentences_to_merge_come_from_several_articles_with_a_calm_one(story: str) -> None:
    found = best_merge(material_of(story))
    if found is None:
        assert any("Build the neutral version" in each for each in lesson_of(story).missing)
        return
    assert len({cite.article for cite in found.cites}) == len(found.cites) > 1
    assert found.calm in found.cites
    assert not any(word in folded_text(found.words) for word in found.loaded)


def test_a_voice_is_sorted_once_and_with_its_line() -> None:
    sorted_voices = [
        name for names in voices_by_kind(material_of("demo")).values() for name in names
    ]
    assert len(sorted_voices) == len({name.rpartition(" (")[0] for name in sorted_voices})
    assert all(re.fullmatch(r".+ \([A-D]\d+\)", name) for name in sorted_voices)
    assert any(name.startswith("Orla Penhale (") for name in sorted_voices)
