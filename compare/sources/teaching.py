"""The [teach] table of a story file: what the teacher pins, drops, rewrites, hides and keeps."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from pathlib import Path

from compare.errors import BadStory
from compare.model.teaching import TeachPlan
from compare.sources.story import STORY_FILE, read_story_table

TABLE = "teach"
LISTS = ("pin", "drop", "hide", "keep")
TABLES = ("rewrite", "standards")


def read_plan(folder: Path, *, source: str) -> TeachPlan:
    """The plan in the story file of a folder; an empty one where there is none.

    BadStory tells what is wrong with the table and what to do.
    """
    if not os.path.lexists(folder / STORY_FILE):
        return TeachPlan()
    at = f"{source.rstrip('/')}/{STORY_FILE}"
    table = read_story_table(folder, source=source).get(TABLE, {})
    return plan_of(table, at=at) if isinstance(table, Mapping) else TeachPlan()


def plan_of(table: Mapping[str, object], *, at: str) -> TeachPlan:
    """The plan in a [teach] table; BadStory names the key that is wrong."""
    for key in table:
        if key not in (*LISTS, *TABLES):
            near = difflib.get_close_matches(key, (*LISTS, *TABLES), 1)
            known = ", ".join((*LISTS, *TABLES))
            meant = f"Did you mean {near[0]}?" if near else f"Known keys: {known}"
            raise BadStory(at, f"teach: {key}: there is no such key", meant)
    return TeachPlan(
        pin=_words(table, "pin", at),
        drop=_words(table, "drop", at),
        hide=_words(table, "hide", at),
        keep=_words(table, "keep", at),
        rewrite=_pairs(table, "rewrite", at),
        standards=_pairs(table, "standards", at),
    )


def _words(table: Mapping[str, object], key: str, at: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        wish = f'Write it as {key} = ["..."]'
        raise BadStory(at, f"teach: {key}: it must be a list of texts", wish)
    return tuple(str(each).strip() for each in value)


def _pairs(table: Mapping[str, object], key: str, at: str) -> tuple[tuple[str, str], ...]:
    value = table.get(key, {})
    if not isinstance(value, Mapping) or not all(
        isinstance(text, str) and text.strip() for text in value.values()
    ):
        wish = f'Write [teach.{key}] and below it lines such as "name" = "text"'
        raise BadStory(at, f"teach: {key}: it must be a table of texts", wish)
    return tuple((str(name), str(text).strip()) for name, text in value.items())
