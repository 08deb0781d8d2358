"""`storydiff schema`."""

from __future__ import annotations

from compare.formats.diff_json import DIFF_SCHEMA_FILE
from compare.formats.schema import SCHEMA_FILE
from tests.cli.conftest import Command


def test_the_schema_is_printed(storydiff: Command) -> None:
    result = storydiff("schema")
    assert (result.code, result.err) == (0, "")
    assert result.out == SCHEMA_FILE.read_text(encoding="utf-8")


def test_the_schema_of_a_diff_is_printed_when_it_is_named(storydiff: Command) -> None:
    result = storydiff("schema", "diff")
    assert (result.code, result.err) == (0, "")
    assert result.out == DIFF_SCHEMA_FILE.read_text(encoding="utf-8")
