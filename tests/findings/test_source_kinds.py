"""Names of sources, cut to what a reader would look for."""

from __future__ import annotations

import pytest

from compare.findings.source_kinds import short_name


@pytest.mark.parametrize(
    ("printed", "short"),
    [
        ("the harbour office", "harbour office"),
        ("District Prosecutor Ada Roe", "Ada Roe"),
        ("some", "some"),
        ("a", "a"),
    ],
)
def test_a_source_keeps_at_least_one_word_of_its_name(printed: str, short: str) -> None:
    assert short_name(printed) == short
