"""Facts under names that favour no outlet."""

from __future__ import annotations

import re

import pytest

from compare.formats.fact_names import DIFFERING, fact_name, topic_of
from tests.bundled import STORIES, comparison

every_story = pytest.mark.parametrize("story", STORIES)


@every_story
def test_no_row_states_a_figure_on_which_outlets_differ_as_if_it_were_the_truth(story: str) -> None:
    found = comparison(story)
    differing = [g for g in found.figures if g.relation in DIFFERING]
    for fact in found.facts:
        name = fact_name(found, fact)
        if name != fact.label:
            continue
        for group in differing:
            for reading in group.readings:
                inside = [
                    m
                    for m in fact.mentions
                    if m.article == reading.article and m.span.contains(reading.span)
                    and found.text_of(m).strip("“”‘’\"'., ").casefold() == fact.label.casefold()
                ]  # fmt: skip
                assert not inside


@every_story
def test_a_name_is_made_of_what_is_counted_or_of_the_words_of_an_article(story: str) -> None:
    found = comparison(story)
    every = " ".join(" ".join(a.document.text.split()) for a in found.articles).casefold()
    topics = {topic_of(group) for group in found.figures}
    for fact in found.facts:
        name = fact_name(found, fact)
        if name in topics or name == fact.label:
            continue
        words = re.sub(r" \[\d{1,2} [A-Z][a-z]+(?: \d{4})?\]", "", name)
        quoted = words.partition(": “")[2].rstrip("”") or words
        assert all(part.strip(" .,;:’‘\"'").casefold() in every for part in quoted.split("…"))


@every_story
def test_no_two_facts_have_the_name_of_one_figure(story: str) -> None:
    found = comparison(story)
    topics = {topic_of(group) for group in found.figures}
    names = [name for fact in found.facts if (name := fact_name(found, fact)) in topics]
    groups = [group for group in found.figures if topic_of(group) in names]
    assert len(names) <= len(groups)


def test_relative_days_are_resolved_where_the_date_is_sure() -> None:
    found = comparison("demo")
    names = [fact_name(found, fact) for fact in found.facts]
    assert any(re.search(r"today \[15 October\]", name) for name in names)
    assert not any(re.search(r"\d{1,2} October \[", name) for name in names)
