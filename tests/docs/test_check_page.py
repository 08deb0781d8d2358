"""The examples of the page on checking a text are what the program says."""

from __future__ import annotations

import re

import pytest

import compare
from tests.docs.pages import ROOT, read

ROWS = re.findall(
    r"^\| ([^|]+\.|[^|]+\?) \| ([a-z ]+) \| [^|]+ \|$", read(ROOT / "docs/check.md"), re.M
)


@pytest.fixture(scope="module")
def states() -> dict[str, str]:
    text = "\n\n".join(sentence for sentence, _ in ROWS)
    found = compare.check(text, compare.load_story(ROOT / "corpora" / "demo"))
    return {" ".join(one.text.split()): one.state.value for one in found.statements}


def test_there_is_an_example_of_each_state() -> None:
    assert {state for _, state in ROWS} == {
        "stated", "partly", "attributed", "contradicted", "not found", "not checkable"
    }  # fmt: skip


@pytest.mark.parametrize(("sentence", "state"), ROWS)
def test_an_example_is_in_the_state_that_the_page_tells(
    sentence: str, state: str, states: dict[str, str]
) -> None:
    assert states[sentence] == state
