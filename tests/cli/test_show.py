"""`storydiff show`."""

from __future__ import annotations

import pytest

from compare.formats.fact_text import fact_text
from tests.cli.conftest import Command
from tests.formats.story import market_hall


@pytest.mark.parametrize("name", ["f2", "f-2b00b5"])
def test_one_fact_of_a_stored_comparison_is_shown(
    name: str, storydiff: Command, stored: str
) -> None:
    story = market_hall()
    result = storydiff("show", name, stored)
    assert (result.code, result.out) == (0, fact_text(story, story.facts[1]))


def test_a_fact_that_is_not_there_is_wrong_usage(storydiff: Command, stored: str) -> None:
    result = storydiff("show", "f99", stored)
    assert (result.code, result.out) == (2, "")
    assert "Choose one from f1 to f6" in result.err


def test_without_a_fact_it_is_wrong_usage(storydiff: Command) -> None:
    assert storydiff("show").code == 2
