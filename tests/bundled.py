"""The invented stories of the repository, each read and compared once in a run of the tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from compare.model.articles import Document
from compare.model.comparison import Comparison
from compare.pipeline import compare_story
from compare.sources.load import load_all

CORPORA = Path(__file__).resolve().parent.parent / "corpora"
STORIES = sorted(path.parent.name for path in CORPORA.glob("*/story.toml"))


@cache
def documents(story: str) -> tuple[Document, ...]:
    """The documents of a story, in the order of its file."""
    return tuple(load_all([CORPORA / story]).documents)


@cache
def comparison(story: str) -> Comparison:
    """The story compared with the usual options and no title of its own."""
    return compare_story(documents(story))
