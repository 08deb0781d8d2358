"""What is shown of the outlets' words against what an editor would show of the invented stories."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

import compare
from compare.model.comparison import Comparison

CORPORA = Path(__file__).parents[2] / "corpora"
MARKED = sorted((CORPORA / "gold" / "words").glob("*.json"))
# Of what is shown an editor would agree with this part; of what is marked this part is found.
AGREED, FOUND = 0.9, 0.5


@lru_cache(maxsize=8)
def compared(slug: str) -> Comparison:
    return compare.compare_story(compare.load_story(CORPORA / slug))


def shown(story: Comparison, marks: dict[str, Any]) -> Iterator[tuple[str, object, object]]:
    """Kind, what is shown, and the mark it agrees with, None when there is none."""
    for contrast in story.contrasts:
        words = {variant.words for variant in contrast.variants}
        mark = next((m for m in marks["contrasts"] if words <= set(m)), None)
        yield "contrasts", words, tuple(mark) if mark else None
    for naming in story.naming:
        if naming.differs:
            yield "names", naming.name, naming.name if naming.name in marks["names"] else None
    for agency in story.agency:
        yield "acts", agency.act, agency.act if agency.act in marks["acts"] else None
    for one in story.certainty:
        for guarded in one.guarded:
            said = guarded.statement.text
            mark = next((m for m in marks["certainty"] if m.lower() in said.lower()), None)
            yield "certainty", said, mark


def results() -> list[tuple[str, str, object, object]]:
    found = []
    for path in MARKED:
        marks = json.loads(path.read_text(encoding="utf-8"))
        found += [(marks["id"], *each) for each in shown(compared(marks["id"]), marks)]
    return found


def marked_count() -> int:
    marks = (json.loads(path.read_text(encoding="utf-8")) for path in MARKED)
    return sum(len(m[k]) for m in marks for k in ("contrasts", "names", "acts", "certainty"))


def test_an_editor_would_agree_with_what_is_shown() -> None:
    found = results()
    wrong = [each for each in found if each[3] is None]
    assert len(wrong) <= (1 - AGREED) * len(found), wrong


def test_most_of_what_is_marked_is_found() -> None:
    right = {(story, kind, mark) for story, kind, _, mark in results() if mark is not None}
    assert len(right) >= FOUND * marked_count()


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)
def test_the_marks_are_of_a_story_that_is_there(path: Path) -> None:
    assert (CORPORA / path.stem / "story.toml").is_file()
    assert json.loads(path.read_text(encoding="utf-8"))["source"] == "invented, CC0-1.0"
