"""The line on a closed section tells what is in it."""

from __future__ import annotations

import re

import pytest

from compare.formats.report.page import report
from tests.bundled import STORIES, comparison
from tests.formats.crowd import crowd
from tests.formats.story import market_hall

every_story = pytest.mark.parametrize("story", STORIES)


@every_story
def test_every_fact_is_counted_once_in_the_line_of_the_table(story: str) -> None:
    found = comparison(story)
    line = report(found).results["matrix"]
    in_some = re.search(r"(\d+) in some", line)
    in_one = re.search(r"(\d+) in one", line)
    in_all = re.match(r"(\d+) facts? in", line)
    assert in_all
    assert in_one
    parts = [int(one[1]) for one in (in_all, in_one, in_some) if one]
    assert sum(parts) == len(found.facts)


@every_story
def test_the_line_of_the_figures_has_the_numbers_of_the_comparison(story: str) -> None:
    found = comparison(story)
    line, counts = report(found).results["figures"], found.differences
    told = [int(one) for one in re.findall(r"\d+", line)]
    wanted = (counts.differ, counts.changed, counts.other_things, counts.certainty)
    numbers = [number for number in wanted if number]
    assert told == numbers or (not numbers and line.startswith("none differs"))


@pytest.mark.parametrize("make", [market_hall, lambda: crowd(2), lambda: crowd(50)])
def test_every_section_but_the_method_has_a_line(make: object) -> None:
    assert callable(make)
    results = report(make()).results
    assert all(line for name, line in results.items() if name != "method")
    assert all(len(line.split()) <= 14 for line in results.values())
