"""The front door: its names are those it lists, and all that other programs rely on are there."""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import compare

PROMISED = [
    "document",
    "load",
    "load_story",
    "read_html",
    "annotate",
    "compare",
    "compare_story",
    "links",
    "similarity",
    "write",
    "Options",
    "Comparison",
    "CompareError",
]


def typed_names() -> set[str]:
    """What a type checker takes for the interface: the names imported in the file."""
    tree = ast.parse(Path(compare.__file__).read_text(encoding="utf-8"))
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "compare"
        for alias in node.names
    }


def test_the_listed_names_are_sorted_and_are_exactly_the_public_ones() -> None:
    assert list(compare.__all__) == sorted(compare.__all__)
    assert set(compare.__all__) == set(dir(compare)) == typed_names()


def test_a_name_that_is_not_listed_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'comparison'"):
        _ = compare.comparison


def test_a_function_is_not_hidden_by_the_folder_of_its_name() -> None:
    importlib.import_module("compare.annotate.article")
    assert not isinstance(compare.annotate, ModuleType)


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
