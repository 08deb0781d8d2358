"""The two small articles of `statements.toml`, and the sentences held against them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import compare
from compare.model.articles import Document
from compare.model.checks import Check

TABLE = tomllib.loads(Path(__file__).with_name("statements.toml").read_text(encoding="utf-8"))
ROWS: list[dict[str, Any]] = TABLE["statements"]


@cache
def documents() -> tuple[Document, ...]:
    """The articles of the table."""
    return tuple(
        compare.document(row["text"], outlet=row["outlet"], published=row["published"])
        for row in TABLE["articles"]
    )


@cache
def checked(text: str) -> Check:
    """A text held against the articles of the table."""
    return compare.check(text, list(documents()))
