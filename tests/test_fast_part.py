"""The fast part of the tests: what is left out of it is there and is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import conftest

TESTS = Path(__file__).resolve().parent


@pytest.mark.parametrize("slow", conftest.SLOW)
def test_every_slow_place_is_there(slow: str) -> None:
    path, _, name = slow.partition("::")
    place = TESTS / path
    assert place.exists()
    assert not name or f"def {name}" in place.read_text(encoding="utf-8")


def test_this_test_is_in_the_fast_part(request: pytest.FixtureRequest) -> None:
    assert not list(request.node.iter_markers("slow"))


@pytest.mark.parametrize("story", ["demo", "mine-rescue"])
def test_of_the_invented_stories_the_first_alone_is_in_the_fast_part(
    story: str, request: pytest.FixtureRequest
) -> None:
    assert bool(list(request.node.iter_markers("slow"))) is (story != "demo")
