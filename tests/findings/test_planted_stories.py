"""Whole invented stories in which the outlets differ: what is told, and that nothing else is."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from compare.model.comparison import Comparison
from compare.model.findings import QuoteChange
from compare.model.spans import Span
from compare.pipeline import compare_story
from compare.sources.document import document

STORIES = {
    story["name"]: story
    for story in tomllib.loads((Path(__file__).parent / "planted_stories.toml").read_text("utf-8"))[
        "story"
    ]
}


@cache
def compared(name: str) -> Comparison:
    """The comparison of a story."""
    return compare_story(
        [
            document(
                told["text"],
                outlet=told["outlet"],
                headline=told["headline"],
                published=told["published"],
            )
            for told in STORIES[name]["article"]
        ]
    )


def told_places(comparison: Comparison) -> list[list[tuple[str, Span]]]:
    """The sentences that each conflict, and each quotation in two mouths, opens."""
    found = [[(e.article, e.span) for e in one.evidence] for one in comparison.conflicts]
    for group in comparison.quote_groups:
        if any(QuoteChange.REATTRIBUTED in member.changes for member in group.members):
            found.append(
                [
                    (article.letter, sentence.span)
                    for member in group.members
                    for article in [comparison.article(member.article)]
                    for sentence in article.sentences
                    if sentence.span.overlaps(comparison.quote(member.quote).parts[0])
                ]
            )
    return found


def opens(comparison: Comparison, places: list[tuple[str, Span]], words: str) -> bool:
    """True when one of the sentences holds the words."""
    return any(words in comparison.article(letter).words_of(span) for letter, span in places)


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [(name, *pair) for name, story in STORIES.items() for pair in story["differ"]],
)
def test_a_planted_discrepancy_is_told(name: str, one: str, other: str) -> None:
    comparison = compared(name)
    assert any(
        opens(comparison, places, one) and opens(comparison, places, other)
        for places in told_places(comparison)
    )


@pytest.mark.parametrize("name", STORIES)
def test_nothing_is_told_that_was_not_planted(name: str) -> None:
    comparison, pairs = compared(name), STORIES[name]["differ"]
    for places in told_places(comparison):
        assert any(all(opens(comparison, places, words) for words in pair) for pair in pairs)


def test_the_order_of_the_outlets_changes_nothing() -> None:
    name = "museum-theft"
    story: dict[str, Any] = STORIES[name]
    turned = compare_story(
        [
            document(
                t["text"], outlet=t["outlet"], headline=t["headline"], published=t["published"]
            )
            for t in reversed(story["article"])
        ]
    )
    assert {one.why for one in turned.conflicts} == {one.why for one in compared(name).conflicts}
