"""Diffs and lessons for programs: of a story of the library, or of articles that are not kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from compare.app.diff_pages import diff_of, stored_comparison
from compare.app.folder import StoryFolder
from compare.app.lesson_pages import MOST_QUESTIONS
from compare.formats.diff_registry import render_diff
from compare.sources.teaching import read_plan
from compare.teach.lesson import Lesson, lesson
from compare.teach.question import Level
from compare.teach.question_choice import Wish


def diff_file(story: StoryFolder, left: str, right: str) -> bytes:
    """The file of `storydiff diff --json` for two articles of a story."""
    return render_diff(diff_of(story, left, right), "json")


def lesson_file(story: StoryFolder, *, count: int, levels: Sequence[str], plain: bool) -> bytes:
    """The lesson of a story as JSON: blind copies, questions with their key, words to decide on."""
    wish = Wish(
        count=min(max(count, 1), MOST_QUESTIONS),
        levels=tuple(Level(level) for level in levels) or tuple(Level),
        plain=plain,
    )
    made = lesson(stored_comparison(story), wish, plan=read_plan(story.path, source=story.slug))
    return json.dumps(_lesson(made), ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _lesson(made: Lesson) -> dict[str, Any]:
    return {
        "title": made.title,
        "minutes": made.minutes,
        "copies": [
            {
                "article": copy.letter,
                "headline": copy.headline,
                "lines": [
                    {"line": f"{copy.letter}{line.number}", "text": line.text}
                    for paragraph in copy.paragraphs
                    for line in paragraph
                ],
            }
            for copy in made.copies
        ],
        "questions": [
            {
                "id": one.id,
                "kind": one.kind.value,
                "level": one.level.value,
                "prompt": one.prompt,
                "plain": one.plain,
                "options": [{"text": each.text, "right": each.right} for each in one.options],
                "answer": one.answer,
                "why": one.why,
                "evidence": [
                    {"article": cite.article, "line": cite.line, "text": cite.text}
                    for cite in one.evidence
                ],
                "minutes": one.minutes,
            }
            for one in made.questions
        ],
        "key": [{"article": one.letter, "outlet": one.outlet} for one in made.key],
        "doubts": [{"words": one.words, "why": one.why} for one in made.doubts],
    }
