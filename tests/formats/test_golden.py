"""What the formats print for the invented stories, word for word."""

from __future__ import annotations

import pytest

from tests.formats.golden import CASES, FOLDER


@pytest.mark.parametrize("name", CASES)
def test_the_output_is_that_of_the_golden_file(name: str) -> None:
    made, kept = CASES[name](), (FOLDER / name).read_bytes()
    assert made.decode() == kept.decode(), "if the change is meant: python -m tests.formats.golden"


@pytest.mark.parametrize("name", CASES)
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    assert CASES[name]() == CASES[name]()
