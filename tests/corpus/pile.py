"""Piles of invented articles as JSON Lines, and the files of a corpus for a comparison of two."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from compare.corpus import Corpus
from compare.model.articles import Document
from tests.bundled import documents

# Three small stories of nine articles, for whatever is run many times.
FEW = ("nap-study", "tariff-summit", "council-allotments")
NEEDED = pytest.importorskip("pyarrow", reason="no pyarrow: pip install -e '.[dev]'")


def record(document: Document) -> dict[str, str | None]:
    """The article as a line of JSON Lines has it."""
    return {
        "text": document.text,
        "outlet": document.outlet,
        "headline": document.headline,
        "published": document.published.isoformat() if document.published else None,
        "url": document.url,
    }


def records(stories: Iterable[str]) -> list[dict[str, str | None]]:
    return [record(document) for story in stories for document in documents(story)]


def write_pile(path: Path, stories: Iterable[str] = FEW, *, more: Sequence[object] = ()) -> Path:
    """A file of the articles of some stories, and of whatever else is to stand in it."""
    lines = [json.dumps(one, ensure_ascii=False) for one in (*records(stories), *more)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a corpus but its lock, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


def results(corpus: Corpus) -> dict[str, list[dict[str, Any]]]:
    """All rows of the tables of results, in an order of their own."""
    tables = ("articles", "events", "copies", "comparisons", "facts", "mentions", "figures")
    return {
        table: sorted(corpus.rows(table), key=repr)
        for table in (*tables, "quotes", "conflicts", "coverage", "failures")
    }
