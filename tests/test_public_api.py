"""The front door: its names are those it lists, and all that other programs rely on are there."""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
import typing
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
    "group_events",
    "write",
    "read",
    "Options",
    "Comparison",
    "CompareError",
]
FUNCTIONS = [name for name in compare.__all__ if inspect.isfunction(getattr(compare, name))]


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
    importlib.import_module("compare.annotation.article")
    assert not isinstance(compare.annotate, ModuleType)


@pytest.mark.parametrize("name", PROMISED)
def test_a_name_that_other_programs_rely_on_is_there(name: str) -> None:
    assert name in compare.__all__
    assert callable(getattr(compare, name))


def classes_in(annotation: object) -> set[type]:
    """The classes of this package that a type is made of."""
    inside = typing.get_args(annotation)
    if inside:
        return {found for each in inside for found in classes_in(each)}
    if isinstance(annotation, type) and annotation.__module__.startswith("compare."):
        return {annotation}
    return set()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_type_of_a_signature_can_be_imported_from_the_front_door(name: str) -> None:
    # Names that a module imports for its types only are looked up at the front door as well.
    public = {each: getattr(compare, each) for each in compare.__all__}
    hints = typing.get_type_hints(public[name], localns=public)
    asked = {found.__name__ for hint in hints.values() for found in classes_in(hint)}
    assert asked <= set(compare.__all__)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_public_function_has_an_example(name: str) -> None:
    assert ">>> " in (inspect.getdoc(getattr(compare, name)) or "")


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
