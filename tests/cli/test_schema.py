"""`storydiff schema`."""

from __future__ import annotations

from tests.cli.conftest import Command
from tools.json_schemas import schema_text


def test_the_schema_is_printed(storydiff: Command) -> None:
    result = storydiff("schema")
    assert (result.code, result.err) == (0, "")
    assert result.out == schema_text("comparison")


def test_the_schema_of_a_diff_is_printed_when_it_is_named(storydiff: Command) -> None:
    result = storydiff("schema", "diff")
    assert (result.code, result.err) == (0, "")
    assert result.out == schema_text("diff")
