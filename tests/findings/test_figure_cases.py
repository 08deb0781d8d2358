"""Figures in whole stories, with nothing given beforehand: which question they answer, and how."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from compare.model.articles import Document
from compare.pipeline import compare_story
from compare.sources.document import document

CASES = tomllib.loads((Path(__file__).parent / "figure_cases.toml").read_text("utf-8"))
ROWS = [
    pytest.param(*row, id=f"{kind}: {row[0]} / {row[1]}")
    for kind, section in CASES.items()
    for row in section["pairs"]
]
FIRST = (
    "The water board closed two gates of the Corran dam above Tessel after the storm on Monday.",
    "Crews worked through the night on Mill Lane, and the school stayed open for families.",
)
SECOND = (
    "Two gates of the Corran dam above Tessel were closed after Monday’s storm, the board said.",
    "The school stayed open for families while crews worked through the night on Mill Lane.",
)


def story(sentence: str, around: tuple[str, str], outlet: str) -> Document:
    """An article about the storm that has the sentence in its middle."""
    first, last = around
    text = f"{first}\n\n{sentence}\n\n{last}\n"
    return document(text, outlet=outlet, headline="Storm over Tessel")


def relations(one: str, other: str) -> set[str]:
    """How the figures of the two sentences relate in the two articles."""
    documents = [story(one, FIRST, "Alpha Post"), story(other, SECOND, "Beta News")]
    comparison = compare_story(documents)
    found = set()
    for group in comparison.figures:
        for reading in group.readings:
            article = comparison.article(reading.article)
            words = article.sentence(reading.sentence).span.of(article.document.text)
            if words.strip() in (one, other):
                found.add(group.relation.value)
    return found or {"none"}


@pytest.mark.parametrize(("one", "other", "relation"), ROWS)
def test_figures_relate_as_the_table_says(one: str, other: str, relation: str) -> None:
    found = relations(one, other)
    assert found == relations(other, one)
    assert relation in found
    if relation != "clash":
        assert "clash" not in found


@pytest.mark.parametrize("kind", CASES)
def test_each_kind_has_variants(kind: str) -> None:
    assert len(CASES[kind]["pairs"]) >= 8
