"""Whatever the story: every word has its place, and only the articles decide on the result."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.formats.json import dump
from compare.formats.registry import FORMATS, render
from compare.model.articles import Document
from compare.model.comparison import Comparison
from compare.model.options import Options
from compare.pipeline import compare_story
from tests.fuzz.runs import articles

STORIES = range(500, 506)
numbers = st.integers(0, 100_000)
few = settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow])


def compared(number: int, order: int = 1) -> Comparison:
    told = [
        Document(text=text, outlet=f"Outlet {place}")
        for place, text in enumerate(articles(number))
        if text.strip()
    ]
    return compare_story(told[::order], Options(force=True))


def digests(stories: Sequence[int]) -> list[str]:
    """What each story gives in every format, in few letters."""
    found = (compared(number) for number in stories)
    return [
        hashlib.sha256(b"".join(render(one, name) for name in FORMATS)).hexdigest() for one in found
    ]


@few
@given(numbers)
def test_every_word_of_every_article_is_in_exactly_one_sentence(number: int) -> None:
    for article in compared(number).articles:
        text = article.document.text
        covered = [" "] * len(text)
        for sentence in article.sentences:
            for at in range(sentence.span.start, sentence.span.end):
                assert covered[at] == " "
                covered[at] = text[at]
        assert "".join(covered).split() == text.split()


@few
@given(numbers)
def test_the_order_of_the_outlets_changes_no_finding(number: int) -> None:
    one, other = compared(number), compared(number, -1)
    assert {fact.id for fact in one.facts} == {fact.id for fact in other.facts}
    assert len(one.figures) == len(other.figures)
    assert len(one.quote_groups) == len(other.quote_groups)
    assert len(one.contrasts) == len(other.contrasts)


@few
@given(numbers)
def test_the_same_story_gives_the_same_bytes_again(number: int) -> None:
    assert dump(compared(number)) == dump(compared(number))


@pytest.mark.parametrize("seed", ["1", "77"])
def test_the_bytes_do_not_depend_on_the_seed_of_hashes(seed: str) -> None:
    program = f"from tests.fuzz.test_invariants import *; print(*digests({list(STORIES)}))"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    assert ran.stdout.split() == digests(STORIES)
