"""When a source's figure bears out that of a text."""

from __future__ import annotations

import pytest

from compare.annotation.article import annotate
from compare.model.figures import Figure
from compare.sources.document import document
from compare.verify.figure_agreement import (
    agrees,
    is_other_value,
    is_otherwise,
    printed_number,
)


def figure(words: str) -> Figure:
    """The first figure of a sentence."""
    return annotate(document(f"There were {words} there.", outlet="Quay Gazette")).figures[0]


@pytest.mark.parametrize(
    ("mine", "theirs", "borne_out"),
    [
        ("14 people", "14 people", True),
        ("14 people", "at least 12 people", True),
        ("43 people", "at least 12 people", False),
        ("more than 600 people", "more than 200 people", False),
        ("more than 200 people", "more than 200 people", True),
        ("about 1,200 people", "1,187 people", True),
        ("12 people", "14 people", False),
        ("615 million crowns", "615 million", True),
        ("up to 85 miles", "up to 55 miles", False),
    ],
)
def test_a_figure_is_borne_out_by_an_equal_one_a_rounding_or_a_bound_nearby(
    mine: str, theirs: str, borne_out: bool
) -> None:
    assert agrees(figure(mine), figure(theirs)) is borne_out
    assert not (borne_out and is_otherwise(figure(mine), figure(theirs)))


def test_miles_and_kilometres_of_one_number_are_other_values() -> None:
    assert is_other_value(figure("four kilometres"), figure("four miles"))
    assert not is_other_value(figure("four miles"), figure("about four miles"))


def test_the_printed_number_is_without_scale_and_unit() -> None:
    assert printed_number("$4 million") == printed_number("4 miles") == {"4"}
    assert printed_number("three weeks") == {"three"}
