"""The front door: its names are those it lists, and all that other programs rely on are there."""

from __future__ import annotations

import inspect
import subprocess
import sys
from types import ModuleType

import pytest

import compare

PROMISED = [
    "document",
    "load",
    "load_story",
    "read_html",
    "annotate",
    "compare_story",
    "links",
    "similarity",
    "write",
    "Options",
    "Comparison",
    "CompareError",
]


def public_names() -> set[str]:
    """What a reader of `dir(compare)` would take for its interface."""
    shown = {name for name in dir(compare) if not name.startswith("_")}
    return {name for name in shown if not isinstance(getattr(compare, name), ModuleType)}


def test_the_listed_names_are_sorted_and_are_exactly_the_public_ones() -> None:
    assert list(compare.__all__) == sorted(compare.__all__)
    assert set(compare.__all__) == public_names()


@pytest.mark.parametrize("name", PROMISED)
def test_a_name_that_other_programs_rely_on_is_there(name: str) -> None:
    assert name in compare.__all__
    assert callable(getattr(compare, name))


@pytest.mark.parametrize("name", sorted(compare.__all__))
def test_every_public_name_says_what_it_gives_back(name: str) -> None:
    assert inspect.getdoc(getattr(compare, name))


def test_every_error_of_the_front_door_is_a_compare_error() -> None:
    classes = [getattr(compare, name) for name in compare.__all__]
    errors = [c for c in classes if inspect.isclass(c) and issubclass(c, Exception)]
    assert errors
    assert all(issubclass(error, compare.CompareError) for error in errors)


def test_the_front_door_opens_without_loading_what_only_some_calls_need() -> None:
    slow = ["nltk", "httpx", "jinja2", "trafilatura", "lxml", "rich"]
    code = f"import sys, compare; print(sorted(set({slow}) & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
