"""Mutated files for every reader and made-up stories for the command: only errors of ours."""

from __future__ import annotations

import pytest

from tests.fuzz.runs import attack_reader, attack_story
from tests.fuzz.targets import READERS, in_one_process

EACH = 60
STORIES = 24


@pytest.mark.parametrize("name", READERS)
def test_a_damaged_file_gives_a_result_or_an_error_of_ours(name: str) -> None:
    with in_one_process():
        failures = [f for number in range(EACH) if (f := attack_reader(name, number))]
    assert not failures, "\n".join(map(str, failures[:3]))


@pytest.mark.parametrize("part", range(4))
def test_no_story_ends_the_command_with_a_mistake_of_its_own(part: int) -> None:
    numbers = range(part, STORIES, 4)
    failures = [failure for number in numbers if (failure := attack_story(number))]
    assert not failures, "\n".join(map(str, failures[:3]))
